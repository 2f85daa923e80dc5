using GiftCardSdk.Adapters;

namespace GiftCardSdk.Gifq;

/// <summary>How an account is made of its options, wherever those come from.</summary>
internal static class GifqRegistration
{
    public static ProviderRegistration<GifqOptions> Accounts { get; } =
        new(GifqDefaults.Provider, new GifqOptionsValidator(), static (context, options) => new GifqAdapter(context, options));
}
