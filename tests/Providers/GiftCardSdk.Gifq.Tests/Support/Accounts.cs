using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>An application with one GIFQ account, as a user would set it up.</summary>
internal sealed class Accounts : WireAccounts<IGifqApi>
{
    public const string Token = "sbx-demo-token";

    private Accounts(TimeProvider clock, Action<IServiceCollection>? register, Action<GiftCardsBuilder> add)
        : base(GifqDefaults.AccountName, clock, register, add) { }

    public IGifqPayouts Payouts => Account.GetService<IGifqPayouts>();

    public static Accounts At(WireServer server, Action<GifqOptions>? configure = null) =>
        At(server.BaseAddress, Token, new ConformanceClock(), configure);

    public static Accounts At(GiftCardSandbox sandbox, TimeProvider clock, Action<GifqOptions>? configure = null) =>
        At(sandbox.Gifq.BaseAddress, sandbox.Gifq.ApiToken, clock, configure);

    public static Accounts At(
        Uri address,
        string token,
        TimeProvider clock,
        Action<GifqOptions>? configure = null,
        Action<IServiceCollection>? register = null
    ) =>
        new(
            clock,
            register,
            cards =>
                cards.AddGifq(options =>
                {
                    options.BaseAddress = address;
                    options.ApiToken = token;
                    configure?.Invoke(options);
                })
        );
}
