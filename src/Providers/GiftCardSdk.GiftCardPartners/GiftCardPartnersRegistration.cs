using GiftCardSdk.Adapters;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>How an account is made of its options, wherever those come from.</summary>
internal static class GiftCardPartnersRegistration
{
    public static ProviderRegistration<GiftCardPartnersOptions> Accounts { get; } =
        new(
            GiftCardPartnersDefaults.Provider,
            new GiftCardPartnersOptionsValidator(),
            static (context, options) => new GiftCardPartnersAdapter(context, options)
        );
}
