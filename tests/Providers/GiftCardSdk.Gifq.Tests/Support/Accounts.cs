using GiftCardSdk.Sandbox;
using GiftCardSdk.TestHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>An application with one GIFQ account, as a user would set it up.</summary>
internal sealed class Accounts : IAsyncDisposable
{
    public const string Token = "replay-token";

    private readonly ServiceProvider _services;

    private Accounts(ServiceProvider services) => _services = services;

    public IServiceProvider Services => _services;

    public IGiftCardAccount Account => _services.GetRequiredService<IGiftCards>().GetAccount(GifqDefaults.AccountName);

    public IGifqApi Api => Account.GetService<IGifqApi>();

    public IGifqPayouts Payouts => Account.GetService<IGifqPayouts>();

    public static Accounts At(ReplayServer server, Action<GifqOptions>? configure = null) =>
        At(server.BaseAddress, Token, new HastyClock(), configure);

    public static Accounts At(GiftCardSandbox sandbox, TimeProvider clock, Action<GifqOptions>? configure = null) =>
        At(sandbox.Gifq.BaseAddress, sandbox.Gifq.ApiToken, clock, configure);

    public static Accounts At(
        Uri address,
        string token,
        TimeProvider clock,
        Action<GifqOptions>? configure = null,
        Action<IServiceCollection>? register = null
    )
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock);
        register?.Invoke(services);
        services
            .AddGiftCards()
            .AddGifq(options =>
            {
                options.BaseAddress = address;
                options.ApiToken = token;
                configure?.Invoke(options);
            });
        return new(services.BuildServiceProvider(validateScopes: true));
    }

    public ValueTask DisposeAsync() => _services.DisposeAsync();
}
