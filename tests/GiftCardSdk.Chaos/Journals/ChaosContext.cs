using Microsoft.EntityFrameworkCore;

namespace GiftCardSdk.Chaos.Journals;

/// <summary>The application's own database context, with the order journal in it.</summary>
internal sealed class ChaosContext(DbContextOptions<ChaosContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddGiftCardJournal();
}
