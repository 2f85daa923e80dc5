using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>The options of one account, with the words of its statuses.</summary>
internal sealed class GiftronautSettings : AccountSettings<GiftronautOptions>
{
    /// <param name="accountName">The name of the account.</param>
    /// <param name="read">Reads the options as they are now; throws where they are not right.</param>
    public GiftronautSettings(string accountName, Func<GiftronautOptions> read)
        : base(accountName, GiftronautDefaults.Provider, "Giftronaut", read, options => (options.Environment, options.Address))
    {
        Assumptions = Initial.WireAssumptions;
        Statuses = new StatusWords(Assumptions.OrderStatuses);
    }

    public GiftronautWireAssumptions Assumptions { get; }

    /// <summary>What Giftronaut's status words mean for this account. One that is not known, such as <c>FAILED</c>, is not final.</summary>
    public StatusWords Statuses { get; }
}
