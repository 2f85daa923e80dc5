using GiftCardSdk.Adapters;

namespace GiftCardSdk.Giftbit;

/// <summary>How an account is made of options, wherever those come from.</summary>
internal static class GiftbitRegistration
{
    public static AccountRegistration Of(string name, Func<IServiceProvider, GiftbitOptions> read) =>
        new(
            name,
            GiftbitDefaults.Provider,
            services => read(services).Environment,
            context => new GiftbitAdapter(context, () => read(context.Services))
        )
        {
            JournalId = services => read(services).JournalId,
        };
}
