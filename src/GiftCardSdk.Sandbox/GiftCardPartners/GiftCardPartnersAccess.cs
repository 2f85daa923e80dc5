using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>Who may come in: access tokens that buy bearer tokens, and the bearer tokens alive. Guarded by the twin's lock.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
internal sealed class GiftCardPartnersAccess(GiftCardPartnersTwinOptions options, int seed)
{
    private const string Scheme = "Bearer ";

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, DateTimeOffset> _expiries = new(StringComparer.Ordinal);
    private readonly Queue<string> _oldestFirst = new();

    public IReadOnlyList<string> AccessTokens { get; set; } = [.. options.AccessTokens];

    public bool AcceptsCredentials(string? email, string? accessToken) =>
        string.Equals(email, options.Email, StringComparison.OrdinalIgnoreCase)
        && AccessTokens.Contains(accessToken, StringComparer.Ordinal);

    private string Issue(DateTimeOffset now)
    {
        if (!options.OldTokensStayValid)
        {
            Revoke();
        }

        while (_oldestFirst.TryPeek(out var oldest) && !IsAlive(oldest, now))
        {
            _expiries.Remove(_oldestFirst.Dequeue());
        }

        Span<byte> bytes = stackalloc byte[24];
        _random.NextBytes(bytes);
        var token = "tok.sandbox." + Convert.ToHexStringLower(bytes);
        _expiries.Add(token, now + options.TokenLifetime);
        _oldestFirst.Enqueue(token);
        return token;
    }

    public SandboxAnswer CreateToken(SandboxCall call, GiftCardPartnersAnswers answers)
    {
        var life = options.TokenLifetime;
        var shown = options.TokenExpiryUnit == GiftCardPartnersTokenUnit.Minutes ? life.TotalMinutes : life.TotalSeconds;
        return answers.Ok(new JsonObject { ["Value"] = Issue(call.Now), ["ExpiresIn"] = (long)shown });
    }

    /// <summary>The header holds a token that was issued and has neither expired nor been revoked.</summary>
    public bool AcceptsBearer(string? authorization, DateTimeOffset now) =>
        authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) == true && IsAlive(authorization[Scheme.Length..], now);

    /// <summary>Ends every bearer token.</summary>
    public void Revoke()
    {
        _expiries.Clear();
        _oldestFirst.Clear();
    }

    private bool IsAlive(string token, DateTimeOffset now) => _expiries.TryGetValue(token, out var expiry) && now < expiry;
}
