using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>How each kind of order behaves at its provider, as docs/exactly-once.md says.</summary>
internal static class ProviderRows
{
    public static IdempotencyProfile Giftbit { get; } =
        Profiles.NeverBuysAgain with
        {
            Answer = RepeatAnswer.Undocumented,
            QuietTime = TimeSpan.FromMinutes(5),
        };

    public static IdempotencyProfile Gifq { get; } = Giftbit;

    public static IdempotencyProfile GiftCardPartners { get; } =
        Profiles.NeverBuysAgain with
        {
            Answer = RepeatAnswer.ConflictWithId,
            QuietTime = TimeSpan.FromMinutes(5),
        };

    public static IdempotencyProfile Giftronaut { get; } = Profiles.ForADay;

    public static IdempotencyProfile GiftronautLinks { get; } = Profiles.ForADay with { Answer = RepeatAnswer.ConflictWithId };

    public static IdempotencyProfile Huuray { get; } = Profiles.BuysAgain;

    public static IdempotencyProfile Of(string row) =>
        row switch
        {
            nameof(Giftbit) => Giftbit,
            nameof(Gifq) => Gifq,
            nameof(GiftCardPartners) => GiftCardPartners,
            nameof(Giftronaut) => Giftronaut,
            nameof(GiftronautLinks) => GiftronautLinks,
            nameof(Huuray) => Huuray,
            _ => throw new ArgumentOutOfRangeException(nameof(row), row, "There is no such row."),
        };

    /// <summary>A shop whose process died: with the order bought, or before it was sent.</summary>
    public static async Task<Shop> DeadShopAsync(string row, bool wasBought)
    {
        var shop = Crashes.NewShop(Of(row));
        await (wasBought ? shop.DieAfterSendingAsync(ScriptedEnd.Accepted) : shop.DieBeforeSendingAsync());
        return shop;
    }
}
