using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftbit.Tests;

/// <summary>An application with one Giftbit account, as a user would set it up.</summary>
internal sealed class Accounts : WireAccounts<IGiftbitApi>
{
    private Accounts(TimeProvider clock, Action<IServiceCollection>? register, Action<GiftCardsBuilder> add)
        : base(GiftbitDefaults.AccountName, clock, register, add) { }

    public static Accounts At(WireServer server, Action<GiftbitOptions>? configure = null) =>
        At(server.BaseAddress, "tok.demo.4e7a", new ConformanceClock(), configure);

    public static Accounts At(GiftCardSandbox sandbox, TimeProvider? clock = null, Action<GiftbitOptions>? configure = null) =>
        At(sandbox.Giftbit.BaseAddress, sandbox.Giftbit.ApiToken, clock ?? new ConformanceClock(), configure);

    public static Accounts At(
        Uri address,
        string token,
        TimeProvider clock,
        Action<GiftbitOptions>? configure = null,
        Action<IServiceCollection>? register = null
    ) =>
        new(
            clock,
            register,
            cards =>
                cards.AddGiftbit(options =>
                {
                    options.BaseAddress = address;
                    options.ApiToken = token;
                    options.CatalogRequestsPerSecond = null;
                    configure?.Invoke(options);
                })
        );
}
