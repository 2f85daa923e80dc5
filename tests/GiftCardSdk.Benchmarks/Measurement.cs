using System.Globalization;

namespace GiftCardSdk.Benchmarks;

/// <summary>Two ways to do the same, and what is said of them.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Than">What the second is compared with.</param>
/// <param name="Base">A call of that.</param>
/// <param name="Other">A call of what is measured.</param>
internal sealed record Pair(string Name, string Than, Func<Task> Base, Func<Task> Other);

/// <summary>
/// Measures both sides of a pair in turns, so that both see the same moments of the machine, after the runtime has compiled them for good: the
/// path of an order takes about 60,000 calls for that. The processor's time is what to compare where others use the machine too. Medians,
/// because one collection of garbage should not speak for a call.
/// </summary>
internal static class Measurement
{
    private const int WarmUp = 60_000;
    private const int WarmUpBlock = 2_000;

    public static async Task<string> OfAsync(Pair pair, bool isQuick)
    {
        var (rounds, calls) = isQuick ? (15, 3_000) : (60, 6_000);
        for (var i = 0; i < WarmUp; i += WarmUpBlock)
        {
            await BlockAsync(pair.Base, WarmUpBlock);
            await BlockAsync(pair.Other, WarmUpBlock);
        }

        var (bases, others) = (new List<Cost>(), new List<Cost>());
        for (var round = 0; round < rounds; round++)
        {
            var isBaseFirst = round % 2 == 0;
            (isBaseFirst ? bases : others).Add(await BlockAsync(isBaseFirst ? pair.Base : pair.Other, calls));
            (isBaseFirst ? others : bases).Add(await BlockAsync(isBaseFirst ? pair.Other : pair.Base, calls));
        }

        return Line(pair, MedianOf(bases), MedianOf(others));
    }

    private static async Task<Cost> BlockAsync(Func<Task> call, int calls)
    {
        // Each block pays for its own garbage alone.
        GC.Collect();
        var bytes = GC.GetTotalAllocatedBytes(precise: true);
        var started = TimeProvider.System.GetTimestamp();
        var processor = Environment.CpuUsage.TotalTime;
        for (var i = 0; i < calls; i++)
        {
            await call();
        }

        return new(
            (Environment.CpuUsage.TotalTime - processor).TotalMicroseconds / calls,
            TimeProvider.System.GetElapsedTime(started).TotalMicroseconds / calls,
            (GC.GetTotalAllocatedBytes(precise: true) - bytes) / (double)calls
        );
    }

    private static Cost MedianOf(List<Cost> costs) =>
        new(Median(costs.Select(cost => cost.Cpu)), Median(costs.Select(cost => cost.Wall)), Median(costs.Select(cost => cost.Bytes)));

    private static double Median(IEnumerable<double> values) => values.Order().ToArray() is var sorted ? sorted[sorted.Length / 2] : 0;

    private static string Line(Pair pair, Cost than, Cost cost) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"ratio {pair.Name} cpu={cost.Cpu / than.Cpu:0.00} wall={cost.Wall / than.Wall:0.00} alloc={cost.Bytes / than.Bytes:0.00} ({cost.Cpu - than.Cpu:+0.00;-0.00} us cpu, {cost.Wall - than.Wall:+0.00;-0.00} us wall, {cost.Bytes - than.Bytes:+0;-0} B; {pair.Than} {than.Cpu:0.00} us cpu, {than.Wall:0.00} us wall, {than.Bytes:0} B)"
        );

    /// <summary>What a call takes: microseconds of the processor and of the clock, and bytes.</summary>
    private sealed record Cost(double Cpu, double Wall, double Bytes);
}
