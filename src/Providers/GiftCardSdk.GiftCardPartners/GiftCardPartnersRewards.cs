using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>The cards of an order in neutral words. Delivered ones have no id of their own; there is a reward for each anyway.</summary>
internal sealed class GiftCardPartnersRewards(StatusWords statuses)
{
    /// <summary>More cards in one line than this are no order but a mistaken answer; nothing is made up for them.</summary>
    private const int MostCards = 100_000;

    public IReadOnlyList<Reward> Of(GiftCardPartnersOrder order, IReadOnlyDictionary<string, string> currencies, RewardDetail detail) =>
        detail == RewardDetail.None
            ? []
            :
            [
                .. (order.LineItems ?? [])
                    .Index()
                    .Where(line => line.Item is not null)
                    .SelectMany(line => OfLine(order, line.Item!, line.Index, currencies, detail)),
            ];

    /// <summary>Whether links were bought that are not there yet.</summary>
    public bool LacksLinks(GiftCardPartnersOrder order) =>
        IsLinks(order)
        && (
            order.LineItems is not { Count: > 0 } lines || lines.Any(line => line is null || (!HasFailed(order, line) && LacksLinks(line)))
        );

    /// <summary>The name that a line is addressed to, which is all that an answer shows of its recipient.</summary>
    public static Recipient? RecipientOf(GiftCardPartnersOrderLine line) =>
        string.IsNullOrWhiteSpace(line.Personalization?.To) ? null : new() { Name = line.Personalization.To };

    private IEnumerable<Reward> OfLine(
        GiftCardPartnersOrder order,
        GiftCardPartnersOrderLine line,
        int index,
        IReadOnlyDictionary<string, string> currencies,
        RewardDetail detail
    )
    {
        var reward = new Reward
        {
            Line = index,
            ProductId = line.ProductId,
            Recipient = RecipientOf(line),
            FaceValue = Money.OrNull(line.Value, currencies.GetValueOrDefault(line.ProductId ?? "")),
            Delivery = DeliveryOf(order, line),
            RawDeliveryState = line.Status,
        };
        GiftCardPartnersClaim[] claims = [.. (line.ClaimData ?? []).OfType<GiftCardPartnersClaim>()];
        return claims.Length > 0 ? claims.Select(claim => WithClaim(reward, claim, detail))
            : IsLinks(order) && !HasFailed(order, line) ? []
            : Enumerable.Repeat(reward, line.Quantity is > 0 and <= MostCards and var cards ? cards : 0);
    }

    private static Reward WithClaim(Reward reward, GiftCardPartnersClaim claim, RewardDetail detail) =>
        detail == RewardDetail.Secrets
            ? reward with
            {
                Id = claim.Id,
                Link = claim.ClaimLink,
                Challenge = claim.ClaimLinkChallengeAnswer,
            }
            : reward with
            {
                Id = claim.Id,
            };

    /// <summary>
    /// A line that is done was sent, as far as e-mails and text messages go; whether they arrived is never told. A parcel is with its carrier at
    /// best, for which there is no word.
    /// </summary>
    private DeliveryState DeliveryOf(GiftCardPartnersOrder order, GiftCardPartnersOrderLine line)
    {
        var status = StatusOf(order, line);
        return HasFailed(order, line) ? DeliveryState.Refused
            : status == OrderStatus.Pending ? DeliveryState.Pending
            : status != OrderStatus.Completed ? default
            : IsLinks(order) ? DeliveryState.Returned
            : ProviderWords.Same(order.Type, GiftCardPartnersWords.OrderType.DigitalDelivery) ? DeliveryState.Delivered
            : default;
    }

    private bool HasFailed(GiftCardPartnersOrder order, GiftCardPartnersOrderLine line) =>
        StatusOf(order, line) is var status && (status == OrderStatus.Failed || status == OrderStatus.Cancelled);

    /// <summary>The line's own word, or the order's where it has none.</summary>
    private OrderStatus StatusOf(GiftCardPartnersOrder order, GiftCardPartnersOrderLine line) =>
        statuses.Of(string.IsNullOrWhiteSpace(line.Status) ? order.Status : line.Status);

    private static bool IsLinks(GiftCardPartnersOrder order) => ProviderWords.Same(order.Type, GiftCardPartnersWords.OrderType.Links);

    /// <summary>Without a quantity, one card that can be read is all that can be asked for.</summary>
    private static bool LacksLinks(GiftCardPartnersOrderLine line) =>
        (line.ClaimData ?? []).Count(claim => claim?.ClaimLink is not null || claim?.Further is { Count: > 0 })
        < Math.Max(1, line.Quantity ?? 1);
}
