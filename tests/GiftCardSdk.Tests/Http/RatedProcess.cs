using GiftCardSdk.Http.Internal;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Tests.Http;

/// <summary>A process that calls an account whose rate others use too, with a clock of its own.</summary>
internal sealed class RatedProcess : ISharedRate, IAsyncDisposable
{
    public const int Limit = 10;

    private readonly ISharedRate _store;
    private readonly RateMember _member;
    private readonly List<Task<RateLimiter.Turn>> _calls = [];

    /// <param name="store">Where the processes agree.</param>
    /// <param name="wall">What its wall clock says; any time will do.</param>
    public RatedProcess(ISharedRate store, DateTimeOffset? wall = null)
    {
        _store = store;
        Clock = wall is { } time ? new(time) : new();
        _member = new(
            this,
            "gifq/Sandbox/shop/1",
            asked => new(new Pacer(Limit, TimeSpan.FromSeconds(1), burst: 1), Clock, TimeSpan.FromMinutes(5)) { Asked = asked },
            Clock,
            _ => Failures++
        );
    }

    public ManualTimeProvider Clock { get; }

    public RateLimiter Limiter => _member.Limiter;

    /// <summary>Whether it cannot reach where the processes agree.</summary>
    public bool IsCutOff { get; set; }

    /// <summary>Whether it has been killed: its time stands still.</summary>
    public bool IsKilled { get; set; }

    /// <summary>How often it was said that the others could not be reached.</summary>
    public int Failures { get; private set; }

    /// <summary>How often it has asked what the others do.</summary>
    public int Exchanges { get; private set; }

    /// <summary>Places calls; they wait in line.</summary>
    public void Call(int times)
    {
        for (var call = 0; call < times; call++)
        {
            _calls.Add(Limiter.WaitToStartAsync(TimeSpan.FromSeconds(100), CancellationToken.None).AsTask());
        }
    }

    /// <summary>Asks for something that must be answered within half a minute.</summary>
    /// <returns>Whether it had its turn.</returns>
    public async Task<bool> ReadAsync() => (await Limiter.WaitAsync(TimeSpan.FromSeconds(30), CancellationToken.None)).IsGranted;

    /// <summary>When each call was granted, for calls that were placed at the beginning.</summary>
    public async Task<IReadOnlyList<TimeSpan>> GrantsAsync() => [.. (await Task.WhenAll(_calls)).Select(turn => turn.Wait)];

    /// <summary>Lets time pass for processes at once, a little at a time, and each look at what the others do when it is due.</summary>
    public static async Task PassAsync(TimeSpan time, params RatedProcess[] processes)
    {
        var step = TimeSpan.FromMilliseconds(20);
        for (var passed = TimeSpan.Zero; passed < time; passed += step)
        {
            foreach (var process in processes.Where(process => !process.IsKilled))
            {
                process.Clock.Advance(step);
                await process._member.Beating;
            }

            var most = processes.Any(process => process.Failures > 0) ? 1.1001 : 1.0001;
            processes.Where(process => !process.IsKilled).Sum(process => process.Limiter.Share).ShouldBeLessThan(most);
        }
    }

    public ValueTask<string?> ExchangeAsync(
        string account,
        string? expected,
        string replacement,
        CancellationToken cancellationToken = default
    )
    {
        Exchanges++;
        return IsCutOff
            ? throw new IOException("It cannot be reached.")
            : _store.ExchangeAsync(account, expected, replacement, cancellationToken);
    }

    public ValueTask DisposeAsync() => _member.DisposeAsync();
}
