using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>Many applications on one database, at once.</summary>
public sealed class SeveralProcessesTests(PostgresServer server) : IDisposable
{
    private const int Many = 12;

    private static readonly OrderRequest Request = new()
    {
        Reference = "order-1",
        Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(25, "EUR") }],
        Delivery = Delivery.Returned,
    };

    private readonly Processes _processes = new(server);

    public void Dispose() => _processes.Dispose();

    [Fact]
    public async Task Of_many_that_add_one_identity_at_once_one_wins()
    {
        var journals = Enumerable.Range(0, Many).Select(_ => _processes.Journal()).ToList();

        for (var round = 0; round < 10; round++)
        {
            var entry = Entries.Entry($"order-{round}");
            var wins = await AtOnceAsync(journals, async (journal, i) => await journal.TryAddAsync(entry with { Owner = $"process {i}" }));

            wins.Count(won => won).ShouldBe(1);
            (await journals[0].FindAsync(entry.Identity)).ShouldNotBeNull().Owner.ShouldBe($"process {wins.IndexOf(true)}");
        }
    }

    [Fact]
    public async Task All_have_the_key_that_the_fastest_of_them_made()
    {
        var journals = Enumerable.Range(0, Many).Select(_ => _processes.Journal()).ToList();

        var keys = await AtOnceAsync(journals, async (journal, _) => Convert.ToBase64String((await journal.GetFingerprintKeyAsync()).Span));

        keys.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task An_order_that_all_of_them_place_at_once_is_sent_once()
    {
        var provider = new InMemoryGiftCardProvider(new() { Idempotency = new() { Lookup = LookupAuthority.Authoritative } });
        var clock = new ConformanceClock();
        var accounts = Enumerable
            .Range(0, Many)
            .Select(_ => _processes.Start(clock, builder => builder.AddInMemory("test", provider)))
            .Select(services => services.GetRequiredService<IGiftCards>().GetAccount("test"))
            .ToList();

        var orders = await AtOnceAsync(accounts, (account, _) => PlaceUntilKnownAsync(account));

        orders.Select(order => order.Id).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        provider.Arrivals.ShouldBe(1);
    }

    /// <summary>On a clock that nobody waits for, a patience may be over while the process that sends is still busy: then the caller comes again.</summary>
    private static async Task<Order> PlaceUntilKnownAsync(IGiftCardAccount account)
    {
        for (var times = 1; ; times++)
        {
            try
            {
                return await account.Orders.PlaceAsync(Request);
            }
            catch (OrderOutcomeUnknownException) when (times < 100)
            {
                await Task.Yield();
            }
        }
    }

    [Fact]
    public async Task An_order_whose_key_was_deleted_from_the_database_is_not_called_another_order()
    {
        var provider = new InMemoryGiftCardProvider(new() { Idempotency = new() { Lookup = LookupAuthority.Authoritative } });
        Task<Order> PlaceAsync() =>
            _processes
                .Start(accounts: builder => builder.AddInMemory("test", provider))
                .GetRequiredService<IGiftCards>()
                .GetAccount("test")
                .Orders.PlaceAsync(Request);
        var order = await PlaceAsync();
        await Sql.ExecuteAsync(_processes.Database, "DELETE FROM gift_card_settings");

        var failure = await Should.ThrowAsync<GiftCardException>(PlaceAsync);

        (failure.Code, failure.Outcome, failure.OrderId).ShouldBe(
            (GiftCardErrorCode.JournalUnavailable, GiftCardOutcome.MayExist, order.Id)
        );
        failure.Message.ShouldContain("cannot be compared");
        provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task The_right_to_resolve_an_account_belongs_to_one_until_it_runs_out_or_is_given_back()
    {
        var clock = new ManualTimeProvider();
        var (first, second) = (_processes.Journal(clock), _processes.Journal(clock));
        var minute = TimeSpan.FromMinutes(1);

        (await first.TryLeaseAsync("giftbit/Sandbox/a", "first", minute)).ShouldBeTrue();
        (await second.TryLeaseAsync("giftbit/Sandbox/a", "second", minute)).ShouldBeFalse();
        (await second.TryLeaseAsync("giftbit/Sandbox/A", "second", minute)).ShouldBeTrue("another account");
        (await first.TryLeaseAsync("giftbit/Sandbox/a", "first", 2 * minute)).ShouldBeTrue("renewed");
        clock.Advance(minute);
        (await second.TryLeaseAsync("giftbit/Sandbox/a", "second", minute)).ShouldBeFalse("renewed for longer");
        clock.Advance(minute);
        (await second.TryLeaseAsync("giftbit/Sandbox/a", "second", minute)).ShouldBeTrue("run out");
        (await first.TryLeaseAsync("giftbit/Sandbox/a", "first", TimeSpan.Zero)).ShouldBeFalse("no longer its own");
        (await second.TryLeaseAsync("giftbit/Sandbox/a", "second", TimeSpan.Zero)).ShouldBeTrue();
        (await first.TryLeaseAsync("giftbit/Sandbox/a", "first", minute)).ShouldBeTrue("given back");
    }

    [Fact]
    public async Task Of_many_that_want_the_right_to_resolve_at_once_one_gets_it()
    {
        var journals = Enumerable.Range(0, Many).Select(_ => _processes.Journal()).ToList();

        var wins = await AtOnceAsync(
            journals,
            async (journal, i) => await journal.TryLeaseAsync("giftbit/Sandbox/a", $"process {i}", TimeSpan.FromMinutes(1))
        );

        wins.Count(won => won).ShouldBe(1);
    }

    private static async Task<List<TResult>> AtOnceAsync<T, TResult>(IReadOnlyList<T> those, Func<T, int, Task<TResult>> act)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Task.WhenAll(
            those.Select(
                async (one, i) =>
                {
                    await start.Task;
                    return await act(one, i);
                }
            )
        );
        start.SetResult();
        return [.. await all];
    }
}
