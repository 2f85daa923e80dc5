using System.Text.Json.Serialization;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>The parts of an entry that are lists or records of their own, as JSON in a column of text.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(IReadOnlyList<string>))]
[JsonSerializable(typeof(IReadOnlyList<JournalLine>))]
[JsonSerializable(typeof(IReadOnlyList<LookupEvidence>))]
[JsonSerializable(typeof(JournalDecision))]
internal sealed partial class JournalJsonContext : JsonSerializerContext;
