using GiftCardSdk.Adapters;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>How an account is made of options, wherever those come from.</summary>
internal static class GiftCardPartnersRegistration
{
    public static AccountRegistration Of(string name, Func<IServiceProvider, GiftCardPartnersOptions> read) =>
        new(
            name,
            GiftCardPartnersDefaults.Provider,
            services => read(services).Environment,
            context => new GiftCardPartnersAdapter(context, () => read(context.Services))
        )
        {
            JournalId = services => read(services).JournalId,
        };
}
