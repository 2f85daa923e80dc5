namespace GiftCardSdk.Testing.WireMock;

/// <summary>One request and its answer, as a provider documents them.</summary>
public sealed record DocumentedExample
{
    /// <summary>The provider, such as <c>huuray</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>What it is called, such as <c>order-create-sync</c>: its file is <c>Mappings/Huuray/order-create-sync.json</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What it shows, in words.</summary>
    public required string Title { get; init; }

    /// <summary>Where it is documented, and how sure it is.</summary>
    public required string Source { get; init; }

    /// <summary>The HTTP verb; null for an answer that any request may get, such as a 429.</summary>
    public required string? Method { get; init; }

    /// <summary>The path, from the host on; of an answer that any request may get, a pattern with <c>*</c>.</summary>
    public required string Path { get; init; }

    /// <summary>The JSON body of the request; null if it has none, or none that is JSON.</summary>
    public required string? RequestBody { get; init; }

    /// <summary>The HTTP status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>The body of the answer, word for word; empty if it has none.</summary>
    public required string Body { get; init; }

    /// <summary>Whether it is answered from the start; otherwise only after <see cref="GiftCardWireMock.Answer"/>.</summary>
    public required bool IsAnsweredFromTheStart { get; init; }
}
