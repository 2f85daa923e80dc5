using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>An application with one Giftronaut account, as a user would set it up.</summary>
internal sealed class Accounts : WireAccounts<IGiftronautApi>
{
    public const string Token = "sim.token.7f31";

    /// <summary>So high that no test meets it; the limit has tests of its own.</summary>
    public const int NoLimit = 100_000;

    private Accounts(TimeProvider clock, Action<IServiceCollection>? register, Action<GiftCardsBuilder> add)
        : base(GiftronautDefaults.AccountName, clock, register, add) { }

    public IGiftronautCampaigns Campaigns => Account.GetService<IGiftronautCampaigns>();

    /// <summary>An account at a socket that replays answers; it answers token calls by itself.</summary>
    public static Accounts At(WireServer server, Action<GiftronautOptions>? configure = null, TimeProvider? clock = null)
    {
        server.Special ??= request => request.Path == "/oauth2/token" ? new(Example.Read("token-create")) : null;
        return At(server.BaseAddress, "sbx_local_client", "not-a-real-secret", clock ?? new ConformanceClock(), configure);
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
    ) =>
        new(
            clock,
            register,
            cards =>
                cards
                    .ConfigureOrdering(ordering => ordering.AllowMemoryJournalInProduction = allowsMemoryJournal)
                    .AddGiftronaut(options =>
                    {
                        options.BaseAddress = address;
                        options.ClientId = clientId;
                        options.ClientSecret = clientSecret;
                        options.MaxRequestsPerMinute = NoLimit;
                        configure?.Invoke(options);
                    })
        );
}
