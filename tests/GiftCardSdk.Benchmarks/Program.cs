using BenchmarkDotNet.Running;
using GiftCardSdk.Benchmarks;
using GiftCardSdk.Benchmarks.Journal;

// The SDK beside hand-written HttpClient code that does the same work, in the same run.
//   dotnet run -c Release --project tests/GiftCardSdk.Benchmarks              the full run
//   dotnet run -c Release --project tests/GiftCardSdk.Benchmarks -- --quick   under two minutes
//   dotnet run -c Release --project tests/GiftCardSdk.Benchmarks -- --journal   the file journal: flushes, overhead, memory, recovery
switch (args)
{
    case ["--journal"]:
        return await JournalRun.RunAsync();
    case [JournalRun.OpenOnly, var path, var how]:
        return JournalRun.Open(path, how == "compact");
}

var config = args.Contains("--quick", StringComparer.Ordinal) ? RunConfig.Quick() : RunConfig.Full();
Type[] benchmarks = [typeof(OnAStub), typeof(OverLoopback)];
var summaries = benchmarks.Select(type => BenchmarkRunner.Run(type, config)).ToList();
Ratios.Print(summaries);
return summaries.Exists(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
