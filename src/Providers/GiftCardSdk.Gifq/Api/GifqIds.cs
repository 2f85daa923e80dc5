using System.Text.Json;

namespace GiftCardSdk.Gifq;

/// <summary>What cannot be named cannot be asked about: an answer without an id is no answer.</summary>
internal static class GifqIds
{
    public static void Demand(string? id)
    {
        if (string.IsNullOrWhiteSpace(id))
        {
            throw new JsonException("The id is missing.");
        }
    }
}
