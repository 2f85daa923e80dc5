using GiftCardSdk.Adapters;

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
        Statuses = new GiftCardPartnersStatuses(Assumptions);
    }

    public GiftCardPartnersWireAssumptions Assumptions { get; }

    public GiftCardPartnersStatuses Statuses { get; }
}
