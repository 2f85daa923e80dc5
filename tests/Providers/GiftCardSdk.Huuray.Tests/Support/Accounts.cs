using GiftCardSdk.Sandbox;
using GiftCardSdk.TestHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>An application with one Huuray account, as a user would set it up.</summary>
internal sealed class Accounts : IAsyncDisposable
{
    public const string Token = "replay-token";

    public const string Secret = "replay-secret";

    private readonly ServiceProvider _services;

    private Accounts(ServiceProvider services) => _services = services;

    public IServiceProvider Services => _services;

    public IGiftCardAccount Account => _services.GetRequiredService<IGiftCards>().GetAccount(HuurayDefaults.AccountName);

    public IHuurayApi Api => Account.GetService<IHuurayApi>();

    public static Accounts At(ReplayServer server, Action<HuurayOptions>? configure = null) =>
        At(server.BaseAddress, Token, Secret, new HastyClock(), configure);

    public static Accounts At(GiftCardSandbox sandbox, TimeProvider clock, Action<HuurayOptions>? configure = null) =>
        At(sandbox.Huuray.BaseAddress, sandbox.Huuray.ApiToken, sandbox.Huuray.ApiSecret, clock, configure);

    public static Accounts At(
        Uri address,
        string token,
        string secret,
        TimeProvider clock,
        Action<HuurayOptions>? configure = null,
        Action<IServiceCollection>? register = null
    )
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        register?.Invoke(services);
        services
            .AddGiftCards()
            .AddHuuray(options =>
            {
                options.BaseAddress = address;
                options.ApiToken = token;
                options.ApiSecret = secret;
                configure?.Invoke(options);
            });
        return new(services.BuildServiceProvider(validateScopes: true));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
