using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>One movement of a balance, as a provider's own books have it: an order that was paid, money that came in or back.</summary>
public sealed record BalanceMovement
{
    /// <summary>The provider's id of the movement; null if it gives none.</summary>
    public string? Id { get; init; }

    /// <summary>What came in (above zero) or left (below zero); null if the provider's figure cannot be read.</summary>
    public required Money? Amount { get; init; }

    /// <summary>What it was for.</summary>
    public required BalanceMovementKind Kind { get; init; }

    /// <summary>The provider's own word for <see cref="Kind"/>; null if it gave none.</summary>
    public string? RawKind { get; init; }

    /// <summary>The provider's id of the order that it is about; null if it is about none, or the provider does not say.</summary>
    public string? OrderId { get; init; }

    /// <summary>The id that the provider saw as the caller's (<see cref="OrderReference.ProviderKey"/>); null if it does not show it.</summary>
    public string? ProviderKey { get; init; }

    /// <summary>When it was made; null if the provider does not say, or writes no zone.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>An amount with the sign that its kind demands: providers write what left the balance with a minus sign or without.</summary>
    /// <param name="amount">The provider's figure; null if it cannot be read.</param>
    /// <param name="kind">What it was for; of <see cref="BalanceMovementKind.Other"/> the provider's sign stands.</param>
    /// <returns>The amount, below zero where it left the balance.</returns>
    public static Money? AmountOf(Money? amount, BalanceMovementKind kind) =>
        amount is not { } known ? null
        : kind == BalanceMovementKind.Purchase && known.Amount > 0 ? known * -1
        : kind is BalanceMovementKind.Refund or BalanceMovementKind.TopUp && known.Amount < 0 ? known * -1
        : known;
}

/// <summary>What a movement of a balance was for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BalanceMovementKind>))]
public enum BalanceMovementKind
{
    /// <summary>Something else, or a word that is not known here.</summary>
    Other = 0,

    /// <summary>An order was paid.</summary>
    Purchase,

    /// <summary>Money of an order came back.</summary>
    Refund,

    /// <summary>The account was funded.</summary>
    TopUp,
}
