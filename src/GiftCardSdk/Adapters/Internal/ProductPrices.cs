using System.Collections.Concurrent;

namespace GiftCardSdk.Adapters.Internal;

/// <summary>
/// The products of one account, as their costs are asked for. A bound of one order wants them fresh; what limits count may be minutes old, so that
/// limits do not double the calls of an account.
/// </summary>
internal sealed class ProductPrices(GiftCardAdapter adapter, TimeProvider time)
{
    /// <summary>How old a price may be that limits count by.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(5);

    /// <summary>More products than a busy account sells at a time; beyond them reading begins anew.</summary>
    private const int Most = 1000;

    private readonly ConcurrentDictionary<string, (Product Product, long ReadAt)> _read = new(StringComparer.Ordinal);

    /// <summary>A product read now.</summary>
    public async ValueTask<Product> ReadAsync(string id, CancellationToken cancellationToken)
    {
        var begun = time.GetTimestamp();
        var product = await adapter.GetProductAsync(id, cancellationToken).ConfigureAwait(false);
        if (_read.Count >= Most)
        {
            _read.Clear();
        }

        _read[id] = (product, begun);
        return product;
    }

    /// <summary>A product read in the last minutes.</summary>
    public ValueTask<Product> GetAsync(string id, CancellationToken cancellationToken) =>
        _read.TryGetValue(id, out var known) && time.GetElapsedTime(known.ReadAt) < Life
            ? new(known.Product)
            : ReadAsync(id, cancellationToken);
}
