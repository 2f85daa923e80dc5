using GiftCardSdk.Adapters;

namespace GiftCardSdk.Giftronaut;

/// <summary>How an account is made of options, wherever those come from.</summary>
internal static class GiftronautRegistration
{
    public static AccountRegistration Of(string name, Func<IServiceProvider, GiftronautOptions> read) =>
        new(
            name,
            GiftronautDefaults.Provider,
            services => read(services).Environment,
            context => new GiftronautAdapter(context, () => read(context.Services))
        )
        {
            JournalId = services => read(services).JournalId,
        };
}
