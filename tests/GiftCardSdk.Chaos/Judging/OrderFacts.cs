using GiftCardSdk.Chaos.Buying;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Chaos.Judging;

/// <summary>All that is known of one order when the run is over, from the three sides that must agree.</summary>
internal sealed record OrderFacts
{
    public required int Seed { get; init; }

    public required int Number { get; init; }

    public required string Provider { get; init; }

    public required OrderReference Reference { get; init; }

    /// <summary>The journal's operation: an order, a batch of payouts or a campaign run.</summary>
    public string Operation { get; init; } = OrderIdentity.PlaceOrder;

    /// <summary>What the twin really sold under the order's key.</summary>
    public IReadOnlyList<SandboxSale> Sales { get; init; } = [];

    /// <summary>What the journal says; null if it does not know the order.</summary>
    public JournalEntry? Entry { get; init; }

    /// <summary>What each caller was told.</summary>
    public IReadOnlyList<Told> Told { get; init; } = [];

    /// <summary>What the resolver reported to the observer as bought.</summary>
    public IReadOnlyList<string> ObservedIds { get; init; } = [];

    /// <summary>Whether a process found it open in the journal when it started.</summary>
    public bool WasOpenAfterCrash { get; init; }

    /// <summary>What the cards that were wanted are worth, in units of the provider's wire.</summary>
    public long WantedAmount { get; init; }

    /// <summary>What the cards are worth that somebody ordered by mistake under the same reference.</summary>
    public long OtherAmount { get; init; }

    /// <summary>What the cards are worth that the journal has, in units of the provider's wire; null where it has none.</summary>
    public long? JournalAmount { get; init; }

    public bool IsSold => Sales.Count > 0;

    /// <summary>Whether it once was not known whether it was bought.</summary>
    public bool WasUnknown => WasOpenAfterCrash || Told.Any(told => told.Ending == Ending.Unknown);

    /// <summary>Whether it is known now.</summary>
    public bool IsResolved => Entry is { State: OrderJournalState.Accepted or OrderJournalState.Refused or OrderJournalState.Absent };
}

/// <summary>What one caller was told.</summary>
/// <param name="Content">What the caller had brought.</param>
/// <param name="Ending">How it ended; <see cref="Ending.None"/> without an answer.</param>
/// <param name="OrderId">The provider's id, or the type of an exception; null for neither.</param>
internal sealed record Told(Content Content, Ending Ending, string? OrderId = null);
