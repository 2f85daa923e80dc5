using System.Globalization;

namespace GiftCardSdk.Giftbit;

/// <summary>What only Giftbit would find wrong with an order: told before anything is sent, in sentences without a name or an address.</summary>
internal sealed class GiftbitOrderCheck(GiftbitSettings settings, TimeProvider time)
{
    public IEnumerable<string> Mistakes(OrderRequest request)
    {
        var options = request.OptionsOf<GiftbitOrderOptions>() ?? new GiftbitOrderOptions();
        return
        [
            .. OfValue(request.Lines[0]),
            .. OfProduct(request.Lines[0], options),
            .. request.Delivery == Delivery.Email ? OfEmail(request, options) : OfLinks(request, options),
            .. request.ClaimBy is { } day ? OfClaimBy(day) : [],
        ];
    }

    private static IEnumerable<string> OfValue(OrderLine line)
    {
        if (!GiftbitMoney.Fits(line.FaceValue))
        {
            yield return $"Lines[0].FaceValue: {line.FaceValue} was given, but Giftbit counts in whole hundredths.";
        }
    }

    private IEnumerable<string> OfProduct(OrderLine line, GiftbitOrderOptions options)
    {
        string[] further = [.. options.BrandCodes.Select(code => code ?? "")];
        if (
            further.Any(string.IsNullOrWhiteSpace)
            || further.Append(line.ProductId).Distinct(StringComparer.Ordinal).Count() <= further.Length
        )
        {
            yield return "GiftbitOrderOptions.BrandCodes: a brand is blank or named twice; list each further brand once, without the product of the lines.";
        }

        if (!GiftbitProductId.TryGetRegion(line.ProductId, out var region))
        {
            yield break;
        }

        if (further.Length > 0)
        {
            yield return "GiftbitOrderOptions.BrandCodes: a whole catalogue and a list of brands exclude each other; leave one of them out.";
        }

        if (!settings.Assumptions.RegionCurrencies.TryGetValue(region, out var currency))
        {
            yield return $"Lines[0].ProductId: the currency of prices in region '{region}' is not known; add it to WireAssumptions.RegionCurrencies when Giftbit has confirmed it.";
        }
        else if (!string.Equals(currency, line.FaceValue.Currency, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"Lines[0].FaceValue: {line.FaceValue} was given, but prices in region '{region}' are in {currency}.";
        }
    }

    private static IEnumerable<string> OfEmail(OrderRequest request, GiftbitOrderOptions options)
    {
        if (options.ShortLink || !string.IsNullOrWhiteSpace(options.LandingPageMessage))
        {
            yield return "GiftbitOrderOptions.ShortLink, LandingPageMessage: short links come back to you; use Delivery.Returned with them.";
        }

        var twice = request
            .Lines.Select((line, index) => (Address: Normalize(line.Recipient?.Email), Index: index))
            .Where(line => line.Address.Length > 0)
            .GroupBy(line => line.Address, line => line.Index, StringComparer.Ordinal)
            .FirstOrDefault(lines => lines.Skip(1).Any());
        if (twice is not null)
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"Lines: lines {string.Join(" and ", twice.Take(2))} have the same recipient, and Giftbit does not say whether that makes two rewards. Place an order for each."
            );
        }
    }

    private static IEnumerable<string> OfLinks(OrderRequest request, GiftbitOrderOptions options)
    {
        var text = !string.IsNullOrWhiteSpace(options.LandingPageMessage);
        var template = !string.IsNullOrWhiteSpace(request.TemplateId);
        if (options.ShortLink && !text && !template)
        {
            yield return "GiftbitOrderOptions.LandingPageMessage: a short link opens a page of Giftbit's with a text; give one, or a TemplateId.";
        }

        if (!options.ShortLink && (text || template))
        {
            yield return "GiftbitOrderOptions.LandingPageMessage, TemplateId: a direct link opens no page for a text; leave them out, or set ShortLink.";
        }
    }

    private IEnumerable<string> OfClaimBy(DateOnly day)
    {
        var today = settings.Time.DayOf(time.GetUtcNow());
        if (day < today || day > today.AddYears(1))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"ClaimBy: {day:yyyy-MM-dd} was given; Giftbit takes {today:yyyy-MM-dd} to {today.AddYears(1):yyyy-MM-dd}, by Pacific time, or none for no end."
            );
        }
    }

    internal static string Normalize(string? address) => (address ?? "").Trim().ToLowerInvariant();
}
