namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>Why a context cannot give the journal its connections, and what would help.</summary>
internal static class ContextErrors
{
    public static OrderJournalException NotRegistered(Type context) =>
        new(
            $"The order journal is to be kept by {context.Name}, which is not registered. Add services.AddDbContextFactory<{context.Name}>(…), or AddDbContext."
        );

    public static OrderJournalException NotInModel(Type context) =>
        new(
            $"The model of {context.Name} has no order journal. Call modelBuilder.{nameof(Microsoft.EntityFrameworkCore.GiftCardModelBuilderExtensions.AddGiftCardJournal)}() in its OnModelCreating, and add a migration."
        );

    public static OrderJournalException OtherProvider(Type context, string? provider) =>
        new(
            $"{context.Name} uses {provider ?? "no database"}; the order journal in a context is proved on PostgreSQL alone (Npgsql.EntityFrameworkCore.PostgreSQL). For SQLite call UseSqliteJournal of the package GiftCardSdk.Sqlite; it needs no context."
        );
}
