using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Caching.Hybrid;

namespace GiftCardSdk.Catalog;

/// <summary>Products as JSON, for a distributed cache. What cannot be read there is read from the provider: it is a copy, and never a reason to fail.</summary>
internal sealed class KeptCatalogSerializer : IHybridCacheSerializer<KeptCatalog>
{
    public KeptCatalog Deserialize(ReadOnlySequence<byte> source)
    {
        try
        {
            var reader = new Utf8JsonReader(source);
            return JsonSerializer.Deserialize(ref reader, CatalogJsonContext.Default.StoredCatalog) is { } stored
                ? new(stored.ReadAt, [.. stored.Products.Select(product => product.ToProduct())])
                : KeptCatalog.Unreadable;
        }
        catch (Exception)
        {
            // Whatever another program, or another version of this one, has left under the key.
            return KeptCatalog.Unreadable;
        }
    }

    public void Serialize(KeptCatalog value, IBufferWriter<byte> target)
    {
        ArgumentNullException.ThrowIfNull(value);
        using var writer = new Utf8JsonWriter(target);
        var stored = new StoredCatalog(value.ReadAt, [.. value.Products.Select(StoredProduct.Of)]);
        JsonSerializer.Serialize(writer, stored, CatalogJsonContext.Default.StoredCatalog);
    }
}
