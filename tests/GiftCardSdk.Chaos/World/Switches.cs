using GiftCardSdk.Chaos.Orders;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Chaos.World;

/// <summary>
/// The points that a provider leaves open, drawn from the seed: every run meets other readings of them. Only those that keep what the provider
/// promises; a look-up may lag behind a sale, but only as far as the quiet time allows.
/// </summary>
internal static class Switches
{
    private const int Purpose = 101;

    /// <summary>The longest that a sale is hidden from look-ups after it was made.</summary>
    public static readonly TimeSpan LongestHidden = TimeSpan.FromMinutes(2);

    private static readonly TimeSpan LongestMaking = TimeSpan.FromMinutes(1);

    public static void Draw(GiftCardSandboxOptions options, int seed)
    {
        var dice = new Dice(seed, Purpose);
        Giftbit(options.Giftbit, dice);
        Gifq(options.Gifq, dice);
        Giftronaut(options.Giftronaut, dice);
        GiftCardPartners(options.GiftCardPartners, dice);
        Huuray(options.Huuray, dice);
    }

    private static void Giftbit(GiftbitTwinOptions twin, Dice dice)
    {
        twin.DuplicateAnswer = dice.Pick(Enum.GetValues<GiftbitDuplicateAnswer>());
        twin.UnknownOrderAnswer = dice.Pick(Enum.GetValues<GiftbitUnknownOrderAnswer>());
        twin.LinkOrderContacts = dice.Pick(Enum.GetValues<GiftbitLinkOrderContacts>());
        twin.CompletionDelay = dice.Between(TimeSpan.Zero, LongestMaking);
        twin.LinksReadyDelay = dice.Between(TimeSpan.Zero, LongestMaking);
    }

    private static void Gifq(GifqTwinOptions twin, Dice dice)
    {
        // Paced calls arrive together on a clock that jumps; the limit has tests of its own.
        twin.RequestsPerSecond = null;
        twin.DuplicateAnswer = dice.Pick(Enum.GetValues<GifqDuplicateAnswer>());
        twin.ListedOrder = dice.Pick(Enum.GetValues<GifqListedOrder>());
        twin.CompletionDelay = dice.Between(TimeSpan.Zero, LongestMaking);
    }

    private static void Giftronaut(GiftronautTwinOptions twin, Dice dice)
    {
        twin.SandboxRequestsPerMinute = null;
        twin.ClientOrderIdHonoured = dice.Percent(50);
        twin.OrderPaths = dice.Pick(GiftronautOrderPaths.Both, GiftronautOrderPaths.Plural);
        twin.CompletionDelay = dice.Between(TimeSpan.Zero, LongestMaking);
    }

    private static void GiftCardPartners(GiftCardPartnersTwinOptions twin, Dice dice)
    {
        twin.AsyncThreshold = dice.Pick(2, 20);
        twin.CompletionDelay = dice.Between(TimeSpan.Zero, LongestMaking);
    }

    private static void Huuray(HuurayTwinOptions twin, Dice dice)
    {
        twin.ManyMatches = dice.Pick(Enum.GetValues<HuurayManyMatches>());
        twin.ReturnCode = dice.Percent(50);
        twin.MissingVouchers = dice.Pick(Enum.GetValues<HuurayMissingVouchers>());
        // AsyncEnd stays: an order that ends without a single card is never found by a search, and belongs to the cases that a person decides.
        // A search finds an order only some time after it was completed.
        twin.CompletionDelay = dice.Between(TimeSpan.Zero, LongestHidden / 2);
        twin.SearchDelay = dice.Between(TimeSpan.Zero, LongestHidden / 2);
    }
}
