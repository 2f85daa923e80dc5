using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Perfolizer.Horology;

namespace GiftCardSdk.Benchmarks;

/// <summary>How long is measured. In process in both cases, so that both sides share one runtime and one state of the machine.</summary>
internal static class RunConfig
{
    public static IConfig Quick() =>
        Of(Job.Default.WithWarmupCount(4).WithIterationCount(12).WithIterationTime(TimeInterval.FromMilliseconds(120)));

    public static IConfig Full() =>
        Of(Job.Default.WithWarmupCount(8).WithIterationCount(30).WithIterationTime(TimeInterval.FromMilliseconds(500)));

    private static ManualConfig Of(Job job) =>
        ManualConfig
            .CreateEmpty()
            .AddJob(job.WithToolchain(InProcessEmitToolchain.Instance))
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Instance)
            .AddLogger(ConsoleLogger.Ascii)
            .AddExporter(MarkdownExporter.GitHub)
            .WithArtifactsPath("artifacts/benchmarks")
            .WithOptions(ConfigOptions.DisableLogFile);
}
