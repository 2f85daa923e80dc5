using GiftCardSdk.Sandbox;
using Microsoft.Extensions.Caching.Distributed;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Catalog.Tests;

/// <summary>Accounts at all five twins, with a cache of their catalogs, on one clock that can be moved on.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly List<ServiceProvider> _applications = [];

    private Stage(GiftCardSandbox sandbox, SandboxClock clock) => (Sandbox, Clock) = (sandbox, clock);

    public GiftCardSandbox Sandbox { get; }

    public SandboxClock Clock { get; }

    public SharedStore Store { get; } = new();

    /// <summary>What a reading of the whole catalog of GIFQ's twin takes.</summary>
    public int GifqReads => Sandbox.Gifq.Requests.Count("products.list");

    public static async Task<Stage> StartAsync(Action<GiftCardSandboxOptions>? configure = null)
    {
        var clock = new SandboxClock();
        var sandbox = await GiftCardSandbox.StartAsync(
            options =>
            {
                options.TimeProvider = clock;
                options.Gifq.RequestsPerSecond = null;
                configure?.Invoke(options);
            },
            TestContext.Current.CancellationToken
        );
        return new(sandbox, clock);
    }

    /// <summary>An application of its own; a second one is another process, or the first one after a restart.</summary>
    public IGiftCards Application(
        Action<CatalogCacheOptions>? cache = null,
        bool isCached = true,
        bool isShared = false,
        string? gifqToken = null
    )
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(Clock);
        if (isShared)
        {
            services.AddSingleton<IDistributedCache>(Store);
        }

        var builder = services.AddGiftCards();
        if (isCached)
        {
            builder.CacheCatalogs(cache);
        }

        AddAccounts(builder, gifqToken ?? Sandbox.Gifq.ApiToken);
        var application = services.BuildServiceProvider();
        _applications.Add(application);
        return application.GetRequiredService<IGiftCards>();
    }

    /// <summary>The cache that an application's accounts use.</summary>
    public ICatalogCache CacheOf(IGiftCards giftCards) =>
        _applications.Single(application => application.GetRequiredService<IGiftCards>() == giftCards).GetRequiredService<ICatalogCache>();

    public async ValueTask DisposeAsync()
    {
        foreach (var application in _applications)
        {
            await application.DisposeAsync();
        }

        await Sandbox.DisposeAsync();
    }

    private void AddAccounts(GiftCardsBuilder builder, string gifqToken) =>
        builder
            .AddGiftbit(o =>
                (o.BaseAddress, o.ApiToken, o.CatalogRequestsPerSecond) = (Sandbox.Giftbit.BaseAddress, Sandbox.Giftbit.ApiToken, null)
            )
            .AddGifq(o => (o.BaseAddress, o.ApiToken, o.RequestsPerSecond) = (Sandbox.Gifq.BaseAddress, gifqToken, 1_000))
            .AddGiftronaut(o =>
                (o.BaseAddress, o.ClientId, o.ClientSecret) = (
                    Sandbox.Giftronaut.BaseAddress,
                    Sandbox.Giftronaut.ClientId,
                    Sandbox.Giftronaut.ClientSecret
                )
            )
            .AddGiftCardPartners(o =>
                (o.BaseAddress, o.Email, o.AccessToken) = (
                    Sandbox.GiftCardPartners.BaseAddress,
                    Sandbox.GiftCardPartners.Email,
                    Sandbox.GiftCardPartners.AccessToken
                )
            )
            .AddHuuray(o =>
                (o.BaseAddress, o.ApiToken, o.ApiSecret) = (Sandbox.Huuray.BaseAddress, Sandbox.Huuray.ApiToken, Sandbox.Huuray.ApiSecret)
            );
}

internal static class Catalogs
{
    public static ValueTask<List<Product>> ListAllAsync(this IGiftCards giftCards, string account, CatalogQuery? query = null) =>
        giftCards
            .GetAccount(account)
            .Catalog.ListAsync(query, TestContext.Current.CancellationToken)
            .ToListAsync(TestContext.Current.CancellationToken);
}
