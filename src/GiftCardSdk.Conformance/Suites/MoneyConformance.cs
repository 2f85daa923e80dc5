using GiftCardSdk.Conformance.Running;

namespace GiftCardSdk.Conformance;

/// <summary>Money arrives at the provider as it was written: in the wire's own units, exactly, with no, two or three decimal places.</summary>
/// <typeparam name="TFixture">The adapter's fixture.</typeparam>
public abstract class MoneyConformance<TFixture> : ConformanceSuite<TFixture>
    where TFixture : ConformanceFixture, new()
{
    /// <summary>The stand-in sells at the very face value that was asked for, and the order shows it so. Skipped where the catalog has no such currency.</summary>
    /// <param name="exponent">The decimal places of the currency.</param>
    /// <returns>The test.</returns>
    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task A_face_value_is_sold_as_it_was_asked_for(int exponent)
    {
        await using var run = await StartAsync();
        var template = run.NewOrder();
        var lines = await LinesAsync(run, template, exponent);
        Assert.SkipWhen(
            lines.Count == 0,
            $"The catalog has no product in a currency with {exponent} decimal places that {template.Delivery} could order."
        );
        foreach (var line in lines)
        {
            run.Stage.Fund(line.FaceValue * 1000);
            var request = run.NewOrder() with { Lines = [line] };

            var order = await run.Account.Orders.PlaceAsync(request);

            var sale = Assert.Single(run.SalesOf(request.Reference));
            Expect.Same(line.FaceValue, sale.FaceValue, $"What was sold of '{line.ProductId}'");
            Expect.Same(line.FaceValue, order.Lines[0].FaceValue, $"The order's line of '{line.ProductId}'");
            await CheckReadingAsync(run, order, line);
        }
    }

    /// <summary>An amount that its currency cannot hold is refused, not rounded.</summary>
    /// <returns>The test.</returns>
    [Fact]
    public async Task An_amount_with_too_many_places_is_refused_and_not_rounded()
    {
        await using var run = await StartAsync();
        foreach (var shape in run.Shapes)
        {
            var request = run.NewOrder(shape);
            var value = Money.Of(request.Lines[0].FaceValue.Amount + 0.0004m, request.Lines[0].FaceValue.Currency);
            request = request with { Lines = [request.Lines[0] with { FaceValue = value }] };

            await Assert.ThrowsAnyAsync<Exception>(() => run.Account.Orders.PlaceAsync(request));

            Expect.Same(0, run.Stage.CreateCalls, $"Create calls for {value}");
        }
    }

    private static async Task CheckReadingAsync(Run run, Order order, OrderLine line)
    {
        if (!run.Capabilities.Supports(GiftCardFeature.Status))
        {
            return;
        }

        run.Clock.Advance(run.Stage.CompletesWithin);
        var read = await run.Account.Status.GetAsync(order.Id, RewardDetail.State);
        foreach (var value in read.Lines.Select(found => (Money?)found.FaceValue).Concat(read.Rewards.Select(reward => reward.FaceValue)))
        {
            Expect.That(
                value is null || value == line.FaceValue,
                $"'{line.ProductId}' was ordered at {line.FaceValue} and is read back at {value}."
            );
        }
    }

    /// <summary>Lines for a few products of different currencies with so many places, in the manner of the fixture's own order.</summary>
    private static async Task<List<OrderLine>> LinesAsync(Run run, OrderRequest template, int exponent)
    {
        if (!run.Capabilities.Supports(GiftCardFeature.Catalog))
        {
            return template.Lines[0].FaceValue.Exponent == exponent ? [template.Lines[0]] : [];
        }

        var products = await run.Account.Catalog.ListAsync().ToListAsync();
        var candidates =
            from product in products
            where product.Kind == ProductKind.Branded && run.Stage.ProductIds.Contains(product.Id, StringComparer.Ordinal)
            from offer in product.Offers
            where Money.Of(0, offer.Currency).Exponent == exponent
            where offer.Deliveries.Count == 0 || offer.Deliveries.Contains(template.Delivery)
            where offer.Stock is null or > 0
            let value = FaceValues.Buyable(offer).Cast<Money?>().FirstOrDefault()
            where value is not null
            select template.Lines[0] with
            {
                ProductId = product.Id,
                FaceValue = value.Value,
                Country = template.Lines[0].Country is { } country ? CountryOf(offer, country) : null,
            };
        return [.. candidates.DistinctBy(line => line.FaceValue.Currency, StringComparer.Ordinal).Take(3)];
    }

    private static string CountryOf(Offer offer, string usual) =>
        offer.Countries.Includes(usual) == false ? offer.Countries.Codes[0] : usual;
}
