using System.Globalization;

namespace GiftCardSdk.Huuray;

/// <summary>What only Huuray would find wrong with an order: told before anything is sent, in sentences without a name or an address.</summary>
internal sealed class HuurayOrderCheck(HuuraySettings settings, TimeProvider time)
{
    public IEnumerable<string> Mistakes(OrderRequest request)
    {
        var value = request.Lines[0].FaceValue;
        if (settings.Money.ToWire(value) is null)
        {
            yield return $"Lines[0].FaceValue: {value} was given; Huuray takes whole minor units, at most {int.MaxValue} of them.";
        }

        var cards = HuurayPlacedOrder.CardsOf(request.Lines);
        if (cards > int.MaxValue)
        {
            yield return $"Lines: {cards} cards were given; Huuray counts to {int.MaxValue}.";
        }

        var now = time.GetUtcNow();
        if (request.SendAt <= now)
        {
            yield return "SendAt: a time to come is expected, or null for as soon as possible.";
        }

        if (request.ClaimBy is { } day && HuurayTime.EndOf(day) <= now)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"ClaimBy: {day:yyyy-MM-dd} has passed; a later day is expected, not beyond the product's own end, or null for that."
            );
        }

        if (!string.IsNullOrWhiteSpace(request.TemplateId) && HuurayTemplateChoice.IdOf(request.TemplateId) is null)
        {
            yield return $"TemplateId: '{request.TemplateId}' was given; Huuray's templates have numbers, which IHuurayApi.ListTemplatesAsync shows.";
        }

        foreach (var mistake in request.OptionsOf<HuurayOrderOptions>() is { } options ? OfOptions(options, request.Delivery) : [])
        {
            yield return mistake;
        }
    }

    private static IEnumerable<string> OfOptions(HuurayOrderOptions options, Delivery delivery)
    {
        if (options.PdfTemplateUid is not null && delivery != Delivery.Email)
        {
            yield return "HuurayOrderOptions.PdfTemplateUid: a PDF is attached to e-mails alone; for others, make it with IHuurayApi.GetPdfAsync.";
        }

        foreach (
            var mistake in OfText(nameof(options.AdditionalReference), options.AdditionalReference)
                .Concat(OfText(nameof(options.CustomerReference), options.CustomerReference))
                .Concat(OfText(nameof(options.ArticleNumber), options.ArticleNumber))
                .Concat(OfText(nameof(options.Description), options.Description))
        )
        {
            yield return mistake;
        }
    }

    private static IEnumerable<string> OfText(string name, string? text) =>
        text?.Length > HuurayNewOrder.MaxInvoiceText
            ?
            [
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"HuurayOrderOptions.{name}: {text.Length} characters were given; at most {HuurayNewOrder.MaxInvoiceText}."
                ),
            ]
            : [];
}
