using System.Globalization;

namespace GiftCardSdk.Giftronaut;

/// <summary>What only Giftronaut would find wrong with an order: told before anything is sent, in sentences without a name or an address.</summary>
internal sealed class GiftronautOrderCheck(TimeProvider time)
{
    private static readonly string[] CardTypes = [GiftronautWords.CardType.Branded, GiftronautWords.CardType.Choice];

    public IEnumerable<string> Mistakes(OrderRequest request)
    {
        var options = request.OptionsOf<GiftronautOrderOptions>() ?? new GiftronautOrderOptions();
        return
        [
            .. OfOptions(request, options),
            .. request.Delivery == Delivery.Email
                ? GiftronautRecipients.Repeated(request.Lines.Select(line => line.Recipient?.Email), "Lines")
                : [],
            .. OfTiming(request.SendAt, options.TimeZone),
        ];
    }

    private static IEnumerable<string> OfOptions(OrderRequest request, GiftronautOrderOptions options)
    {
        if (options.CardType is not null && !CardTypes.Contains(options.CardType, StringComparer.Ordinal))
        {
            yield return $"GiftronautOrderOptions.CardType: '{options.CardType}' was given; {string.Join(" or ", CardTypes)} is expected, or null.";
        }

        if (request.Delivery == Delivery.Returned && options is not { TimeZone: null, Lines.Count: 0 })
        {
            yield return "GiftronautOrderOptions.TimeZone, Lines: reward links come at once and have no recipients; leave them out with delivery Returned.";
        }

        foreach (var (index, line) in options.Lines.Where(line => line.Value is null || line.Key < 0 || line.Key >= request.Lines.Count))
        {
            yield return string.Create(
                CultureInfo.InvariantCulture,
                $"GiftronautOrderOptions.Lines[{index}]: {(line is null ? "nothing is said of it" : "the order has no such line")}; lines are counted from 0 to {request.Lines.Count - 1}."
            );
        }
    }

    private IEnumerable<string> OfTiming(DateTimeOffset? sendAt, string? zoneId)
    {
        if (sendAt is not { } at)
        {
            return zoneId is null ? [] : ["GiftronautOrderOptions.TimeZone: without SendAt the order is sent at once; leave it out."];
        }

        if (at <= time.GetUtcNow())
        {
            return [$"SendAt: {at:O} has passed; leave it out to send at once."];
        }

        return zoneId is null ? []
            : GiftronautTime.FindZone(zoneId) is not { } zone
                ?
                [
                    $"GiftronautOrderOptions.TimeZone: '{zoneId}' is no zone that this machine knows; an IANA id such as Europe/Berlin is expected.",
                ]
            : GiftronautTime.IsTwice(at, zone)
                ? [$"SendAt: the clocks of {zoneId} show {at:O} twice, when summer time ends; leave TimeZone out, or choose another time."]
            : [];
    }
}
