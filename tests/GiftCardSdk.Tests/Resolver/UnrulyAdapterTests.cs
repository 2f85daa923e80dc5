using GiftCardSdk.Adapters;
using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Resolver;

/// <summary>Whatever an adapter does, nothing is believed that was not said, and nothing secret gets out.</summary>
public sealed class UnrulyAdapterTests
{
    private const string Secret = "mira.oduya@mail.example";

    [Theory]
    [InlineData(typeof(InvalidOperationException))]
    [InlineData(typeof(OperationCanceledException))]
    [InlineData(typeof(StackTraceTooLongException))]
    public async Task Whatever_it_throws_proves_nothing_and_shows_nothing(Type type)
    {
        var shop = Crashes.NewShop();
        await shop.DieBeforeSendingAsync();
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Throws((Exception)Activator.CreateInstance(type, Secret)!));
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();
        shop.Clock.Advance(TimeSpan.FromHours(1));

        (await lookout.PassAsync()).ShouldBe(new() { LookedAt = 1, StillUnknown = 1 });

        (await ShownAsync(shop, lookout)).ShouldNotContain(Secret);
    }

    [Fact]
    public async Task One_that_throws_at_once_is_no_different()
    {
        var shop = Crashes.NewShop(wrap: static adapter => new ThrowsAtOnce(adapter));
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);

        (await lookout.PassAsync()).StillUnknown.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_without_an_id_is_not_found()
    {
        var shop = Crashes.NewShop(wrap: static adapter => new FindsNothingWithAName(adapter));
        await shop.DieBeforeSendingAsync();
        using var lookout = new Lookout(shop);

        (await lookout.PassAsync()).StillUnknown.ShouldBe(1);

        (await shop.EntryAsync()).Lookups.Single().Reason.ShouldBe("an order without an id was found");
    }

    [Fact]
    public async Task Codes_and_recipients_stand_in_no_log_and_no_explanation()
    {
        var shop = Crashes.NewShop();
        var request = Shop.Request() with
        {
            Delivery = Delivery.Email,
            Lines =
            [
                Shop.Request().Lines[0] with
                {
                    Recipient = new() { Name = "Mira Oduya", Email = Secret },
                },
            ],
        };
        await shop.DieAfterSendingAsync(ScriptedEnd.Accepted, request);
        using var lookout = new Lookout(shop);
        await lookout.PassAsync();

        var shown = await ShownAsync(shop, lookout);

        shown.ShouldContain("order-1");
        shown.ShouldNotContain(Secret);
        shown.ShouldNotContain("Mira");
        (await shop.EntryAsync()).State.ShouldBe(Accepted);
        var order = await shop.PlaceInTimeAsync(request);
        foreach (
            var secret in order.Rewards.SelectMany(reward => (string?[])[reward.Code?.Reveal(), reward.Link?.Reveal()]).OfType<string>()
        )
        {
            shown.ShouldNotContain(secret);
        }
    }

    [Fact]
    public async Task A_journal_that_fails_is_not_swallowed_and_nothing_is_believed()
    {
        var shop = Crashes.NewShop();
        await shop.DieAfterSendingAsync(ScriptedEnd.Accepted);
        using var lookout = new Lookout(shop);
        ((FaultyJournal)shop.Journal).BeforeWrite = static _ => throw new IOException("disk full");

        (await lookout.PassAsync()).ShouldBe(new() { LookedAt = 1, StillUnknown = 1 });
        lookout.Told.ShouldBeEmpty();
        lookout.Log.Entries.ShouldContain(entry => entry.Id == LogEvents.NotLookedAt);

        ((FaultyJournal)shop.Journal).BeforeWrite = null;
        (await lookout.PassAsync()).Accepted.ShouldBe(1);
    }

    private static async Task<string> ShownAsync(Shop shop, Lookout lookout) =>
        string.Join(
            '\n',
            [
                .. lookout.Log.Entries.Select(entry => entry.Text),
                .. shop.Log.Entries.Select(entry => entry.Text),
                .. lookout.Told.Select(told => told.ToString()),
                .. (await shop.EntryAsync()).Print(),
                await lookout.ExplainAsync(),
            ]
        );

    private sealed class StackTraceTooLongException(string message) : Exception(message);

    private sealed class ThrowsAtOnce(GiftCardAdapter inner) : WrappedAdapter(inner)
    {
        public override Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
            throw new InvalidCastException();
    }

    private sealed class FindsNothingWithAName(GiftCardAdapter inner) : WrappedAdapter(inner)
    {
        public override Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
            Task.FromResult<OrderLookup>(
                new OrderLookup.Found(
                    new()
                    {
                        Id = "",
                        Provider = Provider,
                        Account = "test",
                        Status = OrderStatus.Completed,
                    }
                )
            );
    }
}
