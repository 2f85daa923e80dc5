using System.Globalization;

namespace GiftCardSdk.Reporting;

/// <summary>What comparing the journal with a provider's orders, and with the movements of its balances where it shows them, has found.</summary>
public sealed record ReconciliationReport
{
    /// <summary>The name of the account.</summary>
    public required string Account { get; init; }

    /// <summary>The period.</summary>
    public required TimePeriod Period { get; init; }

    /// <summary>How many bought orders of the period the journal has.</summary>
    public required int OrdersHere { get; init; }

    /// <summary>How many orders the provider listed for the period, those at its ends whose time is not shown included.</summary>
    public required int OrdersThere { get; init; }

    /// <summary>How many orders both have.</summary>
    public required int Matched { get; init; }

    /// <summary>How many movements of orders the provider listed for the period, and beyond its ends for its orders; null if it lists none, so that two sides were compared and not three.</summary>
    public required int? Movements { get; init; }

    /// <summary>Everything that does not fit, each with what to do; empty if all fits.</summary>
    public required IReadOnlyList<ReconciliationFinding> Findings { get; init; }

    /// <summary>The counts in one line.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Account}, {Period}: {OrdersHere} orders here, {OrdersThere} there, {Matched} matched, {Movements?.ToString(CultureInfo.InvariantCulture) ?? "no"} movements, {Findings.Count} findings"
        );
}

/// <summary>Something that does not fit.</summary>
/// <param name="Kind">What.</param>
/// <param name="Advice">What to do, in English.</param>
public sealed record ReconciliationFinding(ReconciliationFindingKind Kind, string Advice)
{
    /// <summary>The caller's own id of the order; null if the journal does not know it.</summary>
    public OrderReference? Reference { get; init; }

    /// <summary>The provider's id of the order; null if it is about none.</summary>
    public string? OrderId { get; init; }

    /// <summary>The id that the provider saw as the caller's; null if neither side shows it.</summary>
    public string? ProviderKey { get; init; }

    /// <summary>When the order was placed, or the movement made; null if that is not known.</summary>
    public DateTimeOffset? At { get; init; }

    /// <summary>What is known here: a state, a status or an amount; null for nothing.</summary>
    public string? Here { get; init; }

    /// <summary>What the provider says: a status or an amount; null for nothing.</summary>
    public string? There { get; init; }
}

/// <summary>What does not fit.</summary>
public enum ReconciliationFindingKind
{
    /// <summary>The provider has an order that the journal does not know.</summary>
    MissingHere = 0,

    /// <summary>The provider has an order that the journal holds as open, refused or absent.</summary>
    NotSettledHere,

    /// <summary>The journal has a bought order that the provider says it does not have.</summary>
    MissingThere,

    /// <summary>The provider has more than one order for a reference.</summary>
    SecondOrder,

    /// <summary>The amounts of an order differ.</summary>
    AmountDiffers,

    /// <summary>The statuses of an order differ.</summary>
    StatusDiffers,

    /// <summary>What left the balance for an order is another sum than it costs.</summary>
    PaymentDiffers,

    /// <summary>Nothing left the balance for an order.</summary>
    PaymentMissing,

    /// <summary>A movement of the balance is about an order that neither side knows, or about none that it names.</summary>
    PaymentWithoutOrder,

    /// <summary>Something could not be compared.</summary>
    NotChecked,
}
