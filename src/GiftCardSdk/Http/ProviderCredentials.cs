namespace GiftCardSdk.Http;

/// <summary>Puts an account's credential on each attempt. Called by many callers at once.</summary>
public abstract class ProviderCredentials
{
    /// <summary>Puts the live credential on a request. Sets, never adds: a request may be sent again.</summary>
    /// <param name="request">The request of this attempt.</param>
    /// <param name="rejected">How often this very call was answered 401 so far; each time another credential, or a renewed one, is wanted.</param>
    /// <param name="cancellationToken">Ends the waiting for a token.</param>
    /// <returns>False if there is no further credential to try: the 401 then stands. With 0 rejections, an exception says why there is none.</returns>
    /// <exception cref="GiftCardException">No credential could be had. Nothing is ever sent without one.</exception>
    public abstract ValueTask<bool> ApplyAsync(HttpRequestMessage request, int rejected, CancellationToken cancellationToken);

    /// <summary>
    /// Reads what tells the credentials that are live now from those of any other account of the provider: each key or token itself, or the client id
    /// of OAuth, but no token that is fetched and ends. The order journal keeps a keyed hash of each, so that an open order is never looked for,
    /// and never sent again, with another account of the provider's.
    /// </summary>
    /// <returns>One text for each, in any order; empty where they name none, and then nothing is compared. Secret: never log it.</returns>
    protected internal virtual IReadOnlyList<string> ReadIdentities() => [];

    /// <summary>What <see cref="ReadIdentities"/> gives, each once and without blanks. Asked for every order: one alone, as nearly always, costs nothing.</summary>
    internal IReadOnlyList<string> Identify()
    {
        var identities = ReadIdentities();
        return identities is [var only] && !string.IsNullOrWhiteSpace(only)
            ? identities
            : [.. identities.Where(static identity => !string.IsNullOrWhiteSpace(identity)).Distinct(StringComparer.Ordinal)];
    }
}
