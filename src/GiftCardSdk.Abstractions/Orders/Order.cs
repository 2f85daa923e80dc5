namespace GiftCardSdk;

/// <summary>An order that a provider has accepted.</summary>
/// <remarks>
/// <see cref="OrderStatus.Completed"/> means that every card is issued or finally failed and that every code or link which this account may see
/// can be read. Delivery and redemption come later and stand on each <see cref="Reward"/>.
/// </remarks>
public sealed record Order
{
    /// <summary>The provider's id of the order; what <see cref="IGiftCardStatus.GetAsync"/> takes.</summary>
    public required string Id { get; init; }

    /// <summary>The caller's own id; null when an order is read by its provider's id and the provider does not show the key it was placed with.</summary>
    public OrderReference? Reference { get; init; }

    /// <summary>The id that the provider saw as the caller's (<see cref="OrderReference.ProviderKey"/>); null if the provider does not show it.</summary>
    public string? ProviderKey { get; init; }

    /// <summary>The provider, such as <c>giftbit</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The name of the account that it was bought with.</summary>
    public required string Account { get; init; }

    /// <summary>How far it has come.</summary>
    public required OrderStatus Status { get; init; }

    /// <summary>The provider's own word for <see cref="Status"/>; null if it gave none.</summary>
    public string? RawStatus { get; init; }

    /// <summary>How it is delivered; null if the provider does not say.</summary>
    public Delivery? Delivery { get; init; }

    /// <summary>What was bought. From the request when the order was placed here, otherwise as far as the provider shows it.</summary>
    public IReadOnlyList<OrderLine> Lines { get; init; } = [];

    /// <summary>The cards. May be empty while the order is being made, and when it was read with <see cref="RewardDetail.None"/>.</summary>
    public IReadOnlyList<Reward> Rewards { get; init; } = [];

    /// <summary>What the account pays in all; null if unknown. Never guessed from the face value.</summary>
    public Money? TotalCost { get; init; }

    /// <summary>What the order costs besides its face value; empty if nothing, or the provider does not say.</summary>
    public IReadOnlyList<OrderFee> Fees { get; init; } = [];

    /// <summary>How it was converted; null if it was not, or the provider does not say.</summary>
    public CurrencyExchange? Exchange { get; init; }

    /// <summary>When the provider made it; null if it does not say.</summary>
    public DateTimeOffset? CreatedAt { get; init; }

    /// <summary>
    /// Whether the provider wrote <see cref="CreatedAt"/> with its zone and a time of day, so that it can be compared by the minute; false where
    /// the zone is assumed.
    /// </summary>
    public bool IsCreatedAtExact { get; init; }

    /// <summary>True when this reference had been placed before and the earlier order is returned; nothing was bought this time.</summary>
    public bool WasReplayed { get; init; }

    /// <summary>How long the provider asks to wait before the next look at this order; null if it does not say.</summary>
    public TimeSpan? PollAfter { get; init; }

    /// <summary>Ids, status and counts; never a recipient or a card.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        FormattableString.Invariant(
            $"Order {{ Id = {Id}, Reference = {Reference}, Provider = {Provider}, Account = {Account}, Status = {Status}, Delivery = {Delivery}, Lines = {Lines.Count}, Rewards = {Rewards.Count}, TotalCost = {TotalCost}, WasReplayed = {WasReplayed} }}"
        );
}
