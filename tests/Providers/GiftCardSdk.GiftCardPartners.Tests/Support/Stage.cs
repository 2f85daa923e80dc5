using GiftCardSdk.Sandbox;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>The twin and an application that talks to it, on one clock that no test has to wait for.</summary>
internal sealed class Stage : IAsyncDisposable
{
    private readonly GiftCardSandbox _sandbox;

    private Stage(GiftCardSandbox sandbox, Accounts accounts, ConformanceClock clock)
    {
        _sandbox = sandbox;
        Accounts = accounts;
        Clock = clock;
    }

    public GiftCardPartnersTwin Twin => _sandbox.GiftCardPartners;

    public Accounts Accounts { get; }

    public ConformanceClock Clock { get; }

    public IGiftCardAccount Account => Accounts.Account;

    public IGiftCardPartnersApi Api => Accounts.Api;

    public static async Task<Stage> StartAsync(
        Action<GiftCardPartnersTwinOptions>? twin = null,
        Action<GiftCardPartnersOptions>? account = null,
        int seed = 1
    )
    {
        var clock = new ConformanceClock();
        var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Seed = seed;
            twin?.Invoke(options.GiftCardPartners);
        });
        return new(sandbox, Accounts.At(sandbox.GiftCardPartners, clock, account), clock);
    }

    /// <summary>The same application started anew: its journal was in memory and is lost.</summary>
    public Accounts Restarted(Action<GiftCardPartnersOptions>? account = null) => Accounts.At(Twin, Clock, account);

    /// <summary>The next call of an operation goes wrong.</summary>
    public void Break(string operation, FaultKind kind, int times = 1, TimeSpan? delay = null, int? status = null) =>
        Twin.Faults.Add(
            new()
            {
                Operation = operation,
                Kind = kind,
                Times = times,
                Delay = delay,
                Status = status,
            }
        );

    public async ValueTask DisposeAsync()
    {
        await Accounts.DisposeAsync();
        await _sandbox.DisposeAsync();
    }
}
