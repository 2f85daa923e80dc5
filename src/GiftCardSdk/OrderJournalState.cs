namespace GiftCardSdk;

/// <summary>What is known of an order that was to be bought. How far an accepted order has come is <see cref="Order.Status"/>, another matter.</summary>
public enum OrderJournalState
{
    /// <summary>Written down before the first byte; it may have left. Found without a running send (after a crash), it counts as <see cref="Unknown"/>.</summary>
    Sending = 0,

    /// <summary>It was sent, and whether it was bought is not known.</summary>
    Unknown,

    /// <summary>Believed not bought: the provider still did not have it after the quiet time. Belief, not proof.</summary>
    Absent,

    /// <summary>Certain: nothing was bought.</summary>
    Refused,

    /// <summary>It cannot be found out by itself; a person decides.</summary>
    Parked,

    /// <summary>Bought. Final here.</summary>
    Accepted,
}
