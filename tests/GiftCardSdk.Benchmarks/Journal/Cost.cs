using System.Diagnostics;

namespace GiftCardSdk.Benchmarks.Journal;

/// <summary>What orders cost on one side.</summary>
/// <param name="Seconds">By the clock, an order.</param>
/// <param name="CpuMicroseconds">Of the processor's time in this process, an order.</param>
/// <param name="Bytes">Allocated, an order.</param>
internal sealed record Cost(double Seconds, double CpuMicroseconds, double Bytes)
{
    public double PerSecond => 1 / Seconds;

    /// <summary>Callers that each make one order after another.</summary>
    public static async Task<Cost> OfAsync(Func<int, Task> buy, int first, int orders, int callers)
    {
        GC.Collect();
        using var process = Process.GetCurrentProcess();
        var (bytes, cpu, started) = (
            GC.GetTotalAllocatedBytes(precise: true),
            process.TotalProcessorTime,
            TimeProvider.System.GetTimestamp()
        );
        var left = orders;
        await Task.WhenAll(Enumerable.Range(0, callers).Select(_ => Task.Run(CallAsync)));
        var took = TimeProvider.System.GetElapsedTime(started);
        process.Refresh();
        return new(
            took.TotalSeconds / orders,
            (process.TotalProcessorTime - cpu).TotalMicroseconds / orders,
            (double)(GC.GetTotalAllocatedBytes(precise: true) - bytes) / orders
        );

        async Task CallAsync()
        {
            int number;
            while ((number = Interlocked.Decrement(ref left)) >= 0)
            {
                await buy(first + number);
            }
        }
    }

    public Cost Least(Cost other) =>
        new(Math.Min(Seconds, other.Seconds), Math.Min(CpuMicroseconds, other.CpuMicroseconds), Math.Min(Bytes, other.Bytes));
}
