namespace GiftCardSdk.Testing.WireMock;

/// <summary>One request and its answer, as a provider documents them.</summary>
public sealed record DocumentedExample
{
    /// <summary>The provider, such as <c>huuray</c>.</summary>
    public required string Provider { get; init; }

    /// <summary>The name of the example, such as <c>order-create-sync</c>. Its file is <c>Mappings/Huuray/order-create-sync.json</c>.</summary>
    public required string Name { get; init; }

    /// <summary>What the example shows, in words.</summary>
    public required string Title { get; init; }

    /// <summary>Where it is documented, and how certain it is: documented, inferred or assumed.</summary>
    public required string Source { get; init; }

    /// <summary>The HTTP verb; null for an example of every operation, such as <c>any-429</c>.</summary>
    public required string? Method { get; init; }

    /// <summary>The path, with its leading slash; a pattern with <c>*</c> for an example of every operation.</summary>
    public required string Path { get; init; }

    /// <summary>The JSON body of the request; null if there is no body, or one that is not JSON.</summary>
    public required string? RequestBody { get; init; }

    /// <summary>The HTTP status of the answer.</summary>
    public required int Status { get; init; }

    /// <summary>The body of the answer, word for word; empty if it has none.</summary>
    public required string Body { get; init; }

    /// <summary>Whether a server gives this answer from the start; otherwise only after <see cref="GiftCardWireMock.Answer"/>.</summary>
    public required bool IsAnsweredFromTheStart { get; init; }
}
