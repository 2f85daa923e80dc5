using System.Text.Json.Serialization;

namespace GiftCardSdk.Huuray;

/// <summary>A purchase order to be stored, for one order to name.</summary>
public sealed record HuurayFile
{
    /// <summary>The most bytes. Source: vendor's client; documented there.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The name of the file, without a path.</summary>
    public required string FileName { get; init; }

    /// <summary>The media type: <c>application/pdf</c> or that of a picture.</summary>
    public required string ContentType { get; init; }

    /// <summary>The file itself, at most <see cref="MaxBytes"/>.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>Type and size; a file name may be a person's.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"HuurayFile {{ {Secret.Mask}, ContentType = {ContentType}, {Content.Length} bytes }}";
}

/// <summary>A purchase order that was stored. An account may have five that no order has used yet; none can be listed or deleted.</summary>
public sealed record HuurayUpload : HuurayAnswer
{
    /// <summary>What an order names. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("Token")]
    public required string Token { get; init; }

    /// <summary>The name of the file. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("FileName")]
    public string? FileName { get; init; }

    /// <summary>What Huuray takes the file for. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("ContentType")]
    public string? ContentType { get; init; }

    /// <summary>Its size in bytes; null if it is not said. Source: vendor's clients; documented there.</summary>
    [JsonPropertyName("Size")]
    public long? Size { get; init; }

    /// <summary>The token and the type; a file name may be a person's.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"HuurayUpload {{ Token = {Token}, ContentType = {ContentType}, Size = {Size} }}";

    private protected override bool ShowsSomething => !string.IsNullOrWhiteSpace(Token);

    /// <summary>A file whose token is lost cannot be used.</summary>
    private protected override bool IsAnswer => ShowsSomething;
}
