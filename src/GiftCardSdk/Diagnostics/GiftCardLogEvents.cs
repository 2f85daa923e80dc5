namespace GiftCardSdk.Diagnostics;

/// <summary>Ids of what the HTTP layer logs, under the category <c>GiftCardSdk.Http</c>. No entry holds a path, a body or the value of a header.</summary>
public static class GiftCardLogEvents
{
    /// <summary>Debug: an attempt was answered.</summary>
    public const int AttemptAnswered = 1000;

    /// <summary>Debug: an attempt ended without an answer.</summary>
    public const int AttemptFailed = 1001;

    /// <summary>Debug: a read is sent once more after a wait.</summary>
    public const int Retrying = 1002;

    /// <summary>Warning: a call failed for good.</summary>
    public const int CallFailed = 1003;

    /// <summary>Warning: the provider said 429, and the account pauses.</summary>
    public const int AccountPaused = 1004;

    /// <summary>Warning: too many calls failed, and the account is not called for a while.</summary>
    public const int CircuitOpened = 1005;

    /// <summary>Information: the account is called again.</summary>
    public const int CircuitClosed = 1006;

    /// <summary>Error: an <see cref="IGiftCardAudit"/> threw; its entry is lost.</summary>
    public const int AuditFailed = 1007;

    /// <summary>Warning, once a provider, operation and member: a value could not be read and was left out, or its row was.</summary>
    public const int MemberWasOdd = 1008;

    /// <summary>Warning: the life of a token is that of another environment than the account's.</summary>
    public const int TokenOfOtherEnvironment = 1009;
}
