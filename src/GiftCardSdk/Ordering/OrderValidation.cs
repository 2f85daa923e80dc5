using System.Globalization;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.Ordering;

/// <summary>Everything that can be found wrong with an order without asking anybody, all at once, before it is written down or sent.</summary>
internal static class OrderValidation
{
    /// <summary>Checks an order against an account.</summary>
    /// <returns>The shape that it fits.</returns>
    /// <exception cref="ArgumentException">The order makes no sense at any provider.</exception>
    /// <exception cref="GiftCardException">It does not fit this account.</exception>
    public static OrderShape Check(CoordinatedAccount account, OrderRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string[] nonsense = [.. Nonsense(request)];
        if (nonsense.Length > 0)
        {
            throw new ArgumentException("The order makes no sense:" + OrderingErrors.List(nonsense), nameof(request));
        }

        var shape = account.Adapter.Capabilities.ShapeFor(request.Delivery) ?? throw OrderingErrors.NoShape(account, request);
        string[] mistakes = [.. shape.FindMistakes(request), .. ForeignOptions(account, request)];
        return mistakes.Length == 0 ? shape : throw OrderingErrors.InvalidRequest(account, request.Reference, mistakes);
    }

    private static IEnumerable<string> Nonsense(OrderRequest request)
    {
        if (request.Reference == default)
        {
            yield return "Reference: an order needs the caller's own id; use OrderReference.From(...) or OrderReference.New().";
        }

        if (!Enum.IsDefined(request.Delivery))
        {
            yield return $"Delivery: {request.Delivery} is none of {string.Join(", ", Enum.GetNames<Delivery>())}.";
        }

        if (request.PaymentCurrency is { } currency && !IsLetters(currency, 3))
        {
            yield return $"PaymentCurrency: '{currency}' is no currency code; three letters such as EUR are expected.";
        }

        if (request.MaxCost is { Amount: <= 0 } cost)
        {
            yield return $"MaxCost: {cost} was given; it must be more than zero, or null for no bound.";
        }

        if (request.Options?.All(option => option is not null) != true)
        {
            yield return "Options: neither the list nor one of its members may be null; leave it empty.";
        }

        if (request.Lines is not { Count: > 0 })
        {
            yield return "Lines: an order needs at least one line.";
            yield break;
        }

        foreach (var mistake in request.Lines.SelectMany(Nonsense).Concat(OrderTexts.Of(request).SelectMany(Nonsense)))
        {
            yield return mistake;
        }
    }

    private static IEnumerable<string> Nonsense(OrderText text) =>
        DeliverableText.HalfPair(text.Value) is { } mistake ? [$"{text.Name}: {mistake}."] : [];

    private static IEnumerable<string> Nonsense(OrderLine? line, int index)
    {
        var at = string.Create(CultureInfo.InvariantCulture, $"Lines[{index}]");
        if (line is null)
        {
            yield return $"{at}: a line may not be null.";
            yield break;
        }

        if (string.IsNullOrWhiteSpace(line.ProductId))
        {
            yield return $"{at}.ProductId: the id of a product in the account's catalog is expected.";
        }

        if (line.FaceValue.Amount <= 0)
        {
            yield return $"{at}.FaceValue: {line.FaceValue} was given; a face value is more than zero.";
        }
        else if (!line.FaceValue.IsPayable)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"{at}.FaceValue: {line.FaceValue} was given, but {line.FaceValue.Currency} has {line.FaceValue.Exponent} decimal places; GiftCardSdk never rounds money."
            );
        }

        if (line.Quantity < 1)
        {
            yield return string.Create(CultureInfo.InvariantCulture, $"{at}.Quantity: {line.Quantity} was given; at least 1 is expected.");
        }

        if (line.Country is { } country && !IsLetters(country, 2))
        {
            yield return $"{at}.Country: '{country}' is no country code; two letters such as DE are expected.";
        }
    }

    private static IEnumerable<string> ForeignOptions(CoordinatedAccount account, OrderRequest request) =>
        request
            .Options.Where(option => option.Provider != account.Provider)
            .Select(option =>
                $"Options: {option.GetType().Name} is for {option.Provider}, but the account '{account.Name}' belongs to {account.Provider}."
            );

    private static bool IsLetters(string text, int length) => text.Length == length && text.All(char.IsAsciiLetter);
}
