using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.Sandbox.Gifq.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>What an order must look like, and what it means once it does.</summary>
internal sealed class GifqOrderRules(GifqCatalog catalog)
{
    /// <summary>Matches the order with the one product option that sells it.</summary>
    public bool TryComplete(
        CreateOrder body,
        SandboxCall call,
        [NotNullWhen(true)] out GifqOrderContent? content,
        [NotNullWhen(false)] out GifqRefusal? refusal
    )
    {
        content = null;
        refusal = RefuseShape(body) ?? RefuseCurrencies(body);
        if (refusal is not null)
        {
            return false;
        }

        var brand = call.ProductGone ? null : catalog.Find(body.Brand!);
        var option = brand?.Find(body.Currency!, body.FaceValue!.Value, body.Country!);
        refusal = option switch
        {
            null => GifqRefusal.Invalid(
                FormattableString.Invariant(
                    $"Nothing on sale matches brand {body.Brand}, country {body.Country}, {body.FaceValue} {body.Currency}"
                )
            ),
            { Stock: <= 0 } => GifqRefusal.Invalid($"Brand {body.Brand} is out of stock"),
            _ => null,
        };
        if (refusal is null)
        {
            content = Content(body, brand!, option!);
        }

        return content is not null;
    }

    private static GifqRefusal? RefuseShape(CreateOrder body) =>
        Missing("brand", body.Brand)
        ?? Missing("currency", body.Currency)
        ?? Missing("country", body.Country)
        ?? (body.FaceValue is > 0 ? null : GifqRefusal.Invalid("face_value must be a number above zero"));

    private static GifqRefusal? Missing(string name, string? value) =>
        string.IsNullOrWhiteSpace(value) ? GifqRefusal.Invalid($"{name} is missing") : null;

    private static GifqRefusal? RefuseCurrencies(CreateOrder body)
    {
        if (GifqCurrencies.Find(body.PaymentCurrency ?? body.Currency) is null)
        {
            return GifqRefusal.Invalid($"{body.PaymentCurrency ?? body.Currency} is not a currency orders can be paid in");
        }

        return GifqCurrencies.Find(body.Currency) is { } currency && !currency.CanHold(body.FaceValue!.Value)
            ? GifqRefusal.Invalid($"face_value has more decimals than {currency.Code}")
            : null;
    }

    private static GifqOrderContent Content(CreateOrder body, GifqBrand brand, GifqOption option) =>
        new()
        {
            Reference = body.Reference!,
            Brand = brand,
            Option = option,
            Currency = GifqCurrencies.Get(option.Currency),
            FaceValue = body.FaceValue!.Value,
            Country = body.Country!,
            Payment = GifqCurrencies.Get(body.PaymentCurrency ?? option.Currency),
        };
}
