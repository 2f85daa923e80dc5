using System.Text.Json.Serialization;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>What of an entry is in no column of its own: nothing is searched by it. Members that are empty are not written.</summary>
internal sealed record EntryDetails
{
    public int Format { get; init; } = JournalEntry.CurrentFormat;

    public IReadOnlyList<JournalLine>? Lines { get; init; }

    public Delivery? Delivery { get; init; }

    public DateTimeOffset? FirstSentAtProvider { get; init; }

    /// <summary>The provider's ids of the order, exactly as it gave them.</summary>
    public IReadOnlyList<string>? OrderIds { get; init; }

    public string? RawStatus { get; init; }

    public GiftCardErrorCode? LastErrorCode { get; init; }

    public string? LastProviderCode { get; init; }

    public IReadOnlyList<LookupEvidence>? Lookups { get; init; }

    public int? LookupCount { get; init; }

    public JournalDecision? Decision { get; init; }

    public IReadOnlyList<string>? Credentials { get; init; }

    public string? MovedTo { get; init; }
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(EntryDetails))]
internal sealed partial class JournalJsonContext : JsonSerializerContext;
