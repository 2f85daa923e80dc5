using GiftCardSdk.Sandbox;
using GiftCardSdk.TestHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>An application with one Giftronaut account, as a user would set it up.</summary>
internal sealed class Accounts : IAsyncDisposable
{
    public const string Token = "sim.token.7f31";

    /// <summary>So high that no test meets it; the limit has tests of its own.</summary>
    public const int NoLimit = 100_000;

    private readonly ServiceProvider _services;

    private Accounts(ServiceProvider services) => _services = services;

    public IServiceProvider Services => _services;

    public IGiftCardAccount Account => _services.GetRequiredService<IGiftCards>().GetAccount(GiftronautDefaults.AccountName);

    public IGiftronautApi Api => Account.GetService<IGiftronautApi>();

    public IGiftronautCampaigns Campaigns => Account.GetService<IGiftronautCampaigns>();

    /// <summary>An account at a socket that replays answers; it answers token calls by itself.</summary>
    public static Accounts At(ReplayServer server, Action<GiftronautOptions>? configure = null, TimeProvider? clock = null)
    {
        server.Special ??= request => request.Path == "/oauth2/token" ? new(Example.Read("token")) : null;
        return At(server.BaseAddress, "replay-client", "replay-secret", clock ?? new HastyClock(), configure);
    }

    public static Accounts At(GiftronautTwin twin, TimeProvider clock, Action<GiftronautOptions>? configure = null) =>
        At(twin.BaseAddress, twin.ClientId, twin.ClientSecret, clock, configure);

    public static Accounts At(
        Uri address,
        string clientId,
        string clientSecret,
        TimeProvider clock,
        Action<GiftronautOptions>? configure = null,
        Action<IServiceCollection>? register = null,
        bool allowsMemoryJournal = true
    )
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        register?.Invoke(services);
        services
            .AddGiftCards()
            .ConfigureOrdering(ordering => ordering.AllowMemoryJournalInProduction = allowsMemoryJournal)
            .AddGiftronaut(options =>
            {
                options.BaseAddress = address;
                options.ClientId = clientId;
                options.ClientSecret = clientSecret;
                options.MaxRequestsPerMinute = NoLimit;
                configure?.Invoke(options);
            });
        return new(services.BuildServiceProvider(validateScopes: true));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
