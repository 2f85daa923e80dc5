using GiftCardSdk.Adapters;
using Microsoft.Extensions.DependencyInjection;

namespace Northlake;

/// <summary>Adds accounts at Northlake.</summary>
public static class NorthlakeBuilderExtensions
{
    private static readonly ProviderRegistration<NorthlakeOptions> Accounts = new(
        NorthlakeAdapter.ProviderName,
        new NorthlakeOptionsValidator(),
        static (context, options) => new NorthlakeAdapter(context, options)
    );

    /// <summary>Adds an account.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="configure">Sets the token.</param>
    /// <returns>The builder.</returns>
    public static GiftCardsBuilder AddNorthlake(this GiftCardsBuilder builder, string name, Action<NorthlakeOptions> configure)
    {
        builder.AddAccount(Accounts, name).Configure(configure);
        return builder;
    }
}
