using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>Whatever goes wrong is said in the neutral words, with what may have been bought, and nothing else escapes.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
public abstract class ErrorMappingConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>A product that is gone.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_product_that_is_gone_is_unavailable_and_nothing_was_bought()
    {
        await using var run = await StartAsync();
        var request = run.NewOrder();
        if (run.Capabilities.Supports(GiftCardFeature.Catalog))
        {
            // The way of every order: it was seen in the catalog, and then it vanished.
            await run.Account.Catalog.GetAsync(request.Lines[0].ProductId);
        }

        run.Stage.Withdraw(request.Lines[0].ProductId);

        var failure = await PlaceAsync(run, request, "The product is gone; the order must fail.");

        Expect.Same(
            (GiftCardErrorCode.ProductUnavailable, GiftCardOutcome.NothingCreated),
            (failure.Code, failure.Outcome),
            "The exception"
        );
    }

    /// <summary>No money: a refusal that says so, or an order that waits for money; never anything between.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_empty_account_is_refused_or_its_order_waits_for_money()
    {
        await using var run = await StartAsync();
        var request = run.NewOrder();
        run.Stage.Fund(Money.Of(0, request.Lines[0].FaceValue.Currency));
        Order order;
        try
        {
            order = await run.Account.Orders.PlaceAsync(request);
        }
        catch (GiftCardException failure)
        {
            // Where the provider documents no refusal at all, its word for it may be anybody's.
            Expect.That(
                (failure.Code, failure.Outcome) == (GiftCardErrorCode.InsufficientFunds, GiftCardOutcome.NothingCreated)
                    || (failure.Outcome == GiftCardOutcome.MayExist && run.Stage is HttpConformanceStage { Refusals.Count: 0 }),
                $"The exception: expected InsufficientFunds, NothingCreated, found {failure.Code}, {failure.Outcome}."
            );
            Assert.Empty(run.SalesOf(request.Reference));
            return;
        }

        Expect.Same(OrderStatus.AwaitingFunds, order.Status, "The Status of an order that nobody has paid");
        Assert.Single(run.SalesOf(request.Reference));
    }

    /// <summary>Credentials that are refused.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Refused_credentials_are_unauthorized_and_nothing_was_bought()
    {
        await using var run = await StartAsync();
        run.NeedRefusal(401);
        var request = run.NewOrder();
        run.Stage.StrikeCreates(ConformanceFault.Unauthorized, 9);

        var failure = await PlaceAsync(run, request, "The credentials were refused; the order must fail.");

        Expect.Same((GiftCardErrorCode.Unauthorized, GiftCardOutcome.NothingCreated), (failure.Code, failure.Outcome), "The exception");
        Assert.Empty(run.SalesOf(request.Reference));
    }

    /// <summary>Too many calls: the wait that the provider asks for is on the exception.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_limited_order_says_when_to_come_back()
    {
        await using var run = await StartAsync(Run.SendOnce);
        run.NeedRefusal(429);
        run.Stage.StrikeCreates(ConformanceFault.RateLimited);

        var failure = await PlaceAsync(run, run.NewOrder(), "One send was allowed and was answered 429; the order must fail.");

        Expect.Same((GiftCardErrorCode.RateLimited, GiftCardOutcome.NothingCreated), (failure.Code, failure.Outcome), "The exception");
        Expect.Same(TimeSpan.FromSeconds(2), failure.RetryAfter, "Its RetryAfter");
        Expect.That(failure.IsTransient, "A limit passes; the exception's IsTransient says otherwise.");
    }

    /// <summary>Each way of getting no readable answer to a read has its neutral word, whichever role was asked.</summary>
    /// <param name="fault">What goes wrong.</param>
    /// <param name="code">The word for it.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(ConformanceFault.RequestLost, GiftCardErrorCode.ProviderUnavailable)]
    [InlineData(ConformanceFault.ServerError, GiftCardErrorCode.ProviderUnavailable)]
    [InlineData(ConformanceFault.UnreadableAnswer, GiftCardErrorCode.UnexpectedResponse)]
    [InlineData(ConformanceFault.RateLimitedForLong, GiftCardErrorCode.RateLimited)]
    [InlineData(ConformanceFault.Unauthorized, GiftCardErrorCode.Unauthorized)]
    public async Task A_read_that_fails_says_why(ConformanceFault fault, GiftCardErrorCode code)
    {
        await using var run = await StartAsync();
        run.NeedWire();
        var placed = await run.Account.Orders.PlaceAsync(run.NewOrder());
        foreach (var (role, read) in RoleCalls.Reads(run.Account, placed))
        {
            await run.RestartAsync();
            run.Stage.StrikeReads(fault);

            var failure = await Expect.FailureAsync(
                () => read(run.Account, CancellationToken.None),
                $"{role}, {fault}: the read must fail."
            );

            Expect.Same((code, GiftCardOutcome.NotAnOrder), (failure.Code, failure.Outcome), $"{role}, {fault}: the exception");
            Expect.IsOf(failure, run.Account);
            Expect.That(
                fault != ConformanceFault.RateLimitedForLong || failure.RetryAfter == TimeSpan.FromHours(1),
                $"{role}: RetryAfter is {failure.RetryAfter}, an hour was asked for."
            );
            run.Stage.Calm();
        }
    }

    /// <summary>What the capabilities rule out is refused by name, before any call.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task What_the_account_cannot_do_is_refused_by_name()
    {
        await using var run = await StartAsync();
        (string What, Func<Task> Call)[] missing = [.. RoleCalls.Missing(run.Account)];
        Assert.SkipWhen(missing.Length == 0, "The account's Capabilities have everything.");
        foreach (var (what, call) in missing)
        {
            var failure = await Expect.FailureAsync(call, $"{what}: the Capabilities say that the account cannot do it.");

            Expect.Same(
                (GiftCardErrorCode.NotSupported, GiftCardOutcome.NotAnOrder),
                (failure.Code, failure.Outcome),
                $"{what}: the exception"
            );
            Expect.IsOf(failure, run.Account);
        }
    }

    private static async Task<GiftCardException> PlaceAsync(Run run, OrderRequest request, string otherwise)
    {
        var failure = await Expect.FailureAsync(() => run.Account.Orders.PlaceAsync(request), otherwise);
        Expect.IsOf(failure, run.Account);
        Expect.Same(request.Reference, failure.Reference, "The exception's Reference");
        Expect.Same(request.Reference.ProviderKey, failure.ProviderKey, "The exception's ProviderKey");
        return failure;
    }
}
