using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>
/// A create was refused only if the provider itself says so: something in between may answer with any status and any words, after the sale too. What
/// was sold is never bought again, and never called refused.
/// </summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
public abstract class RefusalsConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    private static readonly int[] Statuses =
    [
        .. Enumerable.Range(300, 9),
        .. Enumerable.Range(400, 33),
        444,
        449,
        451,
        460,
        499,
        .. Enumerable.Range(500, 12),
        .. Enumerable.Range(520, 7),
        530,
        599,
    ];

    /// <summary>Every status with every kind of body, before and after the sale.</summary>
    /// <param name="answer">What the body holds.</param>
    /// <param name="isAfterSale">Whether the provider has sold before.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(ConformanceAnswer.Own, false)]
    [InlineData(ConformanceAnswer.Own, true)]
    [InlineData(ConformanceAnswer.Html, false)]
    [InlineData(ConformanceAnswer.Html, true)]
    [InlineData(ConformanceAnswer.Empty, false)]
    [InlineData(ConformanceAnswer.Empty, true)]
    [InlineData(ConformanceAnswer.OtherJson, false)]
    [InlineData(ConformanceAnswer.OtherJson, true)]
    [InlineData(ConformanceAnswer.Cut, false)]
    [InlineData(ConformanceAnswer.Cut, true)]
    public async Task Only_the_provider_itself_refuses(ConformanceAnswer answer, bool isAfterSale)
    {
        await using var run = await StartAsync(static builder =>
            builder.ConfigureOrdering(static options => options.ResolveWithin = TimeSpan.FromSeconds(10))
        );
        var wire = run.NeedWire();
        var shape = run.Shapes[0];
        foreach (var status in Statuses)
        {
            var isRefusal = answer == ConformanceAnswer.Own && run.Refuses(status);
            if (isRefusal && isAfterSale)
            {
                // The provider would sell and deny it in one breath; nobody could know.
                continue;
            }

            var instead = AnswerInstead.Of((HttpConformanceStage)run.Stage, answer, status, isAfterSale);
            Assert.SkipWhen(instead is null, "The provider documents no form of its errors (HttpConformanceStage.ErrorBody).");
            // Limits and breakers have forgotten the call before.
            run.Clock.Advance(TimeSpan.FromMinutes(1));
            wire.AnswerCreate(instead);
            await PlaceAsync(run, shape, isRefusal, isAfterSale, $"{status}, {answer}, {(isAfterSale ? "after" : "before")} the sale");
        }
    }

    private static async Task PlaceAsync(Run run, OrderShape shape, bool isRefusal, bool isAfterSale, string what)
    {
        var request = run.NewOrder(shape);
        GiftCardException? failure = null;
        Order? order = null;
        try
        {
            order = await run.Account.Orders.PlaceAsync(request);
        }
        catch (GiftCardException unplaced)
        {
            failure = unplaced;
        }

        var wanted = isRefusal ? GiftCardOutcome.NothingCreated : GiftCardOutcome.MayExist;
        Expect.That(
            failure is null || failure.Outcome == wanted,
            $"{what}: the exception's Outcome is {failure?.Outcome}, expected {wanted}: {failure?.Message}"
        );
        if (isAfterSale)
        {
            order ??= await run.Account.PlaceUntilResolvedAsync(run.Stage, request, shape);
        }

        var sales = run.SalesOf(request.Reference);
        Expect.That(sales.Count <= 1, $"{what}: sold {sales.Count} times.");
        Expect.That(
            order is null ? !isAfterSale || !PlaceUntilResolved.CanBeResolved(shape) : order.Id == sales.SingleOrDefault()?.OrderId,
            $"{what}: sold {sales.SingleOrDefault()?.OrderId ?? "nothing"}, returned {order?.Id ?? "nothing"}."
        );
    }
}
