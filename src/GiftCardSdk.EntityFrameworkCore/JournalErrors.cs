using System.Data.Common;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>Why the journal in the database cannot be used, and what would help. What a database says may quote values, so only its code is repeated.</summary>
internal static class JournalErrors
{
    public static OrderJournalException NotRegistered(Type context) =>
        new(
            $"The order journal is to be kept by {context.Name}, which is not registered. Add services.AddDbContextFactory<{context.Name}>(…), or AddDbContext."
        );

    public static OrderJournalException NotInModel(Type context) =>
        new(
            $"The model of {context.Name} has no order journal. Call modelBuilder.{nameof(Microsoft.EntityFrameworkCore.GiftCardModelBuilderExtensions.AddGiftCardJournal)}() in its OnModelCreating, and add a migration."
        );

    public static OrderJournalException Failed(string what, Exception failure) =>
        new(
            $"The order journal in the database could not be {what} ({Describe(failure)}). The database must be reachable, writable, and hold the journal's tables as this version of GiftCardSdk expects them.",
            failure
        );

    public static OrderJournalException Unreadable(string reference, Exception failure) =>
        new(
            $"The entry of the order '{reference}' in the database cannot be read by this version of GiftCardSdk. A later version has written it, or somebody by hand.",
            failure
        );

    public static OrderJournalException WrongIdentity(string reference) =>
        new(
            $"The entry of the order '{reference}' in the database stands under the key of another order: somebody has changed it by hand, or the database changes text that it stores."
        );

    public static OrderJournalException ShortKey() =>
        new(
            $"The setting '{SettingRow.FingerprintKey}' of the order journal in the database is not what was written there. Put it back from a backup; without it no order can be recognised again."
        );

    private static string Describe(Exception failure)
    {
        for (var cause = failure; cause is not null; cause = cause.InnerException)
        {
            if (cause is DbException known)
            {
                return known.SqlState is { } state ? $"{known.GetType().Name}, SQL state {state}" : known.GetType().Name;
            }
        }

        return failure.GetType().Name;
    }
}
