namespace GiftCardSdk.Sandbox;

/// <summary>How a card stands with its recipient.</summary>
public enum SandboxCardState
{
    /// <summary>Sold, and not there yet: its order is still processed, or waits for funds.</summary>
    Pending,

    /// <summary>There, and not redeemed.</summary>
    Open,

    /// <summary>Redeemed by its recipient.</summary>
    Redeemed,

    /// <summary>Not redeemed in its time.</summary>
    Expired,

    /// <summary>Taken back, or never issued because its order failed.</summary>
    Cancelled,
}
