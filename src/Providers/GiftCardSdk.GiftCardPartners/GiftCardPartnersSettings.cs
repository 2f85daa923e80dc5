using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>The options of one account, with the words of its statuses.</summary>
internal sealed class GiftCardPartnersSettings : AccountSettings<GiftCardPartnersOptions>
{
    /// <param name="accountName">The name of the account.</param>
    /// <param name="read">Reads the options as they are now; throws where they are not right.</param>
    public GiftCardPartnersSettings(string accountName, Func<GiftCardPartnersOptions> read)
        : base(
            accountName,
            GiftCardPartnersDefaults.Provider,
            "Gift Card Partners",
            read,
            options => (options.Environment, options.BaseAddress)
        )
    {
        Assumptions = Initial.WireAssumptions;
        Statuses = new StatusWords(Assumptions.OrderStatuses);
    }

    public GiftCardPartnersWireAssumptions Assumptions { get; }

    /// <summary>What the provider's status words mean for this account. One that is not known is kept as it is, and is not final.</summary>
    public StatusWords Statuses { get; }
}
