using GiftCardSdk.Adapters;

namespace GiftCardSdk.Giftbit;

/// <summary>How an account is made of its options, wherever those come from.</summary>
internal static class GiftbitRegistration
{
    public static ProviderRegistration<GiftbitOptions> Accounts { get; } =
        new(GiftbitDefaults.Provider, new GiftbitOptionsValidator(), static (context, options) => new GiftbitAdapter(context, options));
}
