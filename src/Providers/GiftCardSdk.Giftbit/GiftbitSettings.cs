using GiftCardSdk.Adapters;

namespace GiftCardSdk.Giftbit;

/// <summary>The options of one account, with what follows from them: its zone, its tokens, the simulated limit.</summary>
internal sealed class GiftbitSettings : AccountSettings<GiftbitOptions>
{
    /// <param name="accountName">The name of the account.</param>
    /// <param name="read">Reads the options as they are now; throws where they are not right.</param>
    public GiftbitSettings(string accountName, Func<GiftbitOptions> read)
        : base(accountName, GiftbitDefaults.Provider, "Giftbit", read, options => (options.Environment, options.Address))
    {
        Assumptions = Initial.WireAssumptions;
        Time = new GiftbitTime(GiftbitTime.FindZone(Assumptions.TimeZoneId) ?? TimeZoneInfo.Utc);
    }

    public GiftbitWireAssumptions Assumptions { get; }

    public GiftbitTime Time { get; }

    /// <summary>The tokens as they are now, the preferred one first.</summary>
    public IReadOnlyList<string> Tokens()
    {
        var current = ReadNow();
        return [current.ApiToken ?? "", current.SecondaryApiToken ?? ""];
    }

    /// <summary>Whether a call asks for the simulated limit.</summary>
    public bool SimulatesRateLimit(GiftbitCallOptions? options)
    {
        if (options is { SimulateRateLimit: true } && Initial.Environment == GiftCardEnvironment.Production)
        {
            throw new ArgumentException(
                $"SimulateRateLimit: the account '{AccountName}' is a production account, and Giftbit simulates its limit in the sandbox only.",
                nameof(options)
            );
        }

        return options is { SimulateRateLimit: true } || ReadNow().SimulateRateLimit;
    }
}
