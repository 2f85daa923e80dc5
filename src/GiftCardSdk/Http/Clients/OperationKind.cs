namespace GiftCardSdk.Http.Clients;

/// <summary>What a call does at the provider; no verb tells it.</summary>
public enum OperationKind
{
    /// <summary>It changes nothing, whatever its verb: 10 seconds an attempt and 30 in all, repeated on transient failures.</summary>
    Read,

    /// <summary>It changes something without buying, such as sending a reward again: 30 seconds, sent once.</summary>
    Change,

    /// <summary>It buys or spends: 100 seconds, sent once, and its failure says what may exist.</summary>
    Create,
}
