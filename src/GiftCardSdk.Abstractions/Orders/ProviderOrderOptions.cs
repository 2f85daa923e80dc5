namespace GiftCardSdk;

/// <summary>Settings of one provider for one order; each adapter has its own, such as <c>GiftbitOrderOptions</c>.</summary>
public abstract record ProviderOrderOptions
{
    /// <summary>The provider that these settings are for, in the form of <see cref="IGiftCardAccount.Provider"/>. An order with settings for another provider is refused.</summary>
    public abstract string Provider { get; }
}
