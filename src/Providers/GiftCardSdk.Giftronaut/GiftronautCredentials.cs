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
    private readonly AccessTokenCredentials? _ofBalance;

    private readonly Func<string?> _clientId;

    private GiftronautCredentials(AccessTokenCredentials? bearer, AccessTokenCredentials? ofBalance, Func<string?> clientId) =>
        (_bearer, _ofBalance, _clientId) = (bearer, ofBalance, clientId);

    public static ProviderCredentials ForTokens { get; } = new GiftronautCredentials(null, null, static () => null);

    /// <summary>
    /// The token, fetched by one call for any number of callers, ahead of its end. An app that lacks a scope may get no token at all for asking, so
    /// that of the balance is asked for where the balance is, unless the account's scopes have it.
    /// </summary>
    public static ProviderCredentials ForCalls(GiftronautTokens tokens, GiftronautSettings settings, TimeProvider time)
    {
        var bearer = new AccessTokenCredentials(cancellationToken => tokens.FetchAsync("", cancellationToken), time);
        return new GiftronautCredentials(
            bearer,
            settings.Initial.Scopes.Split(' ').Contains(GiftronautWords.Scope.BalanceRead, StringComparer.Ordinal)
                ? bearer
                : new(cancellationToken => tokens.FetchAsync(GiftronautWords.Scope.BalanceRead, cancellationToken), time),
            () => settings.ReadNow().ClientId
        );
    }

    public override ValueTask<bool> ApplyAsync(HttpRequestMessage request, int rejected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Headers.Remove(RequestIdHeader);
        request.Headers.TryAddWithoutValidation(RequestIdHeader, Guid.NewGuid().ToString());
        var token = IsOfBalance(request.RequestUri?.AbsolutePath ?? "") ? _ofBalance : _bearer;
        return token?.ApplyAsync(request, rejected, cancellationToken) ?? new(rejected == 0);
    }

    private static bool IsOfBalance(string path) =>
        path.EndsWith("/balance", StringComparison.Ordinal) || path.EndsWith("/balance/ledger", StringComparison.Ordinal);

    /// <summary>Secrets come and go, the client stays.</summary>
    protected override IReadOnlyList<string> ReadIdentities() => _clientId() is { } clientId ? [clientId] : [];
}
