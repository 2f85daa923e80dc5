using GiftCardSdk.Giftbit;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds accounts at Giftbit.</summary>
public static class GiftbitBuilderExtensions
{
    /// <summary>Adds an account named <c>giftbit</c>.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="configure">Sets the token, and the environment where it is not the sandbox.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">There is an account of that name already.</exception>
    public static GiftCardsBuilder AddGiftbit(this GiftCardsBuilder builder, Action<GiftbitOptions> configure) =>
        AddGiftbit(builder, GiftbitDefaults.AccountName, configure);

    /// <summary>Adds an account of a name of its own.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="configure">Sets the token, and the environment where it is not the sandbox.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or there is an account of that name already.</exception>
    public static GiftCardsBuilder AddGiftbit(this GiftCardsBuilder builder, string name, Action<GiftbitOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddAccount(GiftbitRegistration.Accounts, name).Configure(configure);
        return builder;
    }

    /// <summary>Adds an account named <c>giftbit</c>; its tokens follow the configuration while running.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="section">The section of this account alone, with the members of <see cref="GiftbitOptions"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">There is an account of that name already.</exception>
    public static GiftCardsBuilder AddGiftbit(this GiftCardsBuilder builder, IConfiguration section) =>
        AddGiftbit(builder, GiftbitDefaults.AccountName, section);

    /// <summary>Adds an account of a name of its own; its tokens follow the configuration while running.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="section">The section of this account alone, with the members of <see cref="GiftbitOptions"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or there is an account of that name already.</exception>
    public static GiftCardsBuilder AddGiftbit(this GiftCardsBuilder builder, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        builder
            .AddAccount(GiftbitRegistration.Accounts, name, section)
            .Bind(section, static binding => binding.ErrorOnUnknownConfiguration = true);
        return builder;
    }
}
