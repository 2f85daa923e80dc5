namespace GiftCardSdk.Conventions;

/// <summary>The tables of what providers can do are made of what the adapters say, and never by hand.</summary>
public sealed class CapabilityMatrixConventions
{
    private const string Accept = "GIFTCARDS_ACCEPT_DOCS";

    [Fact]
    public void Every_adapter_stands_in_the_tables() =>
        AdapterAccounts.Missing.Select(name => $"{name}: add it to {nameof(AdapterAccounts)} here.").ShouldBeNone();

    [Theory]
    [InlineData("README.md", "docs/providers/")]
    [InlineData("docs/providers/README.md", "")]
    public async Task The_table_of_capabilities_is_what_the_adapters_say(string document, string pages) =>
        await ShouldHoldAsync(document, "capabilities", CapabilityTables.Overview(await AdapterAccounts.ReadAsync(), pages));

    [Fact]
    public async Task The_table_of_orders_is_what_the_adapters_say() =>
        await ShouldHoldAsync("docs/providers/README.md", "orders", CapabilityTables.Orders(await AdapterAccounts.ReadAsync()));

    private static async Task ShouldHoldAsync(string document, string section, string table)
    {
        var path = Path.Combine(Repository.Root, document);
        var text = (await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n");
        var (start, end) = ($"<!-- {section}: generated -->\n", $"\n<!-- /{section} -->");
        var from = text.IndexOf(start, StringComparison.Ordinal) + start.Length;
        var to = text.IndexOf(end, StringComparison.Ordinal);
        (from >= start.Length && to > from).ShouldBeTrue($"{document} has no place for the table '{section}'.");
        if (Environment.GetEnvironmentVariable(Accept) == "1")
        {
            await File.WriteAllTextAsync(path, text[..from] + table + text[to..], TestContext.Current.CancellationToken);
            return;
        }

        text[from..to].ShouldBe(table, $"Run the tests of this project once with {Accept}=1 and commit {document}.");
    }
}
