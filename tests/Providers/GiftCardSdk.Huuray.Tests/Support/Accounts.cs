using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>An application with one Huuray account, as a user would set it up.</summary>
internal sealed class Accounts : WireAccounts<IHuurayApi>
{
    public const string Token = "tok_demo_51";

    public const string Secret = "sk_demo_Zr4Kq9";

    private Accounts(TimeProvider clock, Action<IServiceCollection>? register, Action<GiftCardsBuilder> add)
        : base(HuurayDefaults.AccountName, clock, register, add) { }

    public static Accounts At(WireServer server, Action<HuurayOptions>? configure = null) =>
        At(server.BaseAddress, Token, Secret, new ConformanceClock(), configure);

    public static Accounts At(GiftCardSandbox sandbox, TimeProvider clock, Action<HuurayOptions>? configure = null) =>
        At(sandbox.Huuray.BaseAddress, sandbox.Huuray.ApiToken, sandbox.Huuray.ApiSecret, clock, configure);

    public static Accounts At(
        Uri address,
        string token,
        string secret,
        TimeProvider clock,
        Action<HuurayOptions>? configure = null,
        Action<IServiceCollection>? register = null
    ) =>
        new(
            clock,
            register,
            cards =>
                cards.AddHuuray(options =>
                {
                    options.BaseAddress = address;
                    options.ApiToken = token;
                    options.ApiSecret = secret;
                    configure?.Invoke(options);
                })
        );
}
