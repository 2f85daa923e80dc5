using GiftCardSdk.Adapters;

namespace GiftCardSdk.Huuray;

/// <summary>How an account is made of options, wherever those come from.</summary>
internal static class HuurayRegistration
{
    public static AccountRegistration Of(string name, Func<IServiceProvider, HuurayOptions> read) =>
        new(
            name,
            HuurayDefaults.Provider,
            services => read(services).Environment,
            context => new HuurayAdapter(context, () => read(context.Services))
        )
        {
            JournalId = services => read(services).JournalId,
        };
}
