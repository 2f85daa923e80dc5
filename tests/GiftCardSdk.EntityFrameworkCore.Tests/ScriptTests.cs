using Microsoft.EntityFrameworkCore;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>The script in the documentation is what the model says; every other test runs on tables that it has made.</summary>
public sealed class ScriptTests
{
    [Fact]
    public void The_documented_script_makes_the_tables_of_the_model()
    {
        using var context = new ShopContext(new DbContextOptionsBuilder<ShopContext>().UseNpgsql("Host=nowhere.example").Options);

        var script = context
            .Database.GenerateCreateScript()
            .ReplaceLineEndings("\n")
            .Replace("\n\n\n", "\n\n", StringComparison.Ordinal)
            .Trim();

        DocumentedScript.Read().ShouldBe(script, $"Put this into docs/relational-journal.md:\n{script}\n");
    }

    [Fact]
    public void A_schema_and_the_applications_own_lengths_of_text_are_respected_and_kept_out()
    {
        using var context = new StrictContext(new DbContextOptionsBuilder<StrictContext>().UseNpgsql("Host=nowhere.example").Options);

        var script = context.Database.GenerateCreateScript();

        script.ShouldContain("CREATE TABLE money.gift_card_orders");
        script.ShouldNotContain("(7)");
    }

    private sealed class StrictContext(DbContextOptions<StrictContext> options) : DbContext(options)
    {
        protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder) =>
            configurationBuilder.Properties<string>().HaveMaxLength(7);

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddGiftCardJournal("money");
    }
}
