using GiftCardSdk.Adapters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace Northlake;

/// <summary>Adds accounts at Northlake.</summary>
public static class NorthlakeBuilderExtensions
{
    /// <summary>Adds an account.</summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="name">The name, unique over all providers.</param>
    /// <param name="configure">Sets the token.</param>
    /// <returns>The builder.</returns>
    public static GiftCardsBuilder AddNorthlake(this GiftCardsBuilder builder, string name, Action<NorthlakeOptions> configure)
    {
        builder.AddAccount(
            new AccountRegistration(
                name,
                NorthlakeAdapter.ProviderName,
                services => OptionsOf(services, name).Environment,
                context => new NorthlakeAdapter(context, () => OptionsOf(context.Services, name))
            )
        );
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<NorthlakeOptions>, NorthlakeOptionsValidator>());
        builder.Services.AddOptions<NorthlakeOptions>(name).Configure(configure).ValidateOnStart();
        return builder;
    }

    private static NorthlakeOptions OptionsOf(IServiceProvider services, string name) =>
        services.GetRequiredService<IOptionsMonitor<NorthlakeOptions>>().Get(name);
}
