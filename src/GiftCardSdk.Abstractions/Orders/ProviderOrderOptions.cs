namespace GiftCardSdk;

/// <summary>Settings of one provider for one order; each adapter has its own, such as <c>GiftbitOrderOptions</c>.</summary>
public abstract record ProviderOrderOptions
{
    /// <summary>The provider that these settings are for, in the form of <see cref="IGiftCardAccount.Provider"/>. An order with settings for another provider is refused.</summary>
    public abstract string Provider { get; }

    /// <summary>
    /// What of these settings chooses what is bought, as names and values in a fixed order: the same reference with other content is refused. Only a
    /// keyed hash of it is kept. Leave out what a retry computes anew (texts, dates, looks). Members with a null value are passed over, so that a
    /// setting that is not used, and one that a later version adds, changes nothing.
    /// </summary>
    /// <param name="request">The order that carries these settings.</param>
    /// <returns>The names and values; none where the settings choose nothing.</returns>
    public virtual IEnumerable<(string Name, string? Value)> ContentOf(OrderRequest request) => [];

    /// <summary>The texts among the settings, which the core checks as it does those of the order: whether they can be delivered.</summary>
    /// <returns>Each text with its name; none by default.</returns>
    protected internal virtual IEnumerable<OrderText> Texts() => [];
}
