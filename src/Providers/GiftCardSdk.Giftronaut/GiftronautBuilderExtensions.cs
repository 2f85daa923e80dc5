using GiftCardSdk.Giftronaut;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds accounts at Giftronaut.</summary>
public static class GiftronautBuilderExtensions
{
    /// <summary>Adds an account named <c>giftronaut</c>.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="configure">Sets client id and secret, and the environment where it is not the sandbox.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">There is an account of that name already.</exception>
    public static GiftCardsBuilder AddGiftronaut(this GiftCardsBuilder builder, Action<GiftronautOptions> configure) =>
        AddGiftronaut(builder, GiftronautDefaults.AccountName, configure);

    /// <summary>Adds an account of a name of its own.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="configure">Sets client id and secret, and the environment where it is not the sandbox.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or there is an account of that name already.</exception>
    public static GiftCardsBuilder AddGiftronaut(this GiftCardsBuilder builder, string name, Action<GiftronautOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddAccount(GiftronautRegistration.Accounts, name).Configure(configure);
        return builder;
    }

    /// <summary>Adds an account named <c>giftronaut</c>; its credentials follow the configuration while running.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="section">The section of this account alone, with the members of <see cref="GiftronautOptions"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">There is an account of that name already.</exception>
    public static GiftCardsBuilder AddGiftronaut(this GiftCardsBuilder builder, IConfiguration section) =>
        AddGiftronaut(builder, GiftronautDefaults.AccountName, section);

    /// <summary>Adds an account of a name of its own; its credentials follow the configuration while running.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="section">The section of this account alone, with the members of <see cref="GiftronautOptions"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or there is an account of that name already.</exception>
    public static GiftCardsBuilder AddGiftronaut(this GiftCardsBuilder builder, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        builder
            .AddAccount(GiftronautRegistration.Accounts, name, section)
            .Bind(section, static binding => binding.ErrorOnUnknownConfiguration = true);
        return builder;
    }
}
