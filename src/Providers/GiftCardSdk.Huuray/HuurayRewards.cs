namespace GiftCardSdk.Huuray;

/// <summary>Cards in neutral words. Whether they were delivered, opened or used, Huuray does not show.</summary>
internal sealed class HuurayRewards(TimeProvider time)
{
    public IReadOnlyList<Reward> Of(IReadOnlyList<HuurayVoucher> vouchers, HuurayPlacedOrder? placed, RewardDetail detail)
    {
        var rewards = new Reward[vouchers.Count];
        for (var i = 0; i < rewards.Length; i++)
        {
            rewards[i] = Of(vouchers[i], placed, detail);
        }

        return rewards;
    }

    public Reward Of(HuurayVoucher voucher, HuurayPlacedOrder? placed, RewardDetail detail)
    {
        var expires = HuurayTime.Read(voucher.Expires);
        var showsSecrets = detail == RewardDetail.Secrets;
        return new()
        {
            Id = voucher.Id,
            Line = LineOf(voucher, placed),
            ProductId = placed?.Lines[0].ProductId,
            FaceValue = placed?.Lines[0].FaceValue,
            Recipient = voucher.IsReturned ? null : RecipientOf(voucher.Recipient!),
            Delivery = voucher.IsReturned ? DeliveryState.Returned : default,
            Redemption = expires <= time.GetUtcNow() ? RedemptionState.Expired : default,
            ExpiresOn = expires is { } end ? DateOnly.FromDateTime(end.UtcDateTime) : null,
            Code = showsSecrets ? voucher.Code : null,
            Link = showsSecrets ? voucher.RedeemLink : null,
            SecurityCode = showsSecrets ? voucher.Cvv : null,
        };
    }

    /// <summary>The only line, or the only one whose recipient has this card's address; null where that cannot be told.</summary>
    private static int? LineOf(HuurayVoucher voucher, HuurayPlacedOrder? placed) =>
        placed is null ? null
        : placed.Lines.Count == 1 ? 0
        : LineOfAddress(voucher, placed);

    private static int? LineOfAddress(HuurayVoucher voucher, HuurayPlacedOrder placed)
    {
        int[] found =
        [
            .. Enumerable
                .Range(0, placed.Lines.Count)
                .Where(index => HuurayRecipients.AreSame(placed.Lines[index].Recipient, voucher.Recipient, placed.Delivery)),
        ];
        return found is [var only] ? only : null;
    }

    private static Recipient RecipientOf(HuurayRecipient recipient) =>
        new()
        {
            Name = recipient.Name,
            Email = recipient.Email,
            Phone = recipient.Phone,
            Reference = recipient.RefId,
        };
}
