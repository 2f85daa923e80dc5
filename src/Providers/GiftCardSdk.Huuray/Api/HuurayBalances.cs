using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>What the account holds.</summary>
public sealed record HuurayBalanceList : HuurayAnswer
{
    private IReadOnlyList<HuurayBalance> _balances = [];

    /// <summary>One row a currency; empty if there is none. Source: vendor's OpenAPI file; documented.</summary>
    [JsonIgnore]
    public IReadOnlyList<HuurayBalance> Balances
    {
        get => _balances;
        init => _balances = value;
    }

    [JsonInclude]
    [JsonPropertyName("Balances")]
    [WireStrict]
    internal IReadOnlyList<HuurayBalance?>? BalancesOnWire
    {
        get => _balances;
        set => (_balances, IsListed) = (HuurayRows.Of(value), true);
    }

    private protected override bool ShowsSomething => IsListed;
}

/// <summary>What the account holds in one currency.</summary>
public sealed record HuurayBalance
{
    /// <summary>The currency, three letters. Source: vendor's OpenAPI file; documented.</summary>
    [JsonPropertyName("Currency")]
    public required string Currency { get; init; }

    /// <summary>What can be spent, in minor units of <see cref="Currency"/>. Source: vendor's OpenAPI file; documented, the units of a currency are assumed.</summary>
    [JsonPropertyName("Balance")]
    public required long Balance { get; init; }

    /// <summary>Whether it is a master currency of the account, which others may be paid from. Source: vendor's OpenAPI file; its meaning is inferred.</summary>
    [JsonPropertyName("Master")]
    public bool? Master { get; init; }
}
