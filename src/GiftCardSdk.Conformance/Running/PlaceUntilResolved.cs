namespace GiftCardSdk.Conformance.Running;

/// <summary>What an application does whose orders may end as unknown: it keeps the reference and places it again.</summary>
internal static class PlaceUntilResolved
{
    private const int MostCalls = 5;

    /// <summary>Places an order until it is returned, over its quiet time too; null if it never is. Meanwhile no exception may deny a sale.</summary>
    public static async Task<Order?> PlaceUntilResolvedAsync(
        this IGiftCardAccount account,
        ConformanceStage stage,
        OrderRequest request,
        OrderShape shape
    )
    {
        for (var calls = 0; calls < MostCalls; calls++)
        {
            try
            {
                return await account.Orders.PlaceAsync(request);
            }
            catch (GiftCardException failure)
            {
                Expect.That(
                    failure.Outcome == GiftCardOutcome.MayExist || stage.Sales.All(sale => sale.Key != request.Reference.ProviderKey),
                    $"{shape.Delivery}: the order was sold, and the exception says {failure.Outcome}: {failure.Message}"
                );
            }

            stage.Clock.Advance(shape.Idempotency.QuietTime + TimeSpan.FromMinutes(1));
        }

        return null;
    }

    /// <summary>Whether the profile lets every order be brought to its end without a person.</summary>
    public static bool CanBeResolved(OrderShape shape) =>
        shape.Idempotency is not ({ Repeat: RepeatBehavior.BuysAgain } and { Lookup: not LookupAuthority.Authoritative });
}
