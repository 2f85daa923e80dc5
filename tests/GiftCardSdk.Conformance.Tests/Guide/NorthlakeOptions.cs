using GiftCardSdk.Adapters;

namespace Northlake;

/// <summary>Settings of one Northlake account.</summary>
public sealed class NorthlakeOptions : IAccountOptions
{
    /// <summary>The API token. Required; never printed.</summary>
    public string? ApiToken { get; set; }

    /// <summary>Play money or real money. Default sandbox.</summary>
    public GiftCardEnvironment Environment { get; set; } = GiftCardEnvironment.Sandbox;

    /// <summary>The account's stable id in the order journal; null for its name. Whoever renames an account keeps its earlier name here.</summary>
    public string? JournalId { get; set; }

    /// <summary>The host; https, or http on loopback.</summary>
    public Uri BaseAddress { get; set; } = new("https://api.northlake.example");
}

/// <summary>Checks an account's options; the message names the account and never shows the token.</summary>
internal sealed class NorthlakeOptionsValidator() : AccountOptionsValidator<NorthlakeOptions>("Northlake")
{
    protected override IEnumerable<string> MistakesOf(NorthlakeOptions options) =>
        MistakesOfCredential(nameof(options.ApiToken), options.ApiToken, "AddNorthlake");
}
