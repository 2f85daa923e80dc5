using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>The face values that an offer may be bought at.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(FixedDenominations), "fixed")]
[JsonDerivedType(typeof(RangeDenominations), "range")]
[JsonDerivedType(typeof(UnknownDenominations), "unknown")]
public abstract record Denominations
{
    private protected Denominations() { }

    /// <summary>Whether a card of this face value can be bought; null if that is not known before ordering.</summary>
    /// <param name="faceValue">The face value; in the currency of the offer.</param>
    /// <returns>True, false, or null for unknown.</returns>
    public abstract bool? Allows(Money faceValue);
}

/// <summary>A set of fixed face values.</summary>
/// <param name="Values">The face values, in the provider's order.</param>
public sealed record FixedDenominations(IReadOnlyList<Money> Values) : Denominations
{
    /// <inheritdoc/>
    public override bool? Allows(Money faceValue) => Values.Contains(faceValue);

    /// <summary>The face values.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => string.Join(", ", Values);
}

/// <summary>Any face value between two bounds.</summary>
/// <param name="Min">The smallest face value, inclusive.</param>
/// <param name="Max">The largest face value, inclusive.</param>
/// <param name="Step">Face values are whole multiples of this above <paramref name="Min"/>; null where the currency's smallest unit is the step.</param>
public sealed record RangeDenominations(Money Min, Money Max, Money? Step = null) : Denominations
{
    /// <inheritdoc/>
    public override bool? Allows(Money faceValue) =>
        faceValue.Currency == Min.Currency
        && faceValue >= Min
        && faceValue <= Max
        && (Step is { Amount: > 0 } step ? decimal.IsInteger((faceValue.Amount - Min.Amount) / step.Amount) : faceValue.IsPayable);

    /// <summary>The bounds.</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => Step is { } step ? $"{Min} to {Max} by {step}" : $"{Min} to {Max}";
}

/// <summary>The provider does not say which face values there are.</summary>
public sealed record UnknownDenominations : Denominations
{
    /// <summary>The one value of this kind.</summary>
    public static UnknownDenominations Instance { get; } = new();

    /// <inheritdoc/>
    public override bool? Allows(Money faceValue) => null;

    /// <summary>The word "unknown".</summary>
    /// <returns>A short text.</returns>
    public override string ToString() => "unknown";
}
