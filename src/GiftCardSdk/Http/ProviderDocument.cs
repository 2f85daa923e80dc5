namespace GiftCardSdk.Http;

/// <summary>An answer that is no JSON, such as a PDF, or an answer without a body.</summary>
/// <param name="Bytes">The bytes; empty if the answer had no body.</param>
/// <param name="MediaType">The media type; null if none was given.</param>
/// <param name="FileName">The file name that the provider suggests, as it stands there; null if it suggests none. Not safe as a path.</param>
public sealed record ProviderDocument(ReadOnlyMemory<byte> Bytes, string? MediaType, string? FileName)
{
    /// <summary>Size and type alone: a document may hold codes.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"ProviderDocument {{ {Bytes.Length} bytes, MediaType = {MediaType} }}";
}
