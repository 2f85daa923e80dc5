using GiftCardSdk.Sandbox.Giftronaut.Wire;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Primitives;

namespace GiftCardSdk.Sandbox;

/// <summary>The token call: client credentials in a form, errors in OAuth's own words.</summary>
internal sealed class GiftronautTokenOperations(GiftronautTwinOptions options, GiftronautTokens tokens, GiftronautGate gate)
{
    private static GiftronautJsonContext Json => GiftronautJsonContext.Default;

    public SandboxAnswer Create(SandboxCall call)
    {
        if (call.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.OrdinalIgnoreCase) != true)
        {
            return Refuse("invalid_request", "Send a form.");
        }

        var form = QueryHelpers.ParseQuery(call.BodyText);
        if (tokens.FindClient(Field(form, "client_id")) is not { } client || client.ClientSecret != Field(form, "client_secret"))
        {
            return Refuse("invalid_client", "Unknown client or wrong secret.", StatusCodes.Status401Unauthorized);
        }

        return options.TokenCallsCount && gate.Count(client, call.Now) is { } limited ? limited : Grant(client, form, call.Now);
    }

    private SandboxAnswer Grant(GiftronautClient client, Dictionary<string, StringValues> form, DateTimeOffset now)
    {
        switch (Field(form, "grant_type"))
        {
            case null:
                return Refuse("invalid_request", "grant_type is required.");
            case not "client_credentials":
                return Refuse("unsupported_grant_type", "Only client_credentials.");
        }

        var asked = Field(form, "scope")?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];
        var granted = asked.Intersect(client.Scopes, StringComparer.Ordinal).ToArray();
        if (granted.Length == 0 || (options.UngrantedScopeFails && asked.Except(granted, StringComparer.Ordinal).Any()))
        {
            return Refuse("invalid_scope", "The app does not have what was asked for.");
        }

        var life = (long)tokens.LifeFor(client).TotalSeconds;
        var reply = new TokenReply(tokens.Issue(client, granted, now), "Bearer", life, string.Join(' ', granted));
        return SandboxAnswer.Json(StatusCodes.Status200OK, reply, Json.TokenReply);
    }

    private static string? Field(Dictionary<string, StringValues> form, string name) =>
        form.TryGetValue(name, out var values) && values.ToString() is { Length: > 0 } text ? text : null;

    private static SandboxAnswer Refuse(string error, string description, int status = StatusCodes.Status400BadRequest) =>
        SandboxAnswer.Json(status, new TokenError(error, description), Json.TokenError);
}
