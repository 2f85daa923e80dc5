using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>An application with one Gift Card Partners account, as a user would set it up.</summary>
internal sealed class Accounts : WireAccounts<IGiftCardPartnersApi>
{
    private Accounts(TimeProvider clock, Action<IServiceCollection>? register, Action<GiftCardsBuilder> add)
        : base(GiftCardPartnersDefaults.AccountName, clock, register, add) { }

    public IGiftCardPartnersCache Cache => Account.GetService<IGiftCardPartnersCache>();

    /// <summary>An account at a socket that replays answers; it answers token calls by itself.</summary>
    public static Accounts At(WireServer server, Action<GiftCardPartnersOptions>? configure = null, TimeProvider? clock = null)
    {
        server.Special ??= request => request.Path == "/v1/Tokens" ? new(Example.Read("token-create")) : null;
        return At(server.BaseAddress, "integrations@northlake.example", "at-demo-7f3c91", clock ?? new ConformanceClock(), configure);
    }

    public static Accounts At(GiftCardPartnersTwin twin, TimeProvider clock, Action<GiftCardPartnersOptions>? configure = null) =>
        At(twin.BaseAddress, twin.Email, twin.AccessToken, clock, configure);

    public static Accounts At(
        Uri address,
        string email,
        string token,
        TimeProvider clock,
        Action<GiftCardPartnersOptions>? configure = null,
        Action<IServiceCollection>? register = null
    ) =>
        new(
            clock,
            register,
            cards =>
                cards.AddGiftCardPartners(options =>
                {
                    options.BaseAddress = address;
                    options.Email = email;
                    options.AccessToken = token;
                    // Whoever has seen the provider's errors names what they have in common. By default none is believed: DoubtTests.
                    options.WireAssumptions.ErrorMembers = ["Message"];
                    configure?.Invoke(options);
                })
        );
}
