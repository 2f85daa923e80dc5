using GiftCardSdk.Journal;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>The twin and an application that talks to it, on one clock that no test has to wait for.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private Stage(GiftCardSandbox sandbox, Accounts accounts, ConformanceClock clock)
    {
        Sandbox = sandbox;
        Accounts = accounts;
        Clock = clock;
    }

    public GiftCardSandbox Sandbox { get; }

    public Accounts Accounts { get; }

    public ConformanceClock Clock { get; }

    public GifqTwin Twin => Sandbox.Gifq;

    public IGiftCardAccount Account => Accounts.Account;

    public IGifqApi Api => Accounts.Api;

    public IGifqPayouts Payouts => Accounts.Payouts;

    public static async Task<Stage> StartAsync(Action<GifqTwinOptions>? twin = null, Action<GifqOptions>? account = null, int seed = 1)
    {
        var clock = new ConformanceClock();
        var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Seed = seed;
            // On a clock that jumps, calls that were paced arrive at one instant; the limit has tests of its own.
            options.Gifq.RequestsPerSecond = null;
            twin?.Invoke(options.Gifq);
        });
        return new(sandbox, Accounts.At(sandbox, clock, account), clock);
    }

    /// <summary>The same application started anew: its journal was in memory and is lost.</summary>
    public Accounts Restarted() => Accounts.At(Sandbox, Clock);

    /// <summary>The same application started anew on a journal.</summary>
    public Accounts Restarted(IOrderJournal journal) =>
        Accounts.At(Twin.BaseAddress, Twin.ApiToken, Clock, register: services => services.AddSingleton(journal));

    /// <summary>Lets the twin finish what it is making.</summary>
    public void LetTimePass() => Clock.Advance(TimeSpan.FromSeconds(9));

    /// <summary>An active campaign.</summary>
    public async Task<string> CampaignAsync()
    {
        var campaign = await Api.CreateCampaignAsync(
            new()
            {
                Name = "Panel thank-you",
                EmailSubject = "For you, {{recipient_name}}",
                EmailBody = "{{amount}} is ready.",
            }
        );
        return (await Api.ActivateCampaignAsync(campaign.Id)).Id;
    }

    public async ValueTask DisposeAsync()
    {
        await Accounts.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
