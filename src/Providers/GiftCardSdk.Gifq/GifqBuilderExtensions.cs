using GiftCardSdk.Gifq;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds accounts at GIFQ.</summary>
public static class GifqBuilderExtensions
{
    /// <summary>Adds an account named <c>gifq</c>.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="configure">Sets the token, and the environment where it is not the sandbox.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">There is an account of that name already.</exception>
    public static GiftCardsBuilder AddGifq(this GiftCardsBuilder builder, Action<GifqOptions> configure) =>
        AddGifq(builder, GifqDefaults.AccountName, configure);

    /// <summary>Adds an account of a name of its own.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="configure">Sets the token, and the environment where it is not the sandbox.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or there is an account of that name already.</exception>
    public static GiftCardsBuilder AddGifq(this GiftCardsBuilder builder, string name, Action<GifqOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(configure);
        builder.AddAccount(GifqRegistration.Accounts, name).Configure(configure);
        return builder;
    }

    /// <summary>Adds an account named <c>gifq</c>; its tokens follow the configuration while running.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="section">The section of this account alone, with the members of <see cref="GifqOptions"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">There is an account of that name already.</exception>
    public static GiftCardsBuilder AddGifq(this GiftCardsBuilder builder, IConfiguration section) =>
        AddGifq(builder, GifqDefaults.AccountName, section);

    /// <summary>Adds an account of a name of its own; its tokens follow the configuration while running.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="section">The section of this account alone, with the members of <see cref="GifqOptions"/>.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException">The name is blank, or there is an account of that name already.</exception>
    public static GiftCardsBuilder AddGifq(this GiftCardsBuilder builder, string name, IConfiguration section)
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(section);
        builder
            .AddAccount(GifqRegistration.Accounts, name, section)
            .Bind(section, static binding => binding.ErrorOnUnknownConfiguration = true);
        return builder;
    }
}
