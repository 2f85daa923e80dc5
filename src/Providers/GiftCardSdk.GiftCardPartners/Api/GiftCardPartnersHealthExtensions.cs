namespace GiftCardSdk.GiftCardPartners;

/// <summary>Whether the provider can be reached with the account's credentials.</summary>
public static class GiftCardPartnersHealthExtensions
{
    /// <summary>Asks for the service's status; where there is no such operation, which nobody has documented, asks for a token instead.</summary>
    /// <param name="api">The API.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>Completes if the provider is well.</returns>
    /// <exception cref="GiftCardException">It is not, or the credentials are refused.</exception>
    public static async Task CheckHealthAsync(this IGiftCardPartnersApi api, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(api);
        try
        {
            await api.GetStatusAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException missing) when (missing.HttpStatus == 404)
        {
            await api.CreateTokenAsync(cancellationToken).ConfigureAwait(false);
        }
    }
}
