using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>Lets requests in: the token, its scopes, the rate limit.</summary>
internal sealed class GiftronautGate(GiftronautTwinOptions options, GiftronautTokens tokens, GiftronautState state)
{
    private readonly GiftronautMinute _minute = new();

    /// <summary>Refuses a request before its operation is looked at; the token call brings its own credentials.</summary>
    public SandboxAnswer? Admit(SandboxCall call)
    {
        if (call.PathAndQuery.StartsWith(GiftronautRoutes.TokenPath, StringComparison.Ordinal))
        {
            return null;
        }

        return tokens.Find(call) is { } grant ? Count(grant.Client, call.Now) : GiftronautRefusal.Unauthorized.ToAnswer();
    }

    /// <summary>Counts a request against the app's limit; the refusal when it is used up, else null.</summary>
    public SandboxAnswer? Count(GiftronautClient client, DateTimeOffset now)
    {
        var limit = client.IsProduction ? options.ProductionRequestsPerMinute : options.SandboxRequestsPerMinute;
        return limit is not { } most || _minute.TryTake(client.ClientId, most, now, out var wait)
            ? null
            : GiftronautRefusal.TooManyRequests.ToAnswer() with
            {
                RetryAfter = options.LimitNamesWait ? Math.Ceiling(wait.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture) : null,
            };
    }

    /// <summary>Runs the operation for the account of the token's app, if the token has every scope it needs.</summary>
    public SandboxAnswer Enter(SandboxCall call, string[] scopes, Func<GiftronautCall, SandboxAnswer> operation)
    {
        if (tokens.Find(call) is not { } grant)
        {
            return GiftronautRefusal.Unauthorized.ToAnswer();
        }

        var missing = Array.Find(scopes, scope => !grant.Scopes.Contains(scope));
        return missing is null
            ? operation(new GiftronautCall(call, grant.Client, state.AccountOf(grant.Client, call.Now)))
            : GiftronautRefusal.Forbidden("INSUFFICIENT_SCOPE", $"The token lacks the scope {missing}.").ToAnswer();
    }
}
