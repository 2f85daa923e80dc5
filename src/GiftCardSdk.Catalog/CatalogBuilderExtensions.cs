using GiftCardSdk;
using GiftCardSdk.Catalog;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the cache of catalogs behind <c>AddGiftCards()</c>.</summary>
public static class CatalogBuilderExtensions
{
    /// <summary>Larger than any catalog is; the cache's own limit of 1 MB is smaller than most.</summary>
    private const long MaximumPayloadBytes = 256L << 20;

    /// <summary>
    /// Keeps the products of every account: read once for many callers, for as long as each provider lets a list stand. They are kept in memory and,
    /// where the application has an <c>IDistributedCache</c>, there too, so that processes share them and a restart does not lose them.
    /// <see cref="IGiftCardCatalog.GetAsync"/> still reads afresh.
    /// </summary>
    /// <param name="builder">The builder.</param>
    /// <param name="configure">Changes the settings; checked at start, or on first use without a host.</param>
    /// <returns>The builder.</returns>
    public static GiftCardsBuilder CacheCatalogs(this GiftCardsBuilder builder, Action<CatalogCacheOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var services = builder.Services;
        services.AddOptions<CatalogCacheOptions>().Configure(configure ?? (static _ => { })).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<CatalogCacheOptions>, CatalogCacheOptionsValidator>());
        // A cache of its own: the application's may be bounded for entries of another size.
        services
            .AddKeyedHybridCache(HybridCatalogCache.ServiceKey, options => options.MaximumPayloadBytes = MaximumPayloadBytes)
            .AddSerializer<KeptCatalog, KeptCatalogSerializer>();
        services.TryAddSingleton<ICatalogCache>(Create);
        return builder;
    }

    private static HybridCatalogCache Create(IServiceProvider services) =>
        new(
            services.GetRequiredKeyedService<HybridCache>(HybridCatalogCache.ServiceKey),
            services.GetRequiredService<IOptions<CatalogCacheOptions>>().Value,
            isShared: services.GetService<IDistributedCache>() is not (null or MemoryDistributedCache),
            services.GetRequiredService<TimeProvider>(),
            services.GetService<ILogger<HybridCatalogCache>>() ?? NullLogger<HybridCatalogCache>.Instance
        );
}
