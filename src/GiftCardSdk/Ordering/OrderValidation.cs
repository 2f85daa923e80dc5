using System.Globalization;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Texts;

namespace GiftCardSdk.Ordering;

/// <summary>Everything that can be found wrong with an order without asking anybody, all at once, before it is written down or sent.</summary>
internal static class OrderValidation
{
    /// <summary>Checks an order against an account.</summary>
    /// <returns>The shape that it fits.</returns>
    /// <exception cref="ArgumentException">The order makes no sense at any provider.</exception>
    /// <exception cref="GiftCardException">It does not fit this account.</exception>
    public static OrderShape Check(Account account, OrderRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var mistakes = new Mistakes();
        AddNonsense(mistakes, request);
        if (mistakes.Found.Count > 0)
        {
            throw new ArgumentException("The order makes no sense:" + OrderingErrors.List(mistakes.Found), nameof(request));
        }

        var shape = account.Adapter.Capabilities.ShapeFor(request.Delivery) ?? throw OrderingErrors.NoShape(account, request);
        var misfits = shape.FindMistakes(request);
        AddForeignOptions(mistakes, account, request);
        return misfits.Count + mistakes.Found.Count == 0
            ? shape
            : throw OrderingErrors.InvalidRequest(account, request.Reference, [.. misfits, .. mistakes.Found]);
    }

    private static void AddNonsense(Mistakes mistakes, OrderRequest request)
    {
        if (request.Reference == default)
        {
            mistakes.Add("Reference: an order needs the caller's own id; use OrderReference.From(...) or OrderReference.New().");
        }

        if (!Enum.IsDefined(request.Delivery))
        {
            mistakes.Add($"Delivery: {request.Delivery} is none of {string.Join(", ", Enum.GetNames<Delivery>())}.");
        }

        if (request.PaymentCurrency is { } currency && !IsLetters(currency, 3))
        {
            mistakes.Add($"PaymentCurrency: '{currency}' is no currency code; three letters such as EUR are expected.");
        }

        if (request.MaxCost is { Amount: <= 0 } cost)
        {
            mistakes.Add($"MaxCost: {cost} was given; it must be more than zero, or null for no bound.");
        }

        if (request.Options?.All(static option => option is not null) != true)
        {
            mistakes.Add("Options: neither the list nor one of its members may be null; leave it empty.");
        }

        if (request.Lines is not { Count: > 0 })
        {
            mistakes.Add("Lines: an order needs at least one line.");
            return;
        }

        for (var i = 0; i < request.Lines.Count; i++)
        {
            AddNonsense(mistakes, request.Lines[i], i);
        }

        new OrderTexts(static (text, _) => DeliverableText.HalfPair(text) is { } mistake ? mistake + "." : null, mistakes).Check(request);
    }

    private static void AddNonsense(Mistakes mistakes, OrderLine? line, int index)
    {
        if (line is null)
        {
            Add($"Lines[{index}]: a line may not be null.");
            return;
        }

        if (string.IsNullOrWhiteSpace(line.ProductId))
        {
            Add($"Lines[{index}].ProductId: the id of a product in the account's catalog is expected.");
        }

        if (line.FaceValue.Amount <= 0)
        {
            Add($"Lines[{index}].FaceValue: {line.FaceValue} was given; a face value is more than zero.");
        }
        else if (!line.FaceValue.IsPayable)
        {
            Add(
                $"Lines[{index}].FaceValue: {line.FaceValue} was given, but {line.FaceValue.Currency} has {line.FaceValue.Exponent} decimal places; GiftCardSdk never rounds money."
            );
        }

        if (line.Quantity < 1)
        {
            Add($"Lines[{index}].Quantity: {line.Quantity} was given; at least 1 is expected.");
        }

        if (line.Country is { } country && !IsLetters(country, 2))
        {
            Add($"Lines[{index}].Country: '{country}' is no country code; two letters such as DE are expected.");
        }

        void Add(FormattableString mistake) => mistakes.Add(mistake.ToString(CultureInfo.InvariantCulture));
    }

    private static void AddForeignOptions(Mistakes mistakes, Account account, OrderRequest request)
    {
        for (var i = 0; i < request.Options.Count; i++)
        {
            var option = request.Options[i];
            if (option.Provider != account.Provider)
            {
                mistakes.Add(
                    $"Options: {option.GetType().Name} is for {option.Provider}, but the account '{account.Name}' belongs to {account.Provider}."
                );
            }
        }
    }

    private static bool IsLetters(string text, int length) => text.Length == length && text.All(char.IsAsciiLetter);
}
