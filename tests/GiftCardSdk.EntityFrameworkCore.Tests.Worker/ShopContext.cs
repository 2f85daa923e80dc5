using Microsoft.EntityFrameworkCore;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>An application's own context, with the order journal in it.</summary>
internal sealed class ShopContext(DbContextOptions<ShopContext> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddGiftCardJournal();
}
