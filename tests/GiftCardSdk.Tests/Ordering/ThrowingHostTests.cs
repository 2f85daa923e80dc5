using System.Net;
using GiftCardSdk.Adapters;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Ordering;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Http;
using GiftCardSdk.Tests.Resolver;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Whatever an application plugs in may throw at any moment: no end of an order changes by it, and nobody waits in vain.</summary>
public sealed class ThrowingHostTests
{
    public static TheoryData<string> Ends() => ["accepted", "refused", "unknown", "never sent", "given up"];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_log_that_throws_changes_no_end(string end)
    {
        var expected = await EndAsync(end, new Shop(Profiles.BuysAgain));

        (await EndAsync(end, new Shop(Profiles.BuysAgain, log: new Grumbler()))).ShouldBe(expected);
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task A_clock_that_throws_once_the_order_is_sent_changes_no_end(string end)
    {
        var expected = await EndAsync(end, new Shop(Profiles.BuysAgain));
        var clock = new ManualTimeProvider();
        var stopped = new StoppedClock(clock);
        var shop = new Shop(Profiles.BuysAgain, new FaultyJournal(), clock: clock, coordinatorClock: stopped);
        ((FaultyJournal)shop.Journal).AfterWrite = _ => stopped.Throws = true;

        (await EndAsync(end, shop)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("accepted", "Accepted")]
    [InlineData("refused", "Refused")]
    [InlineData("unknown", "Unknown")]
    public async Task An_audit_that_throws_changes_no_end(string end, string state)
    {
        var (quiet, broken) = (new Auditor(isBroken: false), new Auditor(isBroken: true));
        var expected = await OverTheWireAsync(end, quiet);

        (await OverTheWireAsync(end, broken)).ShouldBe(expected);

        expected.ShouldEndWith(state);
        (quiet.Records, broken.Records).ShouldBe((1, 1));
    }

    public static TheoryData<string, OrderJournalState, Carelessness> FoundEnds()
    {
        (string, OrderJournalState)[] ends =
        [
            ("bought", Accepted),
            ("bought late", Accepted),
            ("never sent", Absent),
            ("parked", Parked),
            ("marked", Refused),
        ];
        return [.. ends.SelectMany(_ => Enum.GetValues<Carelessness>(), (end, how) => (end.Item1, end.Item2, how))];
    }

    [Theory]
    [MemberData(nameof(FoundEnds))]
    public async Task An_observer_that_throws_changes_no_end_that_was_found_without_a_caller(
        string end,
        OrderJournalState state,
        Carelessness carelessness
    )
    {
        var observer = new Careless(carelessness);
        var expected = await FindAsync(end);

        (await FindAsync(end, observer)).ShouldBe(expected);

        expected.ShouldEndWith($"{state}");
        observer.Calls.ShouldBeGreaterThan(0);
    }

    /// <summary>How an order ends that goes out by the whole HTTP pipeline.</summary>
    private static async Task<string> OverTheWireAsync(string end, Auditor audit)
    {
        var clock = new ManualTimeProvider();
        var stub = new StubTransport(_ =>
            end switch
            {
                "refused" => StubTransport.Status(HttpStatusCode.UnprocessableEntity),
                "unknown" => throw new HttpRequestException("The connection broke."),
                _ => StubTransport.Thing(),
            }
        );
        await using var account = TestAccount.OnStub(stub, null, services => services.AddSingleton<IGiftCardAudit>(audit), clock);
        return await EndAsync(end, new Shop(Profiles.BuysAgain, clock: clock, wrap: inner => new ByWire(inner, account)));
    }

    /// <summary>How an order ends whose process has died, pass by pass, and what another observer is told.</summary>
    private static async Task<string> FindAsync(string end, params IOrderObserver[] others)
    {
        var shop = Crashes.NewShop(end is "parked" or "marked" ? Profiles.Worst : Profiles.BuysAgain);
        await (
            end switch
            {
                "bought" => shop.DieAfterSendingAsync(ScriptedEnd.Accepted),
                "bought late" => shop.DieAfterSendingAsync(ScriptedEnd.SoldLate(TimeSpan.FromHours(2))),
                _ => shop.DieBeforeSendingAsync(),
            }
        );
        using var lookout = new Lookout(shop, null, others);
        var said = new List<object>();
        foreach (var minutes in (int[])[0, 10, 180])
        {
            shop.Clock.Advance(TimeSpan.FromMinutes(minutes));
            said.Add(await lookout.PassAsync());
        }

        if (end == "marked")
        {
            await lookout.Journal.MarkAsync(shop.Identity(), OrderMark.Refused("Kim", "not in the portal"));
        }

        var entry = await shop.EntryAsync();
        return string.Join(
            '\n',
            [.. said, .. lookout.Told.Select(told => $"{told.Before} to {told.End}"), shop.Provider.Arrivals, entry.State]
        );
    }

    /// <summary>How an order ends, for its caller and in the journal.</summary>
    private static async Task<string> EndAsync(string end, Shop shop)
    {
        shop.Provider.NextOrders(
            end switch
            {
                "refused" => ScriptedEnd.Refused(GiftCardErrorCode.InsufficientFunds),
                "unknown" => ScriptedEnd.RequestLost,
                "never sent" => ScriptedEnd.NeverSent with { },
                "given up" => ScriptedEnd.Accepted with { BeforeHandOver = new TaskCompletionSource().Task },
                _ => ScriptedEnd.Accepted,
            }
        );
        if (end == "never sent")
        {
            shop.Options.MaxSends = 1;
        }

        if (end == "unknown")
        {
            shop.Provider.ScriptLookups(_ => ScriptedLookup.Inconclusive("busy"));
        }

        using var giveUp = new CancellationTokenSource();
        var placing = shop.PlaceAsync(cancellationToken: giveUp.Token);
        if (end == "given up")
        {
            await giveUp.CancelAsync();
        }

        var failure = await Record.ExceptionAsync(() => shop.Clock.LetPassAsync(placing));
        await shop.Coordinator.DrainAsync(CancellationToken.None);
        var entry = await shop.EntryAsync();
        return $"{failure?.GetType().Name} {(failure as GiftCardException)?.Code} {(failure as GiftCardException)?.Outcome} {entry.State}";
    }

    /// <summary>What an observer does instead of taking note.</summary>
    public enum Carelessness
    {
        Throws,
        FailsLater,
        GivesUp,
    }

    private sealed class Careless(Carelessness carelessness) : IOrderObserver
    {
        public int Calls { get; private set; }

        public ValueTask OnResolvedAsync(OrderResolution resolution, CancellationToken cancellationToken = default)
        {
            Calls++;
            return carelessness switch
            {
                Carelessness.FailsLater => new(FailAsync()),
                Carelessness.GivesUp => throw new OperationCanceledException(),
                _ => throw new InvalidOperationException("observer"),
            };
        }

        private static async Task FailAsync()
        {
            await Task.Yield();
            throw new InvalidOperationException("observer");
        }
    }

    private sealed class Auditor(bool isBroken) : IGiftCardAudit
    {
        public int Records { get; private set; }

        public void Record(GiftCardAuditEntry entry)
        {
            Records++;
            if (isBroken)
            {
                throw new InvalidOperationException("audit");
            }
        }
    }

    /// <summary>Buys by a call of its own before the provider in memory hears of it.</summary>
    private sealed class ByWire(GiftCardAdapter inner, TestAccount account) : WrappedAdapter(inner)
    {
        public override async Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken)
        {
            await account.SendAsync(Operations.Create, cancellationToken: cancellationToken);
            return await base.SubmitOrderAsync(submission, cancellationToken);
        }
    }

    private sealed class Grumbler : ILogger<OrderCoordinator>
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => throw new InvalidOperationException("scope");

        public bool IsEnabled(LogLevel logLevel) => logLevel == LogLevel.Debug ? throw new InvalidOperationException("level") : true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => throw new InvalidOperationException("log");
    }

    /// <summary>Tells neither date nor duration any more; timers still run.</summary>
    private sealed class StoppedClock(ManualTimeProvider inner) : TimeProvider
    {
        public bool Throws { get; set; }

        public override long TimestampFrequency => inner.TimestampFrequency;

        public override DateTimeOffset GetUtcNow() => Throws ? throw new InvalidOperationException("date") : inner.GetUtcNow();

        public override long GetTimestamp() => Throws ? throw new InvalidOperationException("duration") : inner.GetTimestamp();

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            inner.CreateTimer(callback, state, dueTime, period);
    }
}
