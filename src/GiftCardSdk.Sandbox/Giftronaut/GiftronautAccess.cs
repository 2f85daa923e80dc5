using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace GiftCardSdk.Sandbox;

/// <summary>An app of the developer portal: its credentials choose the environment. Nothing in a request's address tells them apart.</summary>
internal sealed record GiftronautClient(string Id, string Secret, bool IsProduction, IReadOnlyList<string> Scopes);

/// <summary>What a token permits, and until when.</summary>
internal sealed record GiftronautGrant(GiftronautClient Client, IReadOnlyList<string> Scopes, DateTimeOffset ExpiresAt);

/// <summary>A request that has been let in, and the account it acts on.</summary>
internal sealed record GiftronautCall(SandboxCall Http, GiftronautClient Client, GiftronautAccount Account)
{
    public DateTimeOffset Now => Http.Now;

    /// <summary>The body, once it has been held against its shape.</summary>
    public JsonObject Body { get; init; } = [];

    /// <summary>The idempotency key, or null where there is none.</summary>
    public string? Key { get; init; }
}

/// <summary>Who is let in: apps, the tokens they were given, their scopes and their rate limit. Guarded by the twin's lock.</summary>
internal sealed class GiftronautAccess(GiftronautTwinOptions options, GiftronautStore store)
{
    public const string TokenPath = "/oauth2/token";

    private const string Scheme = "Bearer ";
    private const int ProductionRequestsPerMinute = 300;

    private static readonly TimeSpan ProductionTokenLife = TimeSpan.FromHours(1);

    private static readonly string[] AllScopes =
    [
        "catalog.read",
        "orders.read",
        "orders.write",
        "balance.read",
        "balance.write",
        "templates.read",
        "templates.write",
        "campaigns.read",
        "campaigns.write",
    ];

    private readonly Dictionary<string, GiftronautGrant> _grants = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (long Minute, int Count)> _counts = new(StringComparer.Ordinal);

    public GiftronautClient Sandbox { get; private set; } =
        new("sandbox-giftronaut-client", "sandbox-giftronaut-secret", IsProduction: false, AllScopes);

    public GiftronautClient Production { get; private set; } =
        new("production-giftronaut-client", "production-giftronaut-secret", IsProduction: true, AllScopes);

    /// <summary>The app with this id; null means that of the provider's sandbox.</summary>
    public GiftronautClient Known(string? clientId) =>
        Find(clientId ?? Sandbox.Id) ?? throw new ArgumentException($"The twin has no app '{clientId}'.", nameof(clientId));

    public void Change(GiftronautClient client) => (Sandbox, Production) = client.IsProduction ? (Sandbox, client) : (client, Production);

    public string Issue(GiftronautClient client, IReadOnlyList<string> scopes, DateTimeOffset now)
    {
        var token = store.NewToken();
        _grants.Add(token, new GiftronautGrant(client, scopes, now + LifeFor(client)));
        return token;
    }

    public void RevokeAll() => _grants.Clear();

    /// <summary>Refuses a request before its operation is looked at; the token call brings its own credentials and is not counted.</summary>
    public SandboxAnswer? Admit(SandboxCall call) =>
        call.PathAndQuery.StartsWith(TokenPath, StringComparison.Ordinal) ? null
        : Grant(call) is { } grant ? Count(grant.Client, call.Now)
        : GiftronautRules.Unauthorized;

    /// <summary>Runs the operation for the account of the token's app, if the token has every scope it needs.</summary>
    public SandboxAnswer Enter(SandboxCall call, string[] scopes, Func<GiftronautCall, SandboxAnswer> operation)
    {
        if (Grant(call) is not { } grant)
        {
            return GiftronautRules.Unauthorized;
        }

        return Array.Find(scopes, scope => !grant.Scopes.Contains(scope, StringComparer.Ordinal)) is { } missing
            ? GiftronautRules.Refuse(StatusCodes.Status403Forbidden, "INSUFFICIENT_SCOPE", $"The token lacks the scope {missing}.")
            : operation(new GiftronautCall(call, grant.Client, store.AccountOf(grant.Client, call.Now)));
    }

    /// <summary>The token call: client credentials in a form, errors in OAuth's own words.</summary>
    public SandboxAnswer CreateToken(SandboxCall call)
    {
        if (call.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return Refuse("invalid_request", "Send a form.");
        }

        var form = QueryHelpers.ParseQuery(call.BodyText);
        if (Find(Field("client_id")) is not { } client || client.Secret != Field("client_secret"))
        {
            return Refuse("invalid_client", "Unknown client or wrong secret.", StatusCodes.Status401Unauthorized);
        }

        var asked = Field("scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        return Field("grant_type") switch
        {
            null => Refuse("invalid_request", "grant_type is required."),
            not "client_credentials" => Refuse("unsupported_grant_type", "Only client_credentials."),
            _ => Grant(client, asked, call.Now),
        };

        string? Field(string name) => form.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;
    }

    private SandboxAnswer Grant(GiftronautClient client, string[] asked, DateTimeOffset now)
    {
        var granted = asked.Intersect(client.Scopes, StringComparer.Ordinal).ToArray();
        if (granted.Length == 0 || (options.UngrantedScopeFails && asked.Except(granted, StringComparer.Ordinal).Any()))
        {
            return Refuse("invalid_scope", "The app does not have what was asked for.");
        }

        return SandboxAnswer.Json(
            StatusCodes.Status200OK,
            new JsonObject
            {
                ["access_token"] = Issue(client, granted, now),
                ["token_type"] = "Bearer",
                ["expires_in"] = (long)LifeFor(client).TotalSeconds,
                ["scope"] = string.Join(' ', granted),
            }
        );
    }

    // What the request's header permits; null when it is missing, unknown or expired.
    private GiftronautGrant? Grant(SandboxCall call) =>
        call.Header("Authorization") is { } header
        && header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && _grants.TryGetValue(header[Scheme.Length..], out var grant)
        && call.Now < grant.ExpiresAt
            ? grant
            : null;

    // A limit a minute of the clock, counted for each app on its own.
    private SandboxAnswer? Count(GiftronautClient client, DateTimeOffset now)
    {
        var minute = now.UtcTicks / TimeSpan.TicksPerMinute;
        var used = _counts.TryGetValue(client.Id, out var entry) && entry.Minute == minute ? entry.Count : 0;
        if (used < (client.IsProduction ? ProductionRequestsPerMinute : options.SandboxRequestsPerMinute ?? int.MaxValue))
        {
            _counts[client.Id] = (minute, used + 1);
            return null;
        }

        var wait = TimeSpan.FromTicks(((minute + 1) * TimeSpan.TicksPerMinute) - now.UtcTicks);
        return GiftronautRules.TooManyRequests() with
        {
            RetryAfter = options.LimitNamesWait ? Math.Ceiling(wait.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture) : null,
        };
    }

    private TimeSpan LifeFor(GiftronautClient client) => client.IsProduction ? ProductionTokenLife : options.SandboxTokenLife;

    private GiftronautClient? Find(string? clientId) =>
        clientId == Sandbox.Id ? Sandbox
        : clientId == Production.Id ? Production
        : null;

    private static SandboxAnswer Refuse(string error, string words, int status = StatusCodes.Status400BadRequest) =>
        SandboxAnswer.Json(status, new JsonObject { ["error"] = error, ["error_description"] = words });
}
