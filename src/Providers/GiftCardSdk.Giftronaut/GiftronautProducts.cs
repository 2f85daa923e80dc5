using System.Runtime.CompilerServices;

namespace GiftCardSdk.Giftronaut;

/// <summary>Both catalogs, kept for as long as the options say: Giftronaut shows no product on its own, so one is found in the lists.</summary>
internal sealed class GiftronautProducts(IGiftronautApi api, GiftronautSettings settings, TimeProvider time)
{
    private readonly Lock _lock = new();
    private Shelf? _last;
    private bool _isOld;
    private Task<Shelf>? _flight;

    /// <summary>The products that are kept and not too old, or null.</summary>
    public Shelf? Kept =>
        Volatile.Read(ref _last) is { } last
        && !Volatile.Read(ref _isOld)
        && time.GetElapsedTime(last.ReadAt) < settings.Initial.CatalogCacheTime
            ? last
            : null;

    /// <summary>Which catalog a product was in when they were last read, however long ago: it does not move. Null if that is not known, or it was in both.</summary>
    public string? CardTypeOf(string productId) =>
        Volatile.Read(ref _last)?.Products[productId].ToArray() is [var only] ? only.CardType : null;

    /// <summary>All products as they are now. However many callers wait, the catalogs are read once.</summary>
    public Task<Shelf> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            _flight ??= Start();
            return _flight.WaitAsync(cancellationToken);
        }
    }

    /// <summary>What is kept has proved old, and is not used any more.</summary>
    public void Invalidate() => Volatile.Write(ref _isOld, true);

    /// <summary>One of the catalogs, page by page as it is needed.</summary>
    public async IAsyncEnumerable<GiftronautListing> ListAsync(
        string cardType,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        var rows = GiftronautPaging.RowsAsync(
            (page, size, token) => ReadPageAsync(cardType, page, size, token),
            product => product.ProductId,
            cardType == GiftronautWords.CardType.Choice
                ? GiftronautOperationNames.ListChoiceCards
                : GiftronautOperationNames.ListBrandedCards,
            cancellationToken
        );
        await foreach (var product in rows.ConfigureAwait(false))
        {
            yield return new(product, cardType);
        }
    }

    private Task<GiftronautPage<GiftronautProduct>> ReadPageAsync(string cardType, int page, int size, CancellationToken cancellationToken)
    {
        var query = settings.Assumptions.CatalogTakesPages ? new GiftronautCatalogQuery { Page = page, PageSize = size } : null;
        return cardType == GiftronautWords.CardType.Choice
            ? api.ListChoiceCardsAsync(query, cancellationToken)
            : api.ListBrandedCardsAsync(query, cancellationToken);
    }

    private Task<Shelf> Start()
    {
        // It serves every caller, so it carries nothing of the one who happened to be first.
        using var noFlow = ExecutionContext.IsFlowSuppressed() ? default : ExecutionContext.SuppressFlow();
        var flight = Task.Run(ReadAllAsync);
        _ = flight.ContinueWith(
            static failed => failed.Exception,
            CancellationToken.None,
            TaskContinuationOptions.OnlyOnFaulted | TaskContinuationOptions.ExecuteSynchronously,
            TaskScheduler.Default
        );
        return flight;
    }

    private async Task<Shelf> ReadAllAsync()
    {
        try
        {
            var readAt = time.GetTimestamp();
            var listings = new List<GiftronautListing>();
            foreach (var cardType in new[] { GiftronautWords.CardType.Branded, GiftronautWords.CardType.Choice })
            {
                await foreach (var listing in ListAsync(cardType, CancellationToken.None).ConfigureAwait(false))
                {
                    listings.Add(listing);
                }
            }

            var shelf = new Shelf(listings.ToLookup(listing => listing.Product.ProductId, StringComparer.Ordinal), readAt);
            Volatile.Write(ref _last, shelf);
            Volatile.Write(ref _isOld, false);
            return shelf;
        }
        finally
        {
            lock (_lock)
            {
                _flight = null;
            }
        }
    }

    /// <summary>The products by their ids; each stands once, or once in each catalog.</summary>
    internal sealed record Shelf(ILookup<string, GiftronautListing> Products, long ReadAt);
}

/// <summary>A product, and which catalog it is of: an order has to say, and the product does not.</summary>
internal sealed record GiftronautListing(GiftronautProduct Product, string CardType);
