using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>
/// The orders and the movements of a period, in neutral words. Both lists take whole days, of a zone that is not said: a day more is asked for at
/// each end, and the rows' own times decide.
/// </summary>
internal sealed class GiftronautLists(IGiftronautApi api, GiftronautOrderMapping mapping)
{
    public IAsyncEnumerable<Order> OrdersAsync(TimePeriod period, CancellationToken cancellationToken) =>
        api.ListAllOrdersAsync(new() { StartDate = FirstDay(period), EndDate = LastDay(period) }, cancellationToken)
            .ChooseAsync(row => IsOf(period, row.CreatedAt) ? mapping.Listed(row) : null, cancellationToken);

    public IAsyncEnumerable<BalanceMovement> MovementsAsync(TimePeriod period, CancellationToken cancellationToken) =>
        api.ListAllLedgerAsync(new() { StartDate = FirstDay(period), EndDate = LastDay(period) }, cancellationToken)
            .ChooseAsync(row => IsOf(period, row.CreatedAt) ? MovementOf(row) : null, cancellationToken);

    private static bool IsOf(TimePeriod period, DateTimeOffset? made) => made is not { } at || period.Contains(at);

    private static DateOnly FirstDay(TimePeriod period) => DayOf(period.From.UtcDateTime, -1);

    private static DateOnly LastDay(TimePeriod period) => DayOf(period.To.UtcDateTime, 1);

    /// <summary>The day beside that of an instant, except at the ends of the calendar.</summary>
    private static DateOnly DayOf(DateTime instant, int further) =>
        DateOnly.FromDayNumber(
            Math.Clamp(DateOnly.FromDateTime(instant).DayNumber + further, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber)
        );

    private static BalanceMovement MovementOf(GiftronautLedgerEntry row)
    {
        var kind = KindOf(row.Type);
        return new()
        {
            Amount = BalanceMovement.AmountOf(GiftronautAmounts.OrNull(row.Amount), kind),
            Kind = kind,
            RawKind = row.Type,
            OrderId = kind is BalanceMovementKind.Purchase or BalanceMovementKind.Refund ? row.ReferenceNumber : null,
            At = row.CreatedAt,
        };
    }

    private static BalanceMovementKind KindOf(string? word) =>
        ProviderWords.Normalize(word) switch
        {
            GiftronautWords.LedgerType.Use => BalanceMovementKind.Purchase,
            GiftronautWords.LedgerType.Refund => BalanceMovementKind.Refund,
            GiftronautWords.LedgerType.Charge => BalanceMovementKind.TopUp,
            _ => BalanceMovementKind.Other,
        };
}
