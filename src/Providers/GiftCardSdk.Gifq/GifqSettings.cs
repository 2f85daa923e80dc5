using GiftCardSdk.Adapters;

namespace GiftCardSdk.Gifq;

/// <summary>The options of one account, with its tokens, which are read anew for every attempt.</summary>
internal sealed class GifqSettings : AccountSettings<GifqOptions>
{
    /// <param name="accountName">The name of the account.</param>
    /// <param name="read">Reads the options as they are now; throws where they are not right.</param>
    public GifqSettings(string accountName, Func<GifqOptions> read)
        : base(accountName, GifqDefaults.Provider, "GIFQ", read, options => (options.Environment, options.Address))
    {
        Assumptions = Initial.WireAssumptions;
    }

    public GifqWireAssumptions Assumptions { get; }

    /// <summary>The tokens as they are now, the preferred one first.</summary>
    public IReadOnlyList<string> Tokens()
    {
        var current = ReadNow();
        return [current.ApiToken ?? "", current.SecondaryApiToken ?? ""];
    }
}
