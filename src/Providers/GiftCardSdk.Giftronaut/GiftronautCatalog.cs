using System.Runtime.CompilerServices;

namespace GiftCardSdk.Giftronaut;

/// <summary>Both catalogs in neutral words.</summary>
internal sealed class GiftronautCatalog(GiftronautProducts products, GiftronautSettings settings)
{
    public async IAsyncEnumerable<Product> ListAsync(ProductKind? kind, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var cardType in CardTypesOf(kind))
        {
            await foreach (var listing in products.ListAsync(cardType, cancellationToken).ConfigureAwait(false))
            {
                yield return GiftronautProductMapping.Of(listing);
            }
        }
    }

    public async Task<Product> GetAsync(string productId, CancellationToken cancellationToken)
    {
        var shelf = await products.ReadAsync(cancellationToken).ConfigureAwait(false);
        return shelf.Products[productId].FirstOrDefault() is { } listing
            ? GiftronautProductMapping.Of(listing)
            : throw settings.Refuse(
                GiftCardErrorCode.ProductUnavailable,
                $"Giftronaut's catalogs have no product '{productId}' for this account now.",
                GiftronautOperationNames.ListBrandedCards
            );
    }

    private static string[] CardTypesOf(ProductKind? kind) =>
        [
            .. kind is null || kind == ProductKind.Branded ? [GiftronautWords.CardType.Branded] : Array.Empty<string>(),
            .. kind is null || kind == ProductKind.Choice ? [GiftronautWords.CardType.Choice] : Array.Empty<string>(),
        ];
}
