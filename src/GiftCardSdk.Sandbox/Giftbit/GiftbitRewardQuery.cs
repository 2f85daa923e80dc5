using System.Globalization;
using GiftCardSdk.Sandbox.Giftbit.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>The filters and orders of the reward list.</summary>
internal static class GiftbitRewardQuery
{
    private const int ShortestSearch = 3;

    private static readonly Dictionary<string, Func<Gift, string?>> Texts = new(StringComparer.Ordinal)
    {
        ["uuid"] = gift => gift.Uuid,
        ["campaign_uuid"] = gift => gift.CampaignUuid,
        ["campaign_id"] = gift => gift.CampaignId,
        ["delivery_status"] = gift => gift.DeliveryStatus,
        ["status"] = gift => gift.Status,
    };

    private static readonly Dictionary<string, Func<Gift, string?>> Searches = new(StringComparer.Ordinal)
    {
        ["recipient_name"] = gift => gift.RecipientName,
        ["recipient_email"] = gift => gift.RecipientEmail,
    };

    private static readonly Dictionary<string, Func<Gift, string?>> Dates = new(StringComparer.Ordinal)
    {
        ["created_date"] = gift => gift.CreatedDate,
        ["delivery_date"] = gift => gift.DeliveryDate,
        ["redeemed_date"] = gift => gift.RedeemedDate,
    };

    private static readonly Dictionary<string, Func<Gift, long?>> Numbers = new(StringComparer.Ordinal)
    {
        ["price_in_cents"] = gift => gift.PriceInCents,
        ["redelivery_count"] = gift => gift.RedeliveryCount,
    };

    private static readonly Dictionary<string, Func<Gift, string>> Sorts = new(StringComparer.Ordinal)
    {
        ["campaign_id"] = gift => gift.CampaignId,
        ["price_in_cents"] = gift => (gift.PriceInCents ?? 0).ToString("D12", CultureInfo.InvariantCulture),
        ["recipient_name"] = gift => gift.RecipientName ?? "",
        ["recipient_email"] = gift => gift.RecipientEmail ?? "",
        ["delivery_status"] = gift => gift.DeliveryStatus,
        ["status"] = gift => gift.Status,
    };

    /// <summary>The first parameter that makes no sense, or null.</summary>
    public static GiftbitRefusal? Refuse(SandboxCall call) =>
        RefuseEach(call, Searches.Keys, text => text.Length >= ShortestSearch, "has at least three characters")
        ?? RefuseEach(call, Bounds(Dates.Keys), GiftbitPacific.IsTimestamp, "is a time as yyyy-MM-dd HH:mm:ss")
        ?? RefuseEach(call, Bounds(Numbers.Keys), text => TryNumber(text, out _), "is a whole number")
        ?? RefuseEach(call, ["sort"], Sorts.ContainsKey, "is one of the documented columns; creation date is the default and has no name")
        ?? RefuseEach(call, ["order"], text => text is "asc" or "desc", "is asc or desc");

    /// <summary>Filters and sorts; newest first unless the query says otherwise. All bounds are inclusive.</summary>
    public static IReadOnlyList<Gift> Run(SandboxCall call, IEnumerable<GiftbitReward> rewards, GiftbitReplies replies)
    {
        var matching = rewards.Select(reward => replies.Gift(reward, call.Now)).Where(Filter(call)).ToList();
        var ascending = call.QueryValue("order") == "asc";
        if (call.QueryValue("sort") is { } sort)
        {
            var key = Sorts[sort];
            return [.. ascending ? matching.OrderBy(key, StringComparer.Ordinal) : matching.OrderByDescending(key, StringComparer.Ordinal)];
        }

        matching = [.. matching.OrderBy(gift => gift.CreatedDate, StringComparer.Ordinal)];
        if (!ascending)
        {
            matching.Reverse();
        }

        return matching;
    }

    private static Func<Gift, bool> Filter(SandboxCall call)
    {
        var filters = Texts
            .Where(text => call.QueryValue(text.Key) is not null)
            .Select(text => Equal(text.Value, call.QueryValue(text.Key)!))
            .Concat(
                Searches
                    .Where(search => call.QueryValue(search.Key) is not null)
                    .Select(search => Containing(search.Value, call.QueryValue(search.Key)!))
            )
            .Concat(Dates.SelectMany(date => DateBounds(call, date.Key, date.Value)))
            .Concat(Numbers.SelectMany(number => NumberBounds(call, number.Key, number.Value)))
            .ToArray();
        return gift => Array.TrueForAll(filters, filter => filter(gift));
    }

    private static Func<Gift, bool> Equal(Func<Gift, string?> column, string value) => gift => column(gift) == value;

    private static Func<Gift, bool> Containing(Func<Gift, string?> column, string value) =>
        gift => column(gift)?.Contains(value, StringComparison.OrdinalIgnoreCase) == true;

    // The format sorts as text, so no time needs to be parsed to be compared.
    private static IEnumerable<Func<Gift, bool>> DateBounds(SandboxCall call, string name, Func<Gift, string?> column)
    {
        if (call.QueryValue(name + "_greater_than") is { } from)
        {
            yield return gift => string.CompareOrdinal(column(gift), from) >= 0;
        }

        if (call.QueryValue(name + "_less_than") is { } to)
        {
            yield return gift => column(gift) is { } value && string.CompareOrdinal(value, to) <= 0;
        }
    }

    private static IEnumerable<Func<Gift, bool>> NumberBounds(SandboxCall call, string name, Func<Gift, long?> column)
    {
        if (TryNumber(call.QueryValue(name + "_greater_than"), out var from))
        {
            yield return gift => column(gift) >= from;
        }

        if (TryNumber(call.QueryValue(name + "_less_than"), out var to))
        {
            yield return gift => column(gift) <= to;
        }
    }

    private static bool TryNumber(string? text, out long number) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out number);

    private static IEnumerable<string> Bounds(IEnumerable<string> names) =>
        names.SelectMany(name => new[] { name + "_greater_than", name + "_less_than" });

    private static GiftbitRefusal? RefuseEach(SandboxCall call, IEnumerable<string> names, Func<string, bool> isGood, string demand)
    {
        var bad = names.FirstOrDefault(name => call.QueryValue(name) is { } value && !isGood(value));
        return bad is null ? null : GiftbitPage.Parameter($"{bad} {demand}");
    }
}
