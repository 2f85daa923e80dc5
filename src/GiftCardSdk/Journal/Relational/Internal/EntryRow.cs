using System.Data;
using System.Data.Common;
using System.Text.Json;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>
/// From entries to rows and back. Words instead of numbers, so that a person can read the table; times as UTC ticks, which every database
/// orders right and none rounds.
/// </summary>
internal static class EntryRow
{
    /// <summary>The columns in the order of their parameters; the ones that say which order it is come first and never change.</summary>
    public static readonly (string Name, DbType Type)[] Columns =
    [
        ("id", DbType.String),
        ("provider", DbType.String),
        ("environment", DbType.String),
        ("account", DbType.String),
        ("operation", DbType.String),
        ("reference", DbType.String),
        ("created_at", DbType.Int64),
        ("provider_key", DbType.String),
        ("fingerprint", DbType.String),
        ("version", DbType.Int64),
        ("write_id", DbType.String),
        ("state", DbType.String),
        ("reason", DbType.String),
        ("attempt", DbType.Int64),
        ("is_ambiguous", DbType.Int64),
        ("updated_at", DbType.Int64),
        ("first_sent_at", DbType.Int64),
        ("last_sent_at", DbType.Int64),
        ("purged_at", DbType.Int64),
        ("owner", DbType.String),
        ("lease_holder", DbType.String),
        ("lease_until", DbType.Int64),
        ("order_id", DbType.String),
        ("details", DbType.String),
    ];

    /// <summary>How many of the columns say which order it is.</summary>
    public const int OfIdentity = 7;

    /// <summary>The places of what a write is told by.</summary>
    public const int Version = 9;
    public const int WriteId = 10;

    public static object?[] ToValues(JournalEntry entry, string id, string writeId) =>
        [
            id,
            entry.Identity.Provider,
            entry.Identity.Environment.ToString(),
            entry.Identity.Account,
            entry.Identity.Operation,
            entry.Identity.Reference.Value,
            entry.CreatedAt.UtcTicks,
            Storable(entry.ProviderKey),
            entry.Fingerprint,
            entry.Version,
            writeId,
            entry.State.ToString(),
            Storable(entry.Reason),
            (long)entry.Attempt,
            entry.IsAmbiguous ? 1L : 0L,
            entry.UpdatedAt.UtcTicks,
            entry.FirstSentAt?.UtcTicks,
            entry.LastSentAt?.UtcTicks,
            entry.PurgedAt?.UtcTicks,
            entry.Owner,
            entry.LeaseHolder,
            entry.LeaseUntil?.UtcTicks,
            Storable(entry.MainOrderId),
            JsonSerializer.Serialize(DetailsOf(entry), JournalJsonContext.Default.EntryDetails),
        ];

    /// <exception cref="OrderJournalException">A later version of the SDK, or somebody by hand, has written what this one cannot read.</exception>
    public static JournalEntry Read(DbDataReader row)
    {
        try
        {
            return Read(row, JsonSerializer.Deserialize(row.GetString(23), JournalJsonContext.Default.EntryDetails)!);
        }
        catch (Exception failure) when (failure is ArgumentException or JsonException or InvalidCastException or NullReferenceException)
        {
            throw JournalErrors.Unreadable(row.GetValue(5) as string ?? "?", failure);
        }
    }

    /// <summary>A provider's words go into the database as they are, except for what some cannot hold: a purchase must be recorded anyway.</summary>
    public static string? Storable(string? text)
    {
        const char Replacement = '\uFFFD';
        return text is null || !text.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF') && !text.Contains('\0', StringComparison.Ordinal)
            ? text
            : string.Concat(text.EnumerateRunes()).Replace('\0', Replacement);
    }

    private static EntryDetails DetailsOf(JournalEntry entry) =>
        new()
        {
            Format = entry.Format,
            Lines = entry.Lines.OrNull(),
            Delivery = entry.Delivery,
            FirstSentAtProvider = entry.FirstSentAtProvider?.ToUniversalTime(),
            OrderIds = entry.ProviderOrderIds.OrNull(),
            RawStatus = entry.RawStatus,
            LastErrorCode = entry.LastErrorCode,
            LastProviderCode = entry.LastProviderCode,
            Lookups = entry.Lookups.OrNull(),
            LookupCount = entry.LookupCount == 0 ? null : entry.LookupCount,
            Decision = entry.Decision,
            Credentials = entry.Credentials.OrNull(),
            MovedTo = entry.MovedTo,
        };

    private static JournalEntry Read(DbDataReader row, EntryDetails details) =>
        new()
        {
            Format = details.Format,
            Identity = new(
                row.GetString(1),
                Enum.Parse<GiftCardEnvironment>(row.GetString(2)),
                row.GetString(3),
                row.GetString(4),
                row.GetString(5)
            ),
            CreatedAt = ToTime(row.GetInt64(6)),
            ProviderKey = row.GetString(7),
            Fingerprint = row.GetString(8),
            Version = row.GetInt64(9),
            State = Enum.Parse<OrderJournalState>(row.GetString(11)),
            Reason = Text(row, 12),
            Attempt = checked((int)row.GetInt64(13)),
            IsAmbiguous = row.GetInt64(14) != 0,
            UpdatedAt = ToTime(row.GetInt64(15)),
            FirstSentAt = Time(row, 16),
            LastSentAt = Time(row, 17),
            PurgedAt = Time(row, 18),
            Owner = Text(row, 19),
            LeaseHolder = Text(row, 20),
            LeaseUntil = Time(row, 21),
            Lines = details.Lines ?? [],
            Delivery = details.Delivery,
            FirstSentAtProvider = details.FirstSentAtProvider,
            ProviderOrderIds = details.OrderIds ?? [],
            RawStatus = details.RawStatus,
            LastErrorCode = details.LastErrorCode,
            LastProviderCode = details.LastProviderCode,
            Lookups = details.Lookups ?? [],
            LookupCount = details.LookupCount ?? 0,
            Decision = details.Decision,
            Credentials = details.Credentials ?? [],
            MovedTo = details.MovedTo,
        };

    public static string? Text(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetString(column);

    public static DateTimeOffset? Time(DbDataReader row, int column) => row.IsDBNull(column) ? null : ToTime(row.GetInt64(column));

    public static DateTimeOffset ToTime(long ticks) => new(ticks, TimeSpan.Zero);

    private static IReadOnlyList<T>? OrNull<T>(this IReadOnlyList<T> list) => list.Count == 0 ? null : list;
}
