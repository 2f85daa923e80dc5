using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using GiftCardSdk.Batches;

namespace GiftCardSdk.Quartz.Tests;

/// <summary>The application's table of rewards, as one node reads it.</summary>
internal sealed class Table(int lines) : IBatchSource
{
    private readonly ConcurrentQueue<(string? Parameter, long First)> _readings = new();

    /// <summary>Which chunks were read here.</summary>
    public IReadOnlyCollection<(string? Parameter, long First)> Readings => _readings;

    public int Lines { get; set; } = lines;

    /// <summary>Whoever reads waits here first.</summary>
    public Task Gate { get; set; } = Task.CompletedTask;

    /// <summary>What a reading throws; null if it goes well.</summary>
    public Exception? Failure { get; set; }

    public ValueTask<long> CountAsync(string? parameter, CancellationToken cancellationToken = default) => new(Lines);

    public async IAsyncEnumerable<BatchLine> ReadAsync(
        string? parameter,
        long first,
        int count,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        _readings.Enqueue((parameter, first));
        await Gate.WaitAsync(cancellationToken);
        if (Failure is not null)
        {
            throw Failure;
        }

        for (var number = first; number < first + count && number <= Lines; number++)
        {
            yield return LineOf(number);
        }
    }

    private static BatchLine LineOf(long number) =>
        new(
            new()
            {
                Reference = $"line-{number}",
                Delivery = Delivery.Returned,
                Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(25, "EUR") }],
            }
        );
}
