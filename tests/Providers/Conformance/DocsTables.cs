namespace GiftCardSdk.Providers.Conformance;

/// <summary>The tables of docs/exactly-once.md, so that what they say of a provider is held against its adapter.</summary>
internal static class DocsTables
{
    private static readonly Lazy<string[]> Lines = new(() => File.ReadAllLines(Path.Combine(Root(), "docs", "exactly-once.md")));

    /// <summary>What a repeat does, how an order is found again, and the quiet time, by the names in the table "What is belief".</summary>
    public static (string Repeat, string LookUp, string QuietTime) Belief(string order)
    {
        var cells = Row("## What is belief", order);
        return (cells[1], cells[2], cells[3]);
    }

    /// <summary>The ends of an order that was bought before a crash, that was not, and that is placed again.</summary>
    public static (string Bought, string NotBought, string PlacedAgain) AfterARestart(string order)
    {
        var cells = Row("### How each provider ends after a restart", order);
        return (cells[0], cells[1], cells[2]);
    }

    /// <summary>The cells of a row, without the first.</summary>
    private static string[] Row(string heading, string first) =>
        [
            .. Lines
                .Value.SkipWhile(line => line != heading)
                .First(line => line.StartsWith($"| {first} |", StringComparison.Ordinal))
                .Trim('|')
                .Split('|', StringSplitOptions.TrimEntries)
                .Skip(1),
        ];

    private static string Root()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GiftCardSdk.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No folder above holds GiftCardSdk.sln.");
        }

        return folder.FullName;
    }
}
