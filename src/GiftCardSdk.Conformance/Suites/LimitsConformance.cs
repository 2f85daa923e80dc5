using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>The provider's limits are kept, and what it says about waiting is obeyed.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
public abstract class LimitsConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>An order that was one too many is sent again after the wait that was asked for, and is bought once.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_limited_order_is_sent_again_after_the_wait_that_was_asked_for()
    {
        await using var run = await StartAsync();
        run.NeedRefusal(429);
        var request = run.NewOrder();
        run.Stage.StrikeCreates(ConformanceFault.RateLimited);
        var start = run.Clock.GetUtcNow();

        await run.Account.Orders.PlaceAsync(request);

        Expect.Same(2, run.Stage.CreateCalls, "Create calls");
        Assert.Single(run.SalesOf(request.Reference));
        Expect.That(
            run.Clock.GetUtcNow() - start >= TimeSpan.FromSeconds(2),
            "Retry-After asked for two seconds, and the order was sent again before."
        );
    }

    /// <summary>A wait that is longer than a call may last ends it at once, with the wait on the exception.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_wait_that_is_too_long_ends_the_call_at_once()
    {
        await using var run = await StartAsync();
        run.NeedRefusal(429);
        var request = run.NewOrder();
        run.Stage.StrikeCreates(ConformanceFault.RateLimitedForLong, 9);
        var start = run.Clock.GetUtcNow();

        var failure = await Expect.FailureAsync(
            () => run.Account.Orders.PlaceAsync(request),
            "An hour is too long to wait for; the order must fail."
        );

        Expect.Same((GiftCardErrorCode.RateLimited, GiftCardOutcome.NothingCreated), (failure.Code, failure.Outcome), "The exception");
        Expect.Same(TimeSpan.FromHours(1), failure.RetryAfter, "Its RetryAfter");
        Expect.That(run.Clock.GetUtcNow() - start < TimeSpan.FromMinutes(5), "The call waited although it was told to fail.");
        Assert.Empty(run.SalesOf(request.Reference));
    }

    /// <summary>A read waits as long as it is asked to.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_limited_read_waits_as_long_as_it_is_asked_to()
    {
        await using var run = await StartAsync();
        run.NeedWire();
        run.Need(GiftCardFeature.Balances);
        await run.Account.Balances.ListAsync();
        run.Stage.StrikeReads(ConformanceFault.RateLimited, 1);
        var start = run.Clock.GetUtcNow();

        await run.Account.Balances.ListAsync();

        Expect.That(
            run.Clock.GetUtcNow() - start >= TimeSpan.FromSeconds(2),
            "Retry-After asked for two seconds, and the read came again before."
        );
    }

    /// <summary>Calls that come one right after the other never exceed the limit that the provider documents.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task The_documented_limit_is_kept()
    {
        await using var run = await StartAsync();
        var wire = run.NeedWire();
        run.Need(GiftCardFeature.Balances);
        var limit = ((HttpConformanceStage)run.Stage).Limit;
        Assert.SkipWhen(limit is null, "The stage documents no limit of the provider (HttpConformanceStage.Limit).");
        for (var i = 0; i < limit.Calls * 3; i++)
        {
            try
            {
                await run.Account.Balances.ListAsync();
            }
            catch (GiftCardException refused) when (refused.Code == GiftCardErrorCode.RateLimited)
            {
                // The wait is longer than a call may last, and is said beforehand.
                run.Clock.Advance(refused.RetryAfter ?? limit.Window);
            }
        }

        var times = wire.Times;
        for (var i = limit.Calls; i < times.Count; i++)
        {
            var stretch = times[i] - times[i - limit.Calls];
            Expect.That(
                stretch >= limit.Window,
                $"{limit.Calls + 1} calls within {stretch}; the provider takes {limit.Calls} in {limit.Window}."
            );
        }
    }
}
