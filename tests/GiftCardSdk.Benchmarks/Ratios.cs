using System.Globalization;
using BenchmarkDotNet.Reports;

namespace GiftCardSdk.Benchmarks;

/// <summary>
/// Prints, for each pair of methods named <c>Sdk…</c> and <c>HandWritten…</c>, how they compare: the ratio of their medians, and the differences in
/// microseconds and bytes. Medians, because one collection of garbage should not speak for a call.
/// </summary>
internal static class Ratios
{
    public static void Print(IEnumerable<Summary> summaries)
    {
        Console.WriteLine();
        foreach (var summary in summaries)
        {
            var reports = summary
                .Reports.Where(report => report.ResultStatistics is not null)
                .ToDictionary(report => report.BenchmarkCase.Descriptor.WorkloadMethod.Name, StringComparer.Ordinal);
            foreach (var (name, sdk) in reports.Where(report => report.Key.StartsWith("Sdk", StringComparison.Ordinal)))
            {
                var what = name["Sdk".Length..];
                if (reports.TryGetValue("HandWritten" + what, out var hand))
                {
                    Console.WriteLine(Line($"{summary.BenchmarksCases[0].Descriptor.Type.Name}.{what}", sdk, hand));
                }
            }
        }
    }

    private static string Line(string name, BenchmarkReport sdk, BenchmarkReport hand)
    {
        var (time, baseTime) = (sdk.ResultStatistics!.Median, hand.ResultStatistics!.Median);
        var (bytes, baseBytes) = (Bytes(sdk), Bytes(hand));
        return string.Create(
            CultureInfo.InvariantCulture,
            $"ratio {name} time={time / baseTime:0.00} alloc={bytes / baseBytes:0.00} ({(time - baseTime) / 1000:+0.00;-0.00} us, {bytes - baseBytes:+0;-0} B; hand-written {baseTime / 1000:0.00} us, {baseBytes:0} B)"
        );
    }

    private static double Bytes(BenchmarkReport report) => report.GcStats.GetBytesAllocatedPerOperation(report.BenchmarkCase) ?? 0;
}
