using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The operations on rewards. The list is filtered and sorted by the very members that it shows.</summary>
internal sealed class GiftbitRewards(GiftbitTwinOptions options, GiftbitStore store)
{
    private const int UsualPage = 20;
    private const int ShortestSearch = 3;

    private static readonly string[] Texts = ["uuid", "campaign_uuid", "campaign_id", "delivery_status", "status"];
    private static readonly string[] Searches = ["recipient_name", "recipient_email"];
    private static readonly string[] Dates = ["created_date", "delivery_date", "redeemed_date"];
    private static readonly string[] Numbers = ["price_in_cents", "redelivery_count"];
    private static readonly string[] Sorts =
    [
        "campaign_id",
        "price_in_cents",
        "recipient_name",
        "recipient_email",
        "delivery_status",
        "status",
    ];

    public SandboxAnswer List(SandboxCall call)
    {
        if (RefuseQuery(call) is { } refusal)
        {
            return refusal;
        }

        var rows = Candidates(call)
            .Where(reward => reward.Order.IsReady(call.Now))
            .Select(reward => GiftbitDocuments.Reward(reward, call.Now, options))
            .Where(row => Matches(call, row))
            .ToArray();
        var info = GiftbitRules.Info("INFO_GIFTS", "Rewards", "Rewards found.");
        return GiftbitRules.Page(call, "gifts", Sorted(call, rows), row => row, info, UsualPage, options.MaxPageSize);
    }

    public SandboxAnswer Get(SandboxCall call) => For(call, reward => Answer(reward, call, "INFO_GIFTS", "Reward", "Reward found."));

    public SandboxAnswer Resend(SandboxCall call, JsonObject body) =>
        body.Flag("resend") != true
            ? GiftbitRules.Missing("resend")
            : For(
                call,
                reward =>
                {
                    if (!reward.IsOpen || reward.Order.Kind != GiftbitOrderKind.Email)
                    {
                        return GiftbitRules.Invalid("ERROR_SIM_RESEND_REFUSED", $"The reward is {reward.Status} or was not e-mailed.");
                    }

                    reward.Redeliveries++;
                    return Answer(reward, call, "INFO_GIFTS_RESENT", "Reward resent", "The e-mail goes out again.");
                }
            );

    public SandboxAnswer Cancel(SandboxCall call) =>
        For(
            call,
            reward =>
            {
                if (!reward.IsOpen)
                {
                    return GiftbitRules.Invalid("ERROR_SIM_CANCEL_REFUSED", $"The reward is {reward.Status}.");
                }

                store.Cancel(reward, call.Now);
                return Answer(reward, call, "INFO_GIFTS_CANCELED", "Reward cancelled", "It can no longer be claimed.");
            }
        );

    private SandboxAnswer For(SandboxCall call, Func<GiftbitReward, SandboxAnswer> act) =>
        store.FindReward(call.Route("uuid")) is { } reward && reward.Order.IsReady(call.Now)
            ? act(reward)
            : GiftbitRules.Unknown(options, "ERROR_SIM_NO_SUCH_GIFT", call.Route("uuid"));

    private SandboxAnswer Answer(GiftbitReward reward, SandboxCall call, string code, string name, string message) =>
        GiftbitRules.Ok(
            new JsonObject
            {
                ["gift"] = GiftbitDocuments.Reward(reward, call.Now, options),
                ["info"] = GiftbitRules.Info(code, name, message),
                ["status"] = StatusCodes.Status200OK,
            }
        );

    /// <summary>The rewards of one order where the query names it, so that following an order never walks over all of them.</summary>
    private IReadOnlyList<GiftbitReward> Candidates(SandboxCall call)
    {
        if (call.QueryValue("uuid") is { } uuid)
        {
            return store.FindReward(uuid) is { } reward ? [reward] : [];
        }

        if (call.QueryValue("campaign_id") is { } id)
        {
            return store.FindById(id)?.Rewards ?? [];
        }

        return call.QueryValue("campaign_uuid") is { } campaign ? store.FindByUuid(campaign)?.Rewards ?? [] : store.Rewards;
    }

    /// <summary>The first parameter that makes no sense, or null.</summary>
    private static SandboxAnswer? RefuseQuery(SandboxCall call) =>
        Refuse(call, Searches, text => text.Length >= ShortestSearch, "has at least three characters")
        ?? Refuse(call, Bounds(Dates), GiftbitPacific.IsTimestamp, "is a time as yyyy-MM-dd HH:mm:ss")
        ?? Refuse(call, Bounds(Numbers), text => Number(text) is not null, "is a whole number")
        ?? Refuse(call, ["sort"], Sorts.Contains, "is one of the documented columns; creation date is the default and has no name")
        ?? Refuse(call, ["order"], text => text is "asc" or "desc", "is asc or desc");

    private static SandboxAnswer? Refuse(SandboxCall call, IEnumerable<string> names, Func<string, bool> isGood, string demand)
    {
        var bad = names.FirstOrDefault(name => call.QueryValue(name) is { } value && !isGood(value));
        return bad is null ? null : GiftbitRules.Parameter($"{bad} {demand}");
    }

    private static IEnumerable<string> Bounds(string[] names) =>
        names.SelectMany(name => new[] { name + "_greater_than", name + "_less_than" });

    // All bounds are inclusive; the format of times sorts as text, so none needs to be parsed to be compared.
    private static bool Matches(SandboxCall call, JsonObject row) =>
        Array.TrueForAll(Texts, name => call.QueryValue(name) is not { } wanted || row.Text(name) == wanted)
        && Array.TrueForAll(
            Searches,
            name => call.QueryValue(name) is not { } part || row.Text(name)?.Contains(part, StringComparison.OrdinalIgnoreCase) == true
        )
        && Array.TrueForAll(Dates, name => IsWithin(call, name, bound => Compare(row.Text(name), bound)))
        && Array.TrueForAll(
            Numbers,
            name => IsWithin(call, name, bound => row.Long(name) is { } value ? value.CompareTo(Number(bound)) : null)
        );

    private static bool IsWithin(SandboxCall call, string name, Func<string, int?> compare) =>
        (call.QueryValue(name + "_greater_than") is not { } from || compare(from) >= 0)
        && (call.QueryValue(name + "_less_than") is not { } to || compare(to) <= 0);

    private static int? Compare(string? value, string bound) => value is null ? null : string.CompareOrdinal(value, bound);

    private static long? Number(string text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Newest first unless the query says otherwise.
    private static JsonObject[] Sorted(SandboxCall call, JsonObject[] rows)
    {
        var isAscending = call.QueryValue("order") == "asc";
        if (call.QueryValue("sort") is not { } sort)
        {
            JsonObject[] byDate = [.. rows.OrderBy(row => row.Text("created_date"), StringComparer.Ordinal)];
            return isAscending ? byDate : [.. byDate.Reverse()];
        }

        var sorted =
            sort == "price_in_cents" ? Order(row => row.Long(sort) ?? 0) : Order(row => row.Text(sort) ?? "", StringComparer.Ordinal);
        return [.. sorted];

        IEnumerable<JsonObject> Order<T>(Func<JsonObject, T> key, IComparer<T>? comparer = null) =>
            isAscending ? rows.OrderBy(key, comparer) : rows.OrderByDescending(key, comparer);
    }
}
