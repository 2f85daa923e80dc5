namespace GiftCardSdk;

/// <summary>What a failed call may have left behind.</summary>
public enum GiftCardOutcome
{
    /// <summary>The call was no purchase.</summary>
    NotAnOrder = 0,

    /// <summary>Nothing was bought.</summary>
    NothingCreated,

    /// <summary>Something may have been bought, or was. Never place it under another reference.</summary>
    MayExist,
}
