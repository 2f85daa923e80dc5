using GiftCardSdk.Ordering;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using Microsoft.Extensions.Logging;

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
