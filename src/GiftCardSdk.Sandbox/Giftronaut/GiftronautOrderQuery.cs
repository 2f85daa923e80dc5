namespace GiftCardSdk.Sandbox;

/// <summary>Looking orders up.</summary>
internal sealed class GiftronautOrderQuery(GiftronautTwinOptions options, GiftronautReplies replies)
{
    public SandboxAnswer Get(GiftronautCall call) =>
        call.Account.Find(call.Http.Route("orderId")) is { } order
            ? replies.Order(order)
            : GiftronautRefusal.NotFound("ORDER_NOT_FOUND", "order").ToAnswer();

    public SandboxAnswer List(GiftronautCall call)
    {
        if (!GiftronautPage.TryRead(call, options, out var page, out var refusal))
        {
            return refusal.ToAnswer();
        }

        var http = call.Http;
        if (Complain(http) is { } complaint)
        {
            return GiftronautRefusal.Invalid(complaint).ToAnswer();
        }

        var key = options.ClientOrderIdHonoured ? http.QueryValue("clientOrderId") : null;
        var orders = key is null ? call.Account.NewestFirst : call.Account.FindByKey(key);
        if (key is null && !IsFiltered(http))
        {
            // The usual look needs no count and reads no further than its page.
            return Answer(page, page.Cut(orders), call.Account.OrderCount);
        }

        var found = orders.Where(order => Matches(http, order)).ToArray();
        return Answer(page, page.Cut(found), found.Length);
    }

    private SandboxAnswer Answer(GiftronautPage page, GiftronautOrder[] rows, int total) =>
        replies.List(page, [.. rows.Select(replies.Item)], total, GiftronautJsonContext.Default.IReadOnlyListOrder);

    private static bool IsFiltered(SandboxCall http) =>
        Array.Exists(
            ["orderType", "cardType", "status", "startDate", "endDate", "searchKeyword"],
            name => http.QueryValue(name) is not null
        );

    private static string? Complain(SandboxCall http) =>
        http.QueryValue("orderType") is { } type && !GiftronautOrderType.IsKnown(type) ? "orderType is not known."
        : http.QueryValue("cardType") is { } card && !GiftronautCardType.IsKnown(card) ? "cardType is not known."
        : http.QueryValue("status") is { } status && !GiftronautOrderStatus.IsKnown(status) ? "status is not known."
        : GiftronautDays.Complain(http);

    private static bool Matches(SandboxCall http, GiftronautOrder order) =>
        Is(http, "orderType", order.Content.OrderType)
        && Is(http, "cardType", order.Content.Product.CardType)
        && Is(http, "status", order.Status)
        && GiftronautDays.Include(http, order.CreatedAt)
        && (
            http.QueryValue("searchKeyword") is not { } word
            || order.Content.Product.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
            || order.Creator.Contains(word, StringComparison.OrdinalIgnoreCase)
        );

    private static bool Is(SandboxCall http, string name, string value) => http.QueryValue(name) is not { } wanted || wanted == value;
}

/// <summary>The filter by <c>startDate</c> and <c>endDate</c>: days of UTC, both inclusive.</summary>
internal static class GiftronautDays
{
    public static string? Complain(SandboxCall http) =>
        Array.Exists(["startDate", "endDate"], name => http.QueryValue(name) is { } text && !GiftronautTime.TryParseDate(text, out _))
            ? "startDate and endDate are days, as yyyy-MM-dd."
            : null;

    public static bool Include(SandboxCall http, DateTimeOffset instant)
    {
        var day = GiftronautTime.DayOf(instant);
        return (Day(http, "startDate") is not { } start || day >= start) && (Day(http, "endDate") is not { } end || day <= end);
    }

    private static DateOnly? Day(SandboxCall http, string name) =>
        http.QueryValue(name) is { } text && GiftronautTime.TryParseDate(text, out var day) ? day : null;
}
