namespace GiftCardSdk.Sandbox;

/// <summary>What a token permits, and until when.</summary>
internal sealed record GiftronautGrant(GiftronautClient Client, IReadOnlySet<string> Scopes, DateTimeOffset ExpiresAt);

/// <summary>The apps and the tokens they were given. Guarded by the twin's lock.</summary>
internal sealed class GiftronautTokens(GiftronautTwinOptions options, GiftronautIds ids)
{
    private const string Scheme = "Bearer ";

    private readonly Dictionary<string, GiftronautClient> _clients = options.Clients.ToDictionary(
        client => client.ClientId,
        StringComparer.Ordinal
    );

    private readonly Dictionary<string, GiftronautGrant> _grants = new(StringComparer.Ordinal);

    public IReadOnlyCollection<GiftronautClient> Clients => _clients.Values;

    public GiftronautClient? FindClient(string? clientId) => clientId is null ? null : _clients.GetValueOrDefault(clientId);

    public void SetClient(GiftronautClient client) => _clients[client.ClientId] = client;

    public TimeSpan LifeFor(GiftronautClient client) => client.IsProduction ? options.ProductionTokenLife : options.SandboxTokenLife;

    public string Issue(GiftronautClient client, IReadOnlyList<string> scopes, DateTimeOffset now)
    {
        var token = ids.Token();
        _grants.Add(token, new GiftronautGrant(client, scopes.ToHashSet(StringComparer.Ordinal), now + LifeFor(client)));
        return token;
    }

    public void RevokeAll() => _grants.Clear();

    /// <summary>What the request's header permits; null when it is missing, unknown or expired.</summary>
    public GiftronautGrant? Find(SandboxCall call) =>
        call.Header("Authorization") is { } header
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && _grants.TryGetValue(header[Scheme.Length..], out var grant)
        && call.Now < grant.ExpiresAt
            ? grant
            : null;
}
