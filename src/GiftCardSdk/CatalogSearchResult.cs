namespace GiftCardSdk;

/// <summary>What a search over several accounts came to.</summary>
/// <param name="Offers">
/// The offers that match: by currency, then the cheapest first by cost where a face value was asked for, else by discount; unknown comes after
/// known. Equals stand by brand, account and product, so that the same catalogs always give the same order.
/// </param>
/// <param name="Failures">The accounts that could not be searched, by name; their offers are missing.</param>
public sealed record CatalogSearchResult(IReadOnlyList<FoundOffer> Offers, IReadOnlyList<CatalogFailure> Failures);

/// <summary>One offer of one account.</summary>
/// <param name="Account">The name of the account that sells it.</param>
/// <param name="Product">The product, with those of its offers that match.</param>
/// <param name="Offer">The offer.</param>
/// <param name="Cost">
/// What one card of the face value that was asked for costs the account (<see cref="Offer.CostOf"/>); null if that is not known, or no face value
/// was asked for.
/// </param>
public sealed record FoundOffer(string Account, Product Product, Offer Offer, Money? Cost);

/// <summary>An account that could not be searched.</summary>
/// <param name="Account">The name of the account.</param>
/// <param name="Error">Why: a <see cref="GiftCardException"/> of its provider, or what is wrong with its options.</param>
public sealed record CatalogFailure(string Account, Exception Error);
