using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>
/// The bearer token on every call but the one that fetches it, whose credentials are its body; and an id of its own on every attempt, which
/// Giftronaut's support asks for.
/// </summary>
internal sealed class GiftronautCredentials : ProviderCredentials
{
    public const string RequestIdHeader = "X-Request-Id";

    private readonly AccessTokenCredentials? _bearer;

    private GiftronautCredentials(AccessTokenCredentials? bearer) => _bearer = bearer;

    public static ProviderCredentials ForTokens { get; } = new GiftronautCredentials(null);

    /// <summary>The token, fetched by one call for any number of callers, ahead of its end.</summary>
    public static ProviderCredentials ForCalls(GiftronautTokens tokens, TimeProvider time) =>
        new GiftronautCredentials(new AccessTokenCredentials(tokens.FetchAsync, time));

    public override ValueTask<bool> ApplyAsync(HttpRequestMessage request, int rejected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Remove(RequestIdHeader);
        request.Headers.TryAddWithoutValidation(RequestIdHeader, Guid.NewGuid().ToString());
        return _bearer?.ApplyAsync(request, rejected, cancellationToken) ?? new(rejected == 0);
    }
}
