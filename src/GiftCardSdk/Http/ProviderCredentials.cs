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
}
