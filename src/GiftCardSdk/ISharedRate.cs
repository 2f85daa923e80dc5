namespace GiftCardSdk;

/// <summary>
/// Where processes that call the same account of a provider agree on who uses how much of its rate: one small text an account, replaced by
/// compare-and-swap. Without one, the journal's records are used if other processes can have the journal open. Safe for use by many callers at once.
/// </summary>
/// <remarks>
/// The text holds random names of processes and numbers: nothing of an order, no credential. It need not outlive a restart; what is lost is agreed on anew
/// within seconds. A process that cannot reach it goes on with at most a tenth of the rate.
/// </remarks>
public interface ISharedRate
{
    /// <summary>Replaces the text of an account, if it is still what the caller believes it to be. Asked about once a second while the account is called.</summary>
    /// <param name="account">Provider, environment and the account's id in the journal, letter for letter; up to 300 characters.</param>
    /// <param name="expected">What the caller believes to stand there; null for nothing.</param>
    /// <param name="replacement">What is to stand there; some hundred characters a process.</param>
    /// <param name="cancellationToken">Ends the waiting; whether it was replaced is then not known.</param>
    /// <returns>What stands there now: the replacement if it was written, else what somebody else has written; null for nothing.</returns>
    /// <exception cref="Exception">Whatever it throws means that it cannot be reached now.</exception>
    ValueTask<string?> ExchangeAsync(string account, string? expected, string replacement, CancellationToken cancellationToken = default);
}
