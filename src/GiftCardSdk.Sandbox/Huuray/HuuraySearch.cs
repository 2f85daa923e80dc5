using GiftCardSdk.Sandbox.Huuray.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>One search: every filter given must fit, and one order is the answer.</summary>
internal sealed class HuuraySearch(SearchOrder filter)
{
    private static readonly SearchOrder NoFilter = new();

    public bool IsEmpty => filter == NoFilter;

    public HuurayOrder? Run(HuurayState state, DateTimeOffset now, HuurayManyMatches many)
    {
        var candidates = Candidates(state);
        return many == HuurayManyMatches.Oldest
            ? candidates.FirstOrDefault(order => Matches(order, now))
            : candidates.LastOrDefault(order => Matches(order, now));
    }

    // Oldest first, by the narrowest index there is; a list is searched from either end without being copied.
    private IReadOnlyList<HuurayOrder> Candidates(HuurayState state) =>
        filter switch
        {
            { OrderUid: { } uid } => state.FindOrder(uid) is { } order ? [order] : [],
            { VoucherId: { } id } => state.FindVoucher(id) is { } voucher ? [voucher.Order] : [],
            { RefId: { } refId } => state.FindByRefId(refId),
            _ => state.Orders,
        };

    private bool Matches(HuurayOrder order, DateTimeOffset now) =>
        order.IsFound(now) && MatchesOrder(order.Content) && order.Vouchers.Any(MatchesVoucher);

    private bool MatchesOrder(HuurayOrderContent content) =>
        Fits(filter.ProductToken, content.Product.Token)
        && Fits(filter.RefId, content.RefId)
        && (filter.EmailTemplateId is not { } email || (content.Template is { IsEmail: true } template && template.Id == email))
        && (filter.SmsTemplateId is not { } sms || (content.Template is { IsEmail: false } other && other.Id == sms))
        && (filter.DeliveryDatetime is not { } time || content.SendAt == time);

    private bool MatchesVoucher(HuurayVoucher voucher) =>
        (filter.VoucherId is not { } id || voucher.Id == id)
        && Fits(filter.RecipientName, voucher.Recipient?.Name)
        && Fits(filter.RecipientEmail, voucher.Recipient?.Email)
        && Fits(filter.RecipientPhone, voucher.Recipient?.Phone)
        && Fits(filter.RecipientRefId, voucher.Recipient?.RefId);

    private static bool Fits(string? wanted, string? there) => wanted is null || wanted == there;
}
