namespace GiftCardSdk;

/// <summary>How every account calls its provider; what differs by account stands in the account's own options.</summary>
public sealed class ProviderHttpOptions
{
    /// <summary>
    /// The longest pause that one answer with status 429 puts on all calls of its account. Default 5 minutes; 1 second to 1 hour. A provider may ask for more, or a
    /// gateway for a nonsense: the exception shows what was asked (<see cref="GiftCardException.RetryAfter"/>), and after this pause the account is
    /// tried again.
    /// </summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(5);

    /// <summary>
    /// Whether the processes on one journal divide each account's rate among themselves, or those on one <see cref="ISharedRate"/>. Default true. Set it to
    /// false where each process has a rate of its own at the provider; a journal in memory has no other processes anyway.
    /// </summary>
    public bool ShareRates { get; set; } = true;
}
