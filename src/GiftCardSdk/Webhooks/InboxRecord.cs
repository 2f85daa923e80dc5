using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Webhooks;

/// <summary>What is kept beside the orders: the kinds of the records, and the groups that say what is to become of them.</summary>
internal static class InboxRecord
{
    /// <summary>Events, for good or until they are forgotten.</summary>
    public const string Event = "webhook";

    /// <summary>What is to be read back, until it was.</summary>
    public const string Hint = "webhook-hint";

    /// <summary>Orders that are looked at.</summary>
    public const string Order = "webhook-order";

    /// <summary>Since when orders are looked at.</summary>
    public const string Start = "webhook-start";

    /// <summary>Something is still to be done.</summary>
    public const string Open = "open";

    /// <summary>Nothing is to be done; kept so that what is told again is known.</summary>
    public const string Done = "done";

    /// <summary>A person has to look at it.</summary>
    public const string Parked = "parked";

    /// <summary>A new record that is due at a time.</summary>
    public static JournalRecord New(string kind, string id, string body, DateTimeOffset now, DateTimeOffset? dueAt) =>
        new()
        {
            Kind = kind,
            Id = id,
            Group = Open,
            DueAt = dueAt,
            CreatedAt = now,
            UpdatedAt = now,
            Body = body,
        };

    /// <summary>What a record says.</summary>
    /// <exception cref="JsonException">It says nothing that this version has written, whatever is wrong with it.</exception>
    public static T Read<T>(JournalRecord record, JsonTypeInfo<T> type)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(record.Body, type) ?? throw new JsonException("There is nothing.");
        }
        catch (Exception failure)
            when (failure is ArgumentException or FormatException or InvalidOperationException or NotSupportedException)
        {
            throw new JsonException("A value cannot be one of ours.", failure);
        }
    }

    /// <summary>The same record with what it says now.</summary>
    public static JournalRecord Next(this JournalRecord record, string group, string body, DateTimeOffset now, DateTimeOffset? dueAt) =>
        record.Next(body, now, dueAt) with
        {
            Group = group,
        };
}

/// <summary>An event with the progress of its handlers.</summary>
internal sealed record InboxEvent
{
    public required GiftCardEvent Event { get; init; }

    public int Tries { get; init; }

    /// <summary>The handlers that are done with it, by name.</summary>
    public IReadOnlyList<string> Done { get; init; } = [];

    /// <summary>What the other handlers ended with last: types of exceptions.</summary>
    public IReadOnlyDictionary<string, string> Failures { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public static InboxEvent Read(JournalRecord record) => InboxRecord.Read(record, InboxJson.Default.InboxEvent);

    public string Write() => JsonSerializer.Serialize(this, InboxJson.Default.InboxEvent);
}

/// <summary>What is to be read back.</summary>
internal sealed record InboxHint
{
    public required string Account { get; init; }

    public string? OrderId { get; init; }

    public string? ProviderKey { get; init; }

    public string? Subject { get; init; }

    public int Tries { get; init; }

    public static InboxHint Read(JournalRecord record) => InboxRecord.Read(record, InboxJson.Default.InboxHint);

    public string Write() => JsonSerializer.Serialize(this, InboxJson.Default.InboxHint);
}

/// <summary>An order that is looked at.</summary>
internal sealed record TrackedOrder
{
    public required string Account { get; init; }

    public required string OrderId { get; init; }

    public required DateTimeOffset AcceptedAt { get; init; }

    /// <summary>When it was first seen final and with nothing on its way; null before.</summary>
    public DateTimeOffset? ArrivedAt { get; init; }

    public int Looks { get; init; }

    public static TrackedOrder Read(JournalRecord record) => InboxRecord.Read(record, InboxJson.Default.TrackedOrder);

    public string Write() => JsonSerializer.Serialize(this, InboxJson.Default.TrackedOrder);
}

[JsonSourceGenerationOptions(
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(InboxEvent))]
[JsonSerializable(typeof(InboxHint))]
[JsonSerializable(typeof(TrackedOrder))]
internal sealed partial class InboxJson : JsonSerializerContext;
