using GiftCardSdk.Huuray;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds accounts at Huuray.</summary>
public static class HuurayBuilderExtensions
{
    /// <summary>Adds an account named <c>huuray</c>.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="configure">Sets token, secret and address, or the environment where it is not the sandbox.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">There is an account of that name already.</exception>
    public static GiftCardsBuilder AddHuuray(this GiftCardsBuilder builder, Action<HuurayOptions> configure) =>
        AddHuuray(builder, HuurayDefaults.AccountName, configure);

    /// <summary>Adds an account of a name of its own.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="configure">Sets token, secret and address, or the environment where it is not the sandbox.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or there is an account of that name already.</exception>
    public static GiftCardsBuilder AddHuuray(this GiftCardsBuilder builder, string name, Action<HuurayOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddAccount(HuurayRegistration.Accounts, name).Configure(configure);
        return builder;
    }

    /// <summary>Adds an account named <c>huuray</c>; its keys follow the configuration while running.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="section">The section of this account alone, with the members of <see cref="HuurayOptions"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">There is an account of that name already.</exception>
    public static GiftCardsBuilder AddHuuray(this GiftCardsBuilder builder, IConfiguration section) =>
        AddHuuray(builder, HuurayDefaults.AccountName, section);

    /// <summary>Adds an account of a name of its own; its keys follow the configuration while running.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="section">The section of this account alone, with the members of <see cref="HuurayOptions"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or there is an account of that name already.</exception>
    public static GiftCardsBuilder AddHuuray(this GiftCardsBuilder builder, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        builder
            .AddAccount(HuurayRegistration.Accounts, name, section)
            .Bind(section, static binding => binding.ErrorOnUnknownConfiguration = true);
        return builder;
    }
}
