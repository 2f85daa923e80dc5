namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>The statements for PostgreSQL that the documentation prints.</summary>
internal static class DocumentedScript
{
    /// <summary>A block of SQL, by how it begins; the tables if nothing is said.</summary>
    public static string Read(string beginning = "CREATE TABLE")
    {
        var text = File.ReadAllText(Path.Combine(Root(), "docs", "relational-journal.md")).ReplaceLineEndings("\n");
        var start = text.IndexOf("```sql\n" + beginning, StringComparison.Ordinal);
        start.ShouldBeGreaterThan(0, "docs/relational-journal.md prints it in a block of SQL.");
        start = text.IndexOf('\n', start) + 1;
        return text[start..text.IndexOf("```", start, StringComparison.Ordinal)].Trim();
    }

    private static string Root()
    {
        var folder = AppContext.BaseDirectory;
        while (!File.Exists(Path.Combine(folder, "GiftCardSdk.sln")))
        {
            folder = Path.GetDirectoryName(folder) ?? throw new InvalidOperationException("No folder above the tests holds the solution.");
        }

        return folder;
    }
}
