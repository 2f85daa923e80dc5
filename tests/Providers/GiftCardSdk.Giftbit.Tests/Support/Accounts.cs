using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>An application with one Giftbit account, as a user would set it up.</summary>
internal sealed class Accounts : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private Accounts(ServiceProvider services) => _services = services;

    public IServiceProvider Services => _services;

    public IGiftCardAccount Account => _services.GetRequiredService<IGiftCards>().GetAccount(GiftbitDefaults.AccountName);

    public IGiftbitApi Api => Account.GetService<IGiftbitApi>();

    public static Accounts At(ReplayServer server, Action<GiftbitOptions>? configure = null) =>
        At(server.BaseAddress, "replay-token", new HastyClock(), configure);

    public static Accounts At(GiftCardSandbox sandbox, TimeProvider? clock = null, Action<GiftbitOptions>? configure = null) =>
        At(sandbox.Giftbit.BaseAddress, sandbox.Giftbit.ApiToken, clock ?? new HastyClock(), configure);

    public static Accounts At(
        Uri address,
        string token,
        TimeProvider clock,
        Action<GiftbitOptions>? configure = null,
        Action<IServiceCollection>? register = null
    )
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        register?.Invoke(services);
        services
            .AddGiftCards()
            .AddGiftbit(options =>
            {
                options.BaseAddress = address;
                options.ApiToken = token;
                options.CatalogRequestsPerSecond = null;
                configure?.Invoke(options);
            });
        return new(services.BuildServiceProvider(validateScopes: true));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
