namespace GiftCardSdk.Http.Clients;

/// <summary>What a call does at the provider. The HTTP verb does not tell: some providers read with POST.</summary>
public enum OperationKind
{
    /// <summary>It changes nothing, whatever its verb. 10 seconds for an attempt and 30 in all; repeated after transient failures.</summary>
    Read,

    /// <summary>It changes something without buying, such as sending a reward again. 30 seconds; sent once.</summary>
    Change,

    /// <summary>It buys or spends. 100 seconds; sent once, and the exception of a failure says what may exist.</summary>
    Create,
}
