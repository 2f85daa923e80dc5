using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>An order is bought once, however often it is placed, by however many callers, and wherever its answer is lost. No card that was paid is lost.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
public abstract class IdempotencyConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>Placing the same reference again returns the first order.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task The_same_reference_is_bought_once()
    {
        await using var run = await StartAsync();
        foreach (var shape in run.Shapes)
        {
            var request = run.NewOrder(shape);
            var first = await run.Account.Orders.PlaceAsync(request);
            var again = await run.Account.Orders.PlaceAsync(request);

            Expect.Same(first.Id, again.Id, $"{shape.Delivery}: the order of the repeat");
            Expect.That(again.WasReplayed, $"{shape.Delivery}: a repeat must say so (WasReplayed).");
            Assert.Single(run.SalesOf(request.Reference));
        }
    }

    /// <summary>The provider is given the key that the SDK made of the reference, whatever the reference looks like: look-ups and repeats depend on it.</summary>
    /// <param name="reference">The reference.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData("survey-81-respondent-1044")]
    [InlineData("Umfrage 81 / Größe Ü")]
    [InlineData("00112233445566778899aabbccddeeff")]
    public async Task The_provider_sees_the_key_of_the_reference(string reference)
    {
        await using var run = await StartAsync();
        var request = run.NewOrder() with { Reference = reference };

        var order = await run.Account.Orders.PlaceAsync(request);

        Expect.Same(request.Reference.ProviderKey, Assert.Single(run.Stage.Sales).Key, "The key at the provider");
        Expect.Same(request.Reference.ProviderKey, order.ProviderKey, "The order's ProviderKey");
    }

    /// <summary>After a lost journal the same order comes to the provider as if new; where its profile says that a repeat never buys again, it does not.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_repeat_after_the_journal_was_lost_is_what_the_profile_says()
    {
        await using var run = await StartAsync();
        OrderShape[] safe = [.. run.Shapes.Where(shape => shape.Idempotency.Repeat != RepeatBehavior.BuysAgain)];
        Assert.SkipWhen(
            safe.Length == 0,
            "The account's IdempotencyProfile says that a repeat buys again; without a journal nothing can prevent it."
        );
        foreach (var shape in safe)
        {
            var request = run.NewOrder(shape);
            var first = await run.Account.Orders.PlaceAsync(request);
            await run.RestartAsync();

            var again = await run.Account.Orders.PlaceAsync(request);

            Expect.Same(first.Id, again.Id, $"{shape.Delivery}: the order of the repeat");
            Assert.Single(run.SalesOf(request.Reference));
        }
    }

    /// <summary>A reference stands for one order: with other content it is a conflict, and nothing is sent.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task The_same_reference_with_another_content_is_a_conflict()
    {
        await using var run = await StartAsync();
        foreach (var shape in run.Shapes)
        {
            var request = run.NewOrder(shape);
            await run.Account.Orders.PlaceAsync(request);
            var calls = run.Stage.CreateCalls;

            var failure = await Expect.FailureAsync(
                () => run.Account.Orders.PlaceAsync(Dearer(request)),
                $"{shape.Delivery}: other content under the same reference must fail."
            );

            Expect.Same(
                (GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated),
                (failure.Code, failure.Outcome),
                $"{shape.Delivery}: the exception"
            );
            Expect.Same(calls, run.Stage.CreateCalls, $"{shape.Delivery}: create calls");
        }
    }

    /// <summary>
    /// The journal was lost and the reference comes with another content: a provider that answers with its first order must not have that taken for
    /// what was asked.
    /// </summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Another_content_after_the_journal_was_lost_never_passes_for_what_was_asked()
    {
        await using var run = await StartAsync();
        OrderShape[] safe = [.. run.Shapes.Where(shape => shape.Idempotency.Repeat != RepeatBehavior.BuysAgain)];
        Assert.SkipWhen(safe.Length == 0, "The account's IdempotencyProfile says that a repeat buys again; so does another content.");
        foreach (var shape in safe)
        {
            var request = run.NewOrder(shape);
            await run.Account.Orders.PlaceAsync(request);
            await run.RestartAsync();
            var dearer = Dearer(request);

            var order = await TryAsync(() => run.Account.Orders.PlaceAsync(dearer));

            Expect.That(
                order is null || order.Lines.All(line => line.FaceValue == request.Lines[0].FaceValue),
                $"{shape.Delivery}: {request.Lines[0].FaceValue} was bought; placing {dearer.Lines[0].FaceValue} under the same reference was answered as if that had been."
            );
            Assert.Single(run.SalesOf(request.Reference));
        }
    }

    /// <summary>
    /// The journal was lost, the provider answers a repeat with a conflict that names its first order, and no look-up shows that order by its key: then
    /// the id in the conflict is all there is, and it leads to the order.
    /// </summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_conflict_that_names_the_first_order_leads_to_it()
    {
        await using var run = await StartAsync();
        var wire = run.NeedWire();
        OrderShape[] naming =
        [
            .. run.Shapes.Where(shape =>
                shape.Idempotency is { Answer: RepeatAnswer.ConflictWithId, Repeat: not RepeatBehavior.BuysAgain }
            ),
        ];
        Assert.SkipWhen(naming.Length == 0, "The account's IdempotencyProfile knows no conflict that names an order.");
        foreach (var shape in naming)
        {
            var request = run.NewOrder(shape);
            var first = await run.Account.Orders.PlaceAsync(request);
            await run.RestartAsync();
            wire.HideKey(request.Reference.ProviderKey, first.Id);

            var id = await IdOfAsync(() => run.Account.Orders.PlaceAsync(request));

            Expect.Same(first.Id, id, $"{shape.Delivery}: the order that the repeat leads to");
            Assert.Single(run.SalesOf(request.Reference));
            run.Stage.Calm();
        }
    }

    /// <summary>Many callers at once of one reference: one purchase, and all get it.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task Many_callers_at_once_buy_once()
    {
        await using var run = await StartAsync();
        var request = run.NewOrder();

        var orders = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => Task.Run(() => run.Account.Orders.PlaceAsync(request))));

        Expect.Same(1, orders.DistinctBy(order => order.Id, StringComparer.Ordinal).Count(), "Different orders returned");
        Expect.Same(1, run.Stage.CreateCalls, "Create calls");
        Assert.Single(run.SalesOf(request.Reference));
    }

    /// <summary>
    /// The answer is lost, wherever it may be: before the provider acts, after it, or so that it acts later. Placed until it is resolved, the order
    /// is bought once and returned; and no exception calls an order "not created" that was.
    /// </summary>
    /// <param name="fault">What goes wrong.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(ConformanceFault.RequestLost)]
    [InlineData(ConformanceFault.AnswerLost)]
    [InlineData(ConformanceFault.ServerError)]
    [InlineData(ConformanceFault.ServerErrorAfterSale)]
    [InlineData(ConformanceFault.UnreadableAnswer)]
    [InlineData(ConformanceFault.LateSale)]
    public async Task An_order_whose_answer_is_lost_is_bought_once(ConformanceFault fault)
    {
        await using var run = await StartAsync();
        foreach (var shape in run.Shapes)
        {
            var request = run.NewOrder(shape);
            var before = run.Stage.Sales.Count;
            run.Stage.StrikeCreates(fault);

            var order = await run.Account.PlaceUntilResolvedAsync(run.Stage, request, shape);
            run.Clock.Advance(TimeSpan.FromHours(1));

            // All sales, not those of the key alone: a repeat under another key would hide there.
            ConformanceSale[] sales = [.. run.Stage.Sales.Skip(before)];
            Expect.That(sales.Length <= 1, $"{shape.Delivery}, {fault}: bought {sales.Length} times.");
            Expect.That(
                order is not null || !PlaceUntilResolved.CanBeResolved(shape),
                $"{shape.Delivery}, {fault}: never resolved, though the profile says that it can be."
            );
            Expect.That(
                order is null || order.Id == sales.SingleOrDefault()?.OrderId,
                $"{shape.Delivery}, {fault}: returned order {order?.Id}, sold {sales.SingleOrDefault()?.OrderId}."
            );
            run.Stage.Calm();
        }
    }

    /// <summary>
    /// An answer was lost after the sale, nothing can be looked up, and a repeat is refused: that speaks of the repeat only. The order may exist, and
    /// is found once the provider can be asked again.
    /// </summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task A_refused_repeat_says_nothing_about_the_attempt_before_it()
    {
        await using var run = await StartAsync();
        var request = run.NewOrder();
        await run.Account.Orders.PlaceAsync(run.NewOrder());
        run.Stage.StrikeCreates(ConformanceFault.AnswerLost);
        run.Stage.StrikeCreates(ConformanceFault.Unauthorized, 9);
        if (run.Stage is HttpConformanceStage http)
        {
            // What is read before an order is sent must go well, or nothing is sent.
            http.Wire.StrikeReadsAfterCreate(ConformanceFault.ServerError);
        }
        else
        {
            run.Stage.StrikeReads(ConformanceFault.ServerError);
        }

        var failure = await Expect.FailureAsync(
            () => run.Account.Orders.PlaceAsync(request),
            "The end of the order could not be found out; placing it must say so."
        );
        run.Stage.Calm();
        var order = await run.Account.PlaceUntilResolvedAsync(run.Stage, request, run.Shapes[0]);

        Expect.Same(GiftCardOutcome.MayExist, failure.Outcome, "The exception's Outcome");
        var sale = Assert.Single(run.SalesOf(request.Reference));
        Expect.That(
            order is null ? !PlaceUntilResolved.CanBeResolved(run.Shapes[0]) : order.Id == sale.OrderId,
            "The order that was sold is not returned afterwards."
        );
    }

    private static async Task<Order?> TryAsync(Func<Task<Order>> work)
    {
        try
        {
            return await work();
        }
        catch (GiftCardException)
        {
            return null;
        }
    }

    /// <summary>The id of the order, returned or named by the exception that says that it is bought.</summary>
    private static async Task<string?> IdOfAsync(Func<Task<Order>> work)
    {
        try
        {
            return (await work()).Id;
        }
        catch (GiftCardException failure)
        {
            return failure.OrderId;
        }
    }

    private static OrderRequest Dearer(OrderRequest request)
    {
        var line = request.Lines[0];
        return request with { Lines = [line with { FaceValue = line.FaceValue + Money.Of(1, line.FaceValue.Currency) }] };
    }
}
