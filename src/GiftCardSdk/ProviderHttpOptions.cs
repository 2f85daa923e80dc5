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
}
