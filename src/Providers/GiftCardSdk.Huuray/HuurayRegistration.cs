using GiftCardSdk.Adapters;

namespace GiftCardSdk.Huuray;

/// <summary>How an account is made of its options, wherever those come from.</summary>
internal static class HuurayRegistration
{
    public static ProviderRegistration<HuurayOptions> Accounts { get; } =
        new(HuurayDefaults.Provider, new HuurayOptionsValidator(), static (context, options) => new HuurayAdapter(context, options));
}
