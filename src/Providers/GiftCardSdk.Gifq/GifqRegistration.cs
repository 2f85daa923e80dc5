using GiftCardSdk.Adapters;

namespace GiftCardSdk.Gifq;

/// <summary>How an account is made of options, wherever those come from.</summary>
internal static class GifqRegistration
{
    public static AccountRegistration Of(string name, Func<IServiceProvider, GifqOptions> read) =>
        new(
            name,
            GifqDefaults.Provider,
            services => read(services).Environment,
            context => new GifqAdapter(context, () => read(context.Services))
        )
        {
            JournalId = services => read(services).JournalId,
        };
}
