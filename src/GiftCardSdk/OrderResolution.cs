namespace GiftCardSdk;

/// <summary>What became of an order that no caller was waiting for. Safe to log and to store.</summary>
/// <param name="Before">What was known of it before. <see cref="OrderJournalState.Absent"/> or Parked: it was found late.</param>
/// <param name="Entry">
/// The order's entry as it now stands: Accepted with <see cref="JournalEntry.ProviderOrderIds"/>, Absent, Refused by a person, or Parked with a
/// <see cref="JournalEntry.Reason"/>; <see cref="JournalEntry.Decision"/> says who decided, if a person did.
/// </param>
public sealed record OrderResolution(OrderJournalState Before, JournalEntry Entry)
{
    /// <summary>What became of it: Accepted, Absent or Parked; Refused if a person said so.</summary>
    public OrderJournalState End => Entry.State;

    /// <summary>The caller's own id of the order.</summary>
    public OrderReference Reference => Entry.Identity.Reference;

    /// <summary>The name of the account.</summary>
    public string Account => Entry.Identity.Account;

    /// <summary>The provider's id of the order; null unless it was bought.</summary>
    public string? OrderId => Entry.ProviderOrderIds is [var id, ..] ? id : null;
}
