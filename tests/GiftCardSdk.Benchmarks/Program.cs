using BenchmarkDotNet.Running;
using GiftCardSdk.Benchmarks;

// The SDK beside hand-written HttpClient code that does the same work, in the same run.
//   dotnet run -c Release --project tests/GiftCardSdk.Benchmarks              the full run
//   dotnet run -c Release --project tests/GiftCardSdk.Benchmarks -- --quick   under two minutes
var config = args.Contains("--quick", StringComparer.Ordinal) ? RunConfig.Quick() : RunConfig.Full();
Type[] benchmarks = [typeof(OnAStub), typeof(OverLoopback)];
var summaries = benchmarks.Select(type => BenchmarkRunner.Run(type, config)).ToList();
Ratios.Print(summaries);
return summaries.Exists(summary => summary.HasCriticalValidationErrors || summary.Reports.Any(report => !report.Success)) ? 1 : 0;
