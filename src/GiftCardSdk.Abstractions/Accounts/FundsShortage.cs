using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>What a provider does with an order in a currency of which the account has not enough.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<FundsShortage>))]
public enum FundsShortage
{
    /// <summary>It refuses the order.</summary>
    Refuses = 0,

    /// <summary>It may pay from the balance in another currency, at a rate of its own.</summary>
    Converts,

    /// <summary>It may take the order and carry it out once the account is funded.</summary>
    Parks,

    /// <summary>It may do either.</summary>
    ConvertsOrParks,
}
