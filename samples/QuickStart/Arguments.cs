namespace QuickStart;

/// <summary>What was typed behind the program's name.</summary>
internal sealed record Arguments(string? Live, string? Mistake = null, string? Only = null, bool IsHelp = false)
{
    private static readonly Dictionary<string, string[]> Needed = new(StringComparer.OrdinalIgnoreCase)
    {
        ["giftbit"] = [LiveGiftbitSample.TokenVariable],
        ["gifq"] = [LiveGifqSample.TokenVariable],
        ["giftronaut"] = [LiveGiftronautSample.ClientIdVariable, LiveGiftronautSample.ClientSecretVariable],
        ["giftcardpartners"] =
        [
            LiveGiftCardPartnersSample.AddressVariable,
            LiveGiftCardPartnersSample.EmailVariable,
            LiveGiftCardPartnersSample.AccessTokenVariable,
        ],
        ["huuray"] = [LiveHuuraySample.AddressVariable, LiveHuuraySample.TokenVariable, LiveHuuraySample.SecretVariable],
    };

    public static Arguments Parse(string[] args) =>
        args switch
        {
            [] => new(Live: null),
            ["--help" or "-h" or "-?"] => new(Live: null, IsHelp: true),
            [var provider] when Needed.ContainsKey(provider) => new(Live: null, Only: provider.ToLowerInvariant()),
            ["--live", var provider] => ForLive(provider),
            _ => new(null, $"'{string.Join(' ', args)}' is not understood; --help shows what is."),
        };

    public static string Usage =>
        $"""
            Buys gift cards and shows what comes of them. Real money is never spent.

              dotnet run --project samples/QuickStart
                  at five pretend providers on this machine
              dotnet run --project samples/QuickStart -- giftbit
                  at one of them
              dotnet run --project samples/QuickStart -- --live giftbit
                  at the provider's own test environment

            Providers: {string.Join(", ", Needed.Keys)}.
            """;

    private static Arguments ForLive(string provider)
    {
        if (!Needed.TryGetValue(provider, out var variables))
        {
            return new(null, $"There is no provider '{provider}' here; --live takes {string.Join(", ", Needed.Keys)}.");
        }

        var missing = variables.Where(variable => string.IsNullOrWhiteSpace(Environment.GetEnvironmentVariable(variable))).ToList();
        return missing.Count == 0
            ? new(provider)
            : new(
                null,
                $"To run against {provider}'s test environment, set {string.Join(" and ", missing)} first. Play money only: the sandbox environment is what it uses."
            );
    }
}
