using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftbit.Tests;

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

    public GiftbitTwin Twin => Sandbox.Giftbit;

    public IGiftCardAccount Account => Accounts.Account;

    public IGiftbitApi Api => Accounts.Api;

    public static async Task<Stage> StartAsync(
        Action<GiftbitTwinOptions>? twin = null,
        Action<GiftbitOptions>? account = null,
        int seed = 1
    )
    {
        var clock = new ConformanceClock();
        var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Seed = seed;
            twin?.Invoke(options.Giftbit);
        });
        return new(sandbox, Accounts.At(sandbox, clock, account), clock);
    }

    /// <summary>The same application started anew: its journal was in memory and is lost.</summary>
    public Accounts Restarted() => Accounts.At(Sandbox, Clock);

    /// <summary>Lets the twin finish what it is making, and deliver it.</summary>
    public void LetTimePass() => Clock.Advance(TimeSpan.FromSeconds(9));

    public async ValueTask DisposeAsync()
    {
        await Accounts.DisposeAsync();
        await Sandbox.DisposeAsync();
    }
}
