using static GiftCardSdk.Reporting.Tests.Histories;

namespace GiftCardSdk.Reporting.Tests;

/// <summary>What is exported is read back as it was, and a spreadsheet runs none of it.</summary>
public sealed class CsvTests
{
    [Fact]
    public async Task A_row_is_written_for_programs_in_every_culture()
    {
        var report = await ReportAsync(Order("a", lines: Line(value: 1234.5m)) with { Cards = [Card(RedemptionState.Redeemed)] });

        var text = await WriteAsync(writer => report.Products.WriteCsvAsync(writer));

        text.Split("\r\n")
            .ShouldBe([
                """
                "period","provider","environment","account","product","currency","orders","cards","face value","redeemed cards","redeemed value","open cards","open value","expired cards","expired value","taken back cards","taken back value","not known cards","not known value","redemption rate"
                """,
                """
                2026-03-01,"in-memory","Sandbox","emea","coffee","EUR",1,1,1234.5,1,1234.5,0,0,0,0,0,0,0,0.0,1
                """,
                "",
            ]);
    }

    [Theory]
    [InlineData("=1+1")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("  =1+1")]
    [InlineData("\uFF1D1+1")]
    [InlineData("=cmd|' /C calc'!A0")]
    public async Task A_formula_is_disarmed(string text)
    {
        var finding = new ReconciliationFinding(ReconciliationFindingKind.MissingHere, "none") { OrderId = text };

        var written = await WriteAsync(writer => new[] { finding }.WriteCsvAsync(writer));

        written.ShouldContain($",\"'{text}\",");
    }

    [Theory]
    [InlineData("x;=cmd", "x;'=cmd")]
    [InlineData("\t=1+1", "'\t'=1+1")]
    [InlineData("\r=1+1", "'\r'=1+1")]
    [InlineData("x; \"+1;@y", "x;' \"\"+1;'@y")]
    [InlineData("x\r\n=1+1", "x\r'\n'=1+1")]
    [InlineData("x\t-1", "x\t'-1")]
    public async Task A_formula_is_disarmed_where_another_spreadsheet_would_begin_a_cell(string text, string disarmed)
    {
        var finding = new ReconciliationFinding(ReconciliationFindingKind.MissingHere, "none") { OrderId = text };

        var written = await WriteAsync(writer => new[] { finding }.WriteCsvAsync(writer));

        written.ShouldContain($",\"{disarmed}\",");
    }

    [Fact]
    public async Task Text_that_is_no_formula_stays_as_it_is()
    {
        var finding = new ReconciliationFinding(ReconciliationFindingKind.MissingHere, "none")
        {
            OrderId = "a \"quoted\" id, with a comma; and a\r\nline break",
            ProviderKey = "5=5",
        };

        var written = await WriteAsync(writer => new[] { finding }.WriteCsvAsync(writer));

        written.ShouldContain(",\"a \"\"quoted\"\" id, with a comma; and a\r\nline break\",\"5=5\",");
    }

    [Fact]
    public async Task Every_table_has_as_many_cells_as_headings()
    {
        var report = await ReportAsync(Order("a") with { TotalCost = Money.Of(24, "EUR"), CompletedAt = Noon.AddSeconds(90) });
        string[] texts =
        [
            await WriteAsync(writer => report.Products.WriteCsvAsync(writer)),
            await WriteAsync(writer => report.Costs.WriteCsvAsync(writer)),
            await WriteAsync(writer => report.Accounts.WriteCsvAsync(writer)),
        ];

        foreach (var text in texts)
        {
            var lines = text.TrimEnd().Split("\r\n");
            lines.Length.ShouldBe(2);
            lines[1].Split(',').Length.ShouldBe(lines[0].Split(',').Length);
        }

        texts[1].ShouldContain("\"EUR\",1,24");
        texts[2].ShouldContain(",1,90,90,90,90");
    }

    private static async Task<string> WriteAsync(Func<TextWriter, Task> write)
    {
        await using var writer = new StringWriter();
        await write(writer);
        return writer.ToString();
    }
}
