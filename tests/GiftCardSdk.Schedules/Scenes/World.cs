using GiftCardSdk.Journal;
using GiftCardSdk.Testing;

namespace GiftCardSdk.Schedules.Scenes;

/// <summary>What outlives a process: the provider, the journal, the clock.</summary>
internal sealed class World
{
    /// <summary>The order that everybody places.</summary>
    public static readonly OrderReference Reference = "order-1";

    public World(bool isShared = false)
    {
        var options = new InMemoryProviderOptions
        {
            // The provider that forgives nothing: a second send is a second purchase. A miss proves at once that nothing was sold.
            Idempotency = new()
            {
                Repeat = RepeatBehavior.BuysAgain,
                Lookup = LookupAuthority.Authoritative,
                QuietTime = TimeSpan.Zero,
            },
        };
        Provider = new(options, Clock);
        Journal = isShared ? new SharedJournal(new InMemoryOrderJournal()) : new InMemoryOrderJournal();
    }

    public SceneClock Clock { get; } = new();

    public InMemoryGiftCardProvider Provider { get; }

    public IOrderJournal Journal { get; }

    public static OrderRequest Request(OrderReference reference) =>
        new()
        {
            Reference = reference,
            Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(25, "EUR") }],
            Delivery = Delivery.Returned,
        };

    public static OrderIdentity IdentityOf(OrderReference reference) =>
        new("in-memory", GiftCardEnvironment.Sandbox, "test", OrderIdentity.PlaceOrder, reference);
}
