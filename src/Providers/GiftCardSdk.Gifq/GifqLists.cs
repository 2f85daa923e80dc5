using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>The orders and the movements of a period, in neutral words.</summary>
internal sealed class GifqLists(IGifqApi api, ProviderClock clock, GifqSettings settings)
{
    /// <summary>The list begins with the newest, so that reading ends where the period begins.</summary>
    public IAsyncEnumerable<Order> OrdersAsync(TimePeriod period, CancellationToken cancellationToken) =>
        new NewestFirstScan(clock)
            .WithinAsync(
                api.ListAllOrdersAsync(cancellationToken),
                period,
                static row => (row.Id, ProviderTime.Read(row.CreatedAt)),
                cancellationToken
            )
            .ChooseAsync(row => GifqOrderMapping.Listed(row, settings.AccountName), cancellationToken);

    /// <summary>In which order movements are listed is not said: all are read.</summary>
    public IAsyncEnumerable<BalanceMovement> MovementsAsync(TimePeriod period, CancellationToken cancellationToken) =>
        api.ListAllTransactionsAsync(cancellationToken)
            .ChooseAsync(row => ProviderTime.Read(row.CreatedAt)?.MayBeIn(period) == false ? null : MovementOf(row), cancellationToken);

    private static BalanceMovement MovementOf(GifqTransaction row)
    {
        var kind = KindOf(row.Type);
        return new()
        {
            Id = row.Id,
            Amount = BalanceMovement.AmountOf(Money.OrNull(row.Amount, row.Currency), kind),
            Kind = kind,
            RawKind = row.Type,
            OrderId = row.OrderId ?? row.PayoutOrderId,
            ProviderKey = row.Reference,
            At = ProviderTime.Read(row.CreatedAt) is { HasZone: true } made ? made.Written : null,
        };
    }

    private static BalanceMovementKind KindOf(string? word) =>
        ProviderWords.Same(word, GifqWords.TransactionType.Order) || ProviderWords.Same(word, GifqWords.TransactionType.Payout)
            ? BalanceMovementKind.Purchase
        : ProviderWords.Same(word, GifqWords.TransactionType.Refund) ? BalanceMovementKind.Refund
        : ProviderWords.Same(word, GifqWords.TransactionType.TopUp) ? BalanceMovementKind.TopUp
        : BalanceMovementKind.Other;
}
