using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>From entries to rows and back.</summary>
internal static class RowMapping
{
    private static readonly JournalJsonContext Json = JournalJsonContext.Default;

    public static OrderRow ToRow(this JournalEntry entry, Guid writeId) =>
        new()
        {
            Id = RowId.Of(entry.Identity),
            Provider = entry.Identity.Provider,
            Environment = entry.Identity.Environment.ToString(),
            Account = entry.Identity.Account,
            Operation = entry.Identity.Operation,
            Reference = entry.Identity.Reference.Value,
            Format = entry.Format,
            Version = entry.Version,
            WriteId = writeId,
            State = entry.State.ToString(),
            Reason = Storable(entry.Reason),
            ProviderKey = entry.ProviderKey,
            Fingerprint = entry.Fingerprint,
            Delivery = entry.Delivery?.ToString(),
            Attempt = entry.Attempt,
            IsAmbiguous = entry.IsAmbiguous,
            CreatedAt = entry.CreatedAt.UtcTicks,
            UpdatedAt = entry.UpdatedAt.UtcTicks,
            FirstSentAt = entry.FirstSentAt?.UtcTicks,
            FirstSentAtProvider = entry.FirstSentAtProvider?.UtcTicks,
            LastSentAt = entry.LastSentAt?.UtcTicks,
            PurgedAt = entry.PurgedAt?.UtcTicks,
            RawStatus = Storable(entry.RawStatus),
            LastErrorCode = entry.LastErrorCode?.ToString(),
            LastProviderCode = Storable(entry.LastProviderCode),
            Owner = entry.Owner,
            LeaseHolder = entry.LeaseHolder,
            LeaseUntil = entry.LeaseUntil?.UtcTicks,
            ProviderOrderIds = JsonSerializer.Serialize(entry.ProviderOrderIds, Json.IReadOnlyListString),
            OrderIdHash = entry.ProviderOrderIds is [var main, ..]
                ? HashOf(entry.Identity.Provider, entry.Identity.Environment, main)
                : null,
            Credentials = JsonSerializer.Serialize(entry.Credentials, Json.IReadOnlyListString),
            Lines = JsonSerializer.Serialize(entry.Lines, Json.IReadOnlyListJournalLine),
            LookupCount = entry.LookupCount,
            Lookups = JsonSerializer.Serialize(entry.Lookups, Json.IReadOnlyListLookupEvidence),
            Decision = entry.Decision is { } decision ? JsonSerializer.Serialize(decision, Json.JournalDecision) : null,
        };

    /// <exception cref="OrderJournalException">A later version of the SDK, or somebody by hand, has written what this one cannot read.</exception>
    public static JournalEntry ToEntry(this OrderRow row)
    {
        try
        {
            return Read(row);
        }
        catch (Exception failure) when (failure is ArgumentException or JsonException)
        {
            throw JournalErrors.Unreadable(row.Reference, failure);
        }
    }

    /// <summary>What an order's id at its provider is found by.</summary>
    public static string HashOf(string provider, GiftCardEnvironment environment, string orderId) =>
        RowId.Of(provider, environment.ToString(), Storable(orderId)!);

    private static JournalEntry Read(OrderRow row) =>
        new()
        {
            Format = row.Format,
            Version = row.Version,
            Identity = new(row.Provider, Enum.Parse<GiftCardEnvironment>(row.Environment), row.Account, row.Operation, row.Reference),
            ProviderKey = row.ProviderKey,
            Fingerprint = row.Fingerprint,
            Lines = Parse(row.Lines, Json.IReadOnlyListJournalLine),
            Delivery = row.Delivery is { } delivery ? Enum.Parse<Delivery>(delivery) : null,
            State = Enum.Parse<OrderJournalState>(row.State),
            Reason = row.Reason,
            Attempt = row.Attempt,
            IsAmbiguous = row.IsAmbiguous,
            FirstSentAt = ToTime(row.FirstSentAt),
            FirstSentAtProvider = ToTime(row.FirstSentAtProvider),
            LastSentAt = ToTime(row.LastSentAt),
            ProviderOrderIds = Parse(row.ProviderOrderIds, Json.IReadOnlyListString),
            Credentials = Parse(row.Credentials, Json.IReadOnlyListString),
            RawStatus = row.RawStatus,
            LastErrorCode = row.LastErrorCode is { } code ? Enum.Parse<GiftCardErrorCode>(code) : null,
            LastProviderCode = row.LastProviderCode,
            Lookups = Parse(row.Lookups, Json.IReadOnlyListLookupEvidence),
            LookupCount = row.LookupCount,
            Owner = row.Owner,
            LeaseHolder = row.LeaseHolder,
            LeaseUntil = ToTime(row.LeaseUntil),
            Decision = row.Decision is { } decision ? Parse(decision, Json.JournalDecision) : null,
            CreatedAt = new(row.CreatedAt, TimeSpan.Zero),
            UpdatedAt = new(row.UpdatedAt, TimeSpan.Zero),
            PurgedAt = ToTime(row.PurgedAt),
        };

    private static T Parse<T>(string json, JsonTypeInfo<T> type) =>
        JsonSerializer.Deserialize(json, type) ?? throw new JsonException("A part of the entry is null.");

    private static DateTimeOffset? ToTime(long? ticks) => ticks is { } known ? new(known, TimeSpan.Zero) : null;

    /// <summary>A provider's words go into the database as they are, except for what some cannot hold: a purchase must be recorded all the same.</summary>
    private static string? Storable(string? text)
    {
        const char Replacement = '\uFFFD';
        return text is null ? null : string.Concat(text.EnumerateRunes()).Replace('\0', Replacement);
    }
}
