using System.Text.Json.Serialization;

namespace GiftCardSdk.Planning;

/// <summary>Which account a reference went to, and as what, as it is kept beside the journal. Nothing of it names a person.</summary>
internal sealed record Plan
{
    public required string Provider { get; init; }

    /// <summary>The account's id in the journal, which outlives its name.</summary>
    public required string JournalId { get; init; }

    public required string ProductId { get; init; }

    public required Money FaceValue { get; init; }

    public required Delivery Delivery { get; init; }

    public string? Country { get; init; }

    /// <summary>What it cost when the account was chosen, so that the caller's order is made of the same proposal again; null if that was not known.</summary>
    public Money? Cost { get; init; }

    public bool IsAt(OrderIdentity identity) => Provider == identity.Provider && JournalId == identity.Account;
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UseStringEnumConverter = true
)]
[JsonSerializable(typeof(Plan))]
internal sealed partial class PlanJsonContext : JsonSerializerContext;
