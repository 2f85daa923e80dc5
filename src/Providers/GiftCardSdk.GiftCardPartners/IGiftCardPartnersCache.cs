namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// What hardly ever changes at the provider, kept in memory as it asks (<see cref="GiftCardPartnersOptions.CacheTime"/>): the lists that orders
/// refer to, and the products behind <see cref="IGiftCardAccount.Catalog"/>. From <c>account.GetService&lt;IGiftCardPartnersCache&gt;()</c>. Safe
/// for use by many callers at once.
/// </summary>
public interface IGiftCardPartnersCache
{
    /// <summary>The ways of posting a card.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>All of them, perhaps as they were some days ago.</returns>
    /// <exception cref="GiftCardException">They are not kept and the provider could not be read.</exception>
    Task<IReadOnlyList<GiftCardPartnersShippingMethod>> ListShippingMethodsAsync(CancellationToken cancellationToken = default);

    /// <summary>The printed holders that cards are posted in.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>All of them, perhaps as they were some days ago.</returns>
    /// <exception cref="GiftCardException">They are not kept and the provider could not be read.</exception>
    Task<IReadOnlyList<GiftCardPartnersCarrier>> ListCarriersAsync(CancellationToken cancellationToken = default);

    /// <summary>The looks that messages and claim pages may have.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>All of them, perhaps as they were some days ago.</returns>
    /// <exception cref="GiftCardException">They are not kept and the provider could not be read.</exception>
    Task<IReadOnlyList<GiftCardPartnersBranding>> ListBrandingsAsync(CancellationToken cancellationToken = default);

    /// <summary>The departments of the account.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>All of them, perhaps as they were some days ago.</returns>
    /// <exception cref="GiftCardException">They are not kept and the provider could not be read.</exception>
    Task<IReadOnlyList<GiftCardPartnersDepartment>> ListDepartmentsAsync(CancellationToken cancellationToken = default);

    /// <summary>Forgets everything, products included, so that the next look is a fresh one: for when the account manager has announced a change.</summary>
    void Invalidate();
}
