using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Huuray.Tests;

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

    public HuurayTwin Twin => Sandbox.Huuray;

    public IGiftCardAccount Account => Accounts.Account;

    public IHuurayApi Api => Accounts.Api;

    public static async Task<Stage> StartAsync(Action<HuurayTwinOptions>? twin = null, Action<HuurayOptions>? account = null, int seed = 1)
    {
        var clock = new ConformanceClock();
        var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Seed = seed;
            twin?.Invoke(options.Huuray);
        });
        return new(sandbox, Accounts.At(sandbox, clock, account), clock);
    }

    /// <summary>The same application started anew: its journal was in memory and is lost, and so is what it remembers of its orders.</summary>
    public Accounts Restarted(Action<HuurayOptions>? account = null) => Accounts.At(Sandbox, Clock, account);

    /// <summary>Lets the twin finish what it is making.</summary>
    public void LetTimePass() => Clock.Advance(TimeSpan.FromSeconds(9));

    /// <summary>Something that goes wrong once.</summary>
    public void Fail(string operation, FaultKind kind, TimeSpan? delay = null) =>
        Twin.Faults.Add(
            new()
            {
                Operation = operation,
                Kind = kind,
                Times = 1,
                Delay = delay,
            }
        );

    public async ValueTask DisposeAsync()
    {
        await Accounts.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
