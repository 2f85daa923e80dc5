using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Huuray.Wire;

/// <summary>What every body carries, good or bad: the HTTP status once more, and its words twice.</summary>
internal abstract record Envelope
{
    [JsonPropertyOrder(1)]
    public int Status { get; init; } = 200;

    [JsonPropertyOrder(2)]
    public string? Message { get; init; } = "OK";

    [JsonPropertyOrder(3)]
    public string? StatusMessage { get; init; } = "OK";
}

/// <summary>A refusal is the bare envelope.</summary>
internal sealed record RefusalBody : Envelope;

/// <summary>The web framework's own complaint about a malformed body: lower-case names, no envelope.</summary>
internal sealed record MalformedBody(
    [property: JsonPropertyName("title")] string Title,
    [property: JsonPropertyName("status")] int Status,
    [property: JsonPropertyName("errors")] IReadOnlyDictionary<string, IReadOnlyList<string>> Errors
);
