using System.Globalization;

namespace GiftCardSdk.Model.Tests;

/// <summary>Random commands, crashes and clock jumps against the model.</summary>
public sealed class ModelTests(ITestOutputHelper output)
{
    [Fact]
    public async Task A_million_random_steps_keep_to_the_model()
    {
        var report = await Runner.RunManyAsync(Setting("SEED", 2026), (long)Setting("STEPS", 1_000_000));

        output.WriteLine(report.ToString());
        report.Missing.ShouldBeEmpty();
    }

    /// <summary>For longer runs than those of CI.</summary>
    private static ulong Setting(string name, ulong usual) =>
        Environment.GetEnvironmentVariable($"GIFTCARDS_MODEL_{name}") is { Length: > 0 } text
            ? ulong.Parse(text, CultureInfo.InvariantCulture)
            : usual;
}
