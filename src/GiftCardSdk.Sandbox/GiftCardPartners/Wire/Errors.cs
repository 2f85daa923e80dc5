using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.GiftCardPartners.Wire;

/// <summary>An error; field errors stand under one of the two names, by path.</summary>
internal sealed record ErrorBody(string Message)
{
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }

    public IReadOnlyDictionary<string, string[]>? ModelState { get; init; }
}

/// <summary>An error as RFC 7807 has it, whose names are lower case whatever the others are.</summary>
internal sealed record ProblemBody(
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("status")] int Status,
    [property: JsonPropertyName("detail")] string Detail
)
{
    [JsonPropertyName("errors")]
    public IReadOnlyDictionary<string, string[]>? Errors { get; init; }
}

/// <summary>A conflict; the original order's id stands in one of the members, or in none.</summary>
internal sealed record ConflictBody(string Message)
{
    public IReadOnlyList<string>? PreviousOrderIds { get; init; }

    public string? PreviousOrderId { get; init; }

    public string? OrderId { get; init; }

    public string? Id { get; init; }

    public OrderPointer? Error { get; init; }

    public OrderPointer? Data { get; init; }
}

/// <summary>A conflict whose member of the plural name holds a text.</summary>
internal sealed record ConflictTextBody(string Message, string PreviousOrderIds);

/// <summary>The original order's id one level down.</summary>
internal sealed record OrderPointer(string OrderId);
