using System.Diagnostics.Metrics;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Http.Internal;

internal static class HttpServiceCollectionExtensions
{
    /// <summary>Registers <see cref="ProviderHttpClientFactory"/> and what it stands on. May be called again.</summary>
    public static IServiceCollection AddProviderHttp(this IServiceCollection services)
    {
        if (services.Any(static service => service.ServiceType == typeof(ProviderHttpClientFactory)))
        {
            return services;
        }

        services.AddHttpClient();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(static provider => new SealedTransportFilter(provider.GetService<PrimaryHandlerFactory>()));
        // First in the list is outermost: it sees the builder last, after every filter of the host.
        services.Insert(
            0,
            ServiceDescriptor.Singleton<IHttpMessageHandlerBuilderFilter>(static provider =>
                provider.GetRequiredService<SealedTransportFilter>()
            )
        );
        services.AddSingleton<IPostConfigureOptions<HttpClientFactoryOptions>>(static provider =>
            provider.GetRequiredService<SealedTransportFilter>()
        );
        services.AddSingleton(static provider => new Instruments(provider.GetService<IMeterFactory>()));
        services.AddSingleton<AccountCircuits>();
        services.AddSingleton<AccountRates>();
        services.AddOptions<ProviderHttpOptions>().ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ProviderHttpOptions>, ProviderHttpOptionsValidator>());
        services.AddSingleton<ProviderHttpClientFactory>();
        return services;
    }
}
