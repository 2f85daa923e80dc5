using GiftCardSdk.Adapters;

namespace GiftCardSdk.Giftronaut;

/// <summary>How an account is made of its options, wherever those come from.</summary>
internal static class GiftronautRegistration
{
    public static ProviderRegistration<GiftronautOptions> Accounts { get; } =
        new(
            GiftronautDefaults.Provider,
            new GiftronautOptionsValidator(),
            static (context, options) => new GiftronautAdapter(context, options)
        );
}
