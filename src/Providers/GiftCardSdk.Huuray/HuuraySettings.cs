using GiftCardSdk.Adapters;

namespace GiftCardSdk.Huuray;

/// <summary>The options of one account, with the units of its amounts.</summary>
internal sealed class HuuraySettings : AccountSettings<HuurayOptions>
{
    /// <param name="accountName">The name of the account.</param>
    /// <param name="read">Reads the options as they are now; throws where they are not right.</param>
    public HuuraySettings(string accountName, Func<HuurayOptions> read)
        : base(accountName, HuurayDefaults.Provider, "Huuray", read, options => (options.Environment, options.Address))
    {
        Assumptions = Initial.WireAssumptions;
        Money = new HuurayMoney(Assumptions);
    }

    public HuurayWireAssumptions Assumptions { get; }

    public HuurayMoney Money { get; }
}
