using System.Collections.Concurrent;
using Microsoft.Extensions.Caching.Hybrid;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Catalog;

/// <summary>
/// Catalogs in a <see cref="HybridCache"/>, each whole under one key: it shares one reading among many callers, and keeps nothing of one that fails.
/// What is added here is an age that survives a restart, the refreshing of what is old, and the forgetting of single products.
/// </summary>
internal sealed class HybridCatalogCache(
    HybridCache cache,
    CatalogCacheOptions options,
    bool isShared,
    TimeProvider time,
    ILogger<HybridCatalogCache> logger
) : ICatalogCache
{
    public const string ServiceKey = "GiftCardSdk.Catalog";

    private const string Prefix = "giftcards:catalog:1:";

    /// <summary>Only looks: nothing is read from the provider, and what was found is written nowhere.</summary>
    private static readonly HybridCacheEntryOptions LookOnly = new()
    {
        Flags =
            HybridCacheEntryFlags.DisableUnderlyingData
            | HybridCacheEntryFlags.DisableLocalCacheWrite
            | HybridCacheEntryFlags.DisableDistributedCacheWrite,
    };

    private readonly ForgottenProducts _forgotten = new(time);
    private readonly ConcurrentDictionary<string, Lazy<Task<KeptCatalog>>> _refreshes = new(StringComparer.Ordinal);

    public async ValueTask<IReadOnlyList<Product>> ListAsync(CatalogSource source, CancellationToken cancellationToken = default)
    {
        var life = options.LifeOf(source);
        var kept = await cache
            .GetOrCreateAsync(
                Prefix + source.Key,
                (Cache: this, Source: source),
                static (state, token) => state.Cache.ReadAsync(state.Source, token),
                For(life + options.StaleFor),
                cancellationToken: cancellationToken
            )
            .ConfigureAwait(false);
        var age = time.GetUtcNow() - kept.ReadAt;
        if (age < life)
        {
            return kept.Products;
        }

        var refresh = RefreshOnceAsync(source, life);
        return age < life + options.StaleFor ? kept.Products : (await refresh.WaitAsync(cancellationToken).ConfigureAwait(false)).Products;
    }

    public ValueTask ForgetAsync(CatalogSource source, CancellationToken cancellationToken = default)
    {
        var key = Prefix + source.Key;
        _forgotten.Add(key, null);
        return TryAsync(source, () => cache.RemoveAsync(key, cancellationToken), cancellationToken);
    }

    public ValueTask ReplaceAsync(CatalogSource source, string productId, Product? product, CancellationToken cancellationToken = default)
    {
        if (product is null)
        {
            _forgotten.Add(Prefix + source.Key, productId);
        }

        return TryAsync(source, () => WriteAsync(source, productId, product, cancellationToken), cancellationToken);
    }

    private async ValueTask TryAsync(CatalogSource source, Func<ValueTask> write, CancellationToken cancellationToken)
    {
        try
        {
            await write().ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            CatalogLog.NotForgotten(logger, source.Account, failure);
        }
    }

    private async ValueTask WriteAsync(CatalogSource source, string productId, Product? product, CancellationToken cancellationToken)
    {
        var key = Prefix + source.Key;
        var kept = await cache
            .GetOrCreateAsync(key, static _ => ValueTask.FromResult<KeptCatalog?>(null), LookOnly, cancellationToken: cancellationToken)
            .ConfigureAwait(false);
        var left = kept is null ? TimeSpan.Zero : kept.ReadAt + options.LifeOf(source) + options.StaleFor - time.GetUtcNow();
        if (kept is not null && left > TimeSpan.Zero && kept.Products.Any(known => known.Id == productId))
        {
            var products = kept.Products.Select(known => known.Id == productId ? product : known).OfType<Product>();
            await cache
                .SetAsync(key, kept with { Products = [.. products] }, For(left), cancellationToken: cancellationToken)
                .ConfigureAwait(false);
            CatalogLog.Replaced(logger, productId, source.Account, product is not null);
        }
    }

    /// <summary>Reads a catalog to its end. One that was forgotten meanwhile is read anew, and a product that was is left out.</summary>
    private async ValueTask<KeptCatalog> ReadAsync(CatalogSource source, CancellationToken cancellationToken)
    {
        var key = Prefix + source.Key;
        while (true)
        {
            var (began, readAt) = (_forgotten.Now, time.GetUtcNow());
            var products = new List<Product>();
            await foreach (var product in source.Read(cancellationToken).ConfigureAwait(false))
            {
                products.Add(product);
            }

            if (!_forgotten.IsForgottenSince(key, null, began))
            {
                return new(readAt, [.. products.Where(product => !_forgotten.IsForgottenSince(key, product.Id, began))]);
            }
        }
    }

    /// <summary>Reads what has become old, once for however many callers notice.</summary>
    private Task<KeptCatalog> RefreshOnceAsync(CatalogSource source, TimeSpan life) =>
        _refreshes.GetOrAdd(source.Key, _ => new(() => StartRefresh(source, life))).Value;

    private Task<KeptCatalog> StartRefresh(CatalogSource source, TimeSpan life)
    {
        // It serves every caller, so it carries nothing of the one who happened to be first.
        using var noFlow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        var refresh = Task.Run(() => RefreshAsync(source, life));
        // Nobody may be waiting for it: its failure is logged, and must not surface as an unobserved one.
        _ = refresh.ContinueWith(
            static failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return refresh;
    }

    private async Task<KeptCatalog> RefreshAsync(CatalogSource source, TimeSpan life)
    {
        try
        {
            var fresh = await ReadAsync(source, CancellationToken.None).ConfigureAwait(false);
            await cache.SetAsync(Prefix + source.Key, fresh, For(life + options.StaleFor)).ConfigureAwait(false);
            return fresh;
        }
        catch (Exception failure)
        {
            CatalogLog.NotRefreshed(logger, source.Account, failure);
            throw;
        }
        finally
        {
            _refreshes.TryRemove(source.Key, out _);
        }
    }

    private HybridCacheEntryOptions For(TimeSpan life) =>
        new() { Expiration = life, LocalCacheExpiration = isShared && options.LocalLife < life ? options.LocalLife : life };
}
