using GiftCardSdk.Journal;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>The twin and an application that talks to it, on one clock that no test has to wait for.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly Action<GiftronautOptions>? _configure;

    private Stage(GiftCardSandbox sandbox, Accounts accounts, ConformanceClock clock, Action<GiftronautOptions>? configure)
    {
        Sandbox = sandbox;
        Accounts = accounts;
        Clock = clock;
        _configure = configure;
    }

    public GiftCardSandbox Sandbox { get; }

    public Accounts Accounts { get; }

    public ConformanceClock Clock { get; }

    public GiftronautTwin Twin => Sandbox.Giftronaut;

    public IGiftCardAccount Account => Accounts.Account;

    public IGiftronautApi Api => Accounts.Api;

    public IGiftronautCampaigns Campaigns => Accounts.Campaigns;

    /// <summary>An account with every scope, at a twin without a limit.</summary>
    public static async Task<Stage> StartAsync(
        Action<GiftronautTwinOptions>? twin = null,
        Action<GiftronautOptions>? account = null,
        int seed = 1
    )
    {
        var clock = new ConformanceClock();
        var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Seed = seed;
            // On a clock that jumps, calls that were paced arrive at one instant; the limit has tests of its own.
            options.Giftronaut.SandboxRequestsPerMinute = null;
            twin?.Invoke(options.Giftronaut);
        });
        Action<GiftronautOptions> configure = options =>
        {
            options.Scopes = GiftronautDefaults.Scopes + " templates.read templates.write campaigns.read campaigns.write balance.write";
            account?.Invoke(options);
        };
        return new(sandbox, Accounts.At(sandbox.Giftronaut, clock, configure), clock, configure);
    }

    /// <summary>The same application started anew: its journal was in memory and is lost.</summary>
    public Accounts Restarted() => Accounts.At(Twin, Clock, _configure);

    /// <summary>The same application started anew on a journal.</summary>
    public Accounts Restarted(IOrderJournal journal) =>
        Accounts.At(
            Twin.BaseAddress,
            Twin.ClientId,
            Twin.ClientSecret,
            Clock,
            _configure,
            register: services => services.AddSingleton(journal)
        );

    /// <summary>The next call of an operation goes wrong.</summary>
    public void Break(string operation, FaultKind kind, int times = 1, int? status = null, TimeSpan? delay = null) =>
        Twin.Faults.Add(
            new()
            {
                Operation = operation,
                Kind = kind,
                Times = times,
                Status = status,
                Delay = delay,
            }
        );

    /// <summary>How often something was bought, or tried to be.</summary>
    public int Purchases =>
        new[] { "branded_cards.order", "choice_cards.order", "reward_links.order", "campaigns.run" }.Sum(Twin.Requests.Count);

    /// <summary>A campaign of 25 USD.</summary>
    public Task<GiftronautCampaign> CampaignAsync() => Api.CreateCampaignAsync(Requests.Campaign);

    public async ValueTask DisposeAsync()
    {
        await Accounts.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
