using GiftCardSdk.GiftCardPartners;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds accounts at Gift Card Partners.</summary>
public static class GiftCardPartnersBuilderExtensions
{
    /// <summary>Adds an account named <c>giftcardpartners</c>.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="configure">Sets address, e-mail and access token, and the environment where it is not the sandbox.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">There is an account of that name already.</exception>
    public static GiftCardsBuilder AddGiftCardPartners(this GiftCardsBuilder builder, Action<GiftCardPartnersOptions> configure) =>
        AddGiftCardPartners(builder, GiftCardPartnersDefaults.AccountName, configure);

    /// <summary>Adds an account of a name of its own.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="configure">Sets address, e-mail and access token, and the environment where it is not the sandbox.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or there is an account of that name already.</exception>
    public static GiftCardsBuilder AddGiftCardPartners(
        this GiftCardsBuilder builder,
        string name,
        Action<GiftCardPartnersOptions> configure
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddAccount(GiftCardPartnersRegistration.Accounts, name).Configure(configure);
        return builder;
    }

    /// <summary>Adds an account named <c>giftcardpartners</c>; its credentials follow the configuration while running.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="section">The section of this account alone, with the members of <see cref="GiftCardPartnersOptions"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">There is an account of that name already.</exception>
    public static GiftCardsBuilder AddGiftCardPartners(this GiftCardsBuilder builder, IConfiguration section) =>
        AddGiftCardPartners(builder, GiftCardPartnersDefaults.AccountName, section);

    /// <summary>Adds an account of a name of its own; its credentials follow the configuration while running.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="section">The section of this account alone, with the members of <see cref="GiftCardPartnersOptions"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or there is an account of that name already.</exception>
    public static GiftCardsBuilder AddGiftCardPartners(this GiftCardsBuilder builder, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        builder
            .AddAccount(GiftCardPartnersRegistration.Accounts, name, section)
            .Bind(section, static binding => binding.ErrorOnUnknownConfiguration = true);
        return builder;
    }
}
