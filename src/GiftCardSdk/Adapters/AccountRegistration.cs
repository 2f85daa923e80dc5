namespace GiftCardSdk.Adapters;

/// <summary>How an account is made; what an adapter's <c>Add…</c> method hands to the builder.</summary>
/// <param name="Name">The name, unique over all providers.</param>
/// <param name="Provider">The provider, in small letters.</param>
/// <param name="Environment">Reads play money or real money from the account's options.</param>
/// <param name="CreateAdapter">Makes the adapter; called once, on first use. Reads and validates the account's options.</param>
public sealed record AccountRegistration(
    string Name,
    string Provider,
    Func<IServiceProvider, GiftCardEnvironment> Environment,
    Func<AdapterContext, GiftCardAdapter> CreateAdapter
)
{
    /// <summary>
    /// Reads the account's stable id in the order journal from its options; null stands for the name. A reference is one order per account and
    /// forever, so whoever renames an account keeps its id, or moves its entries with <see cref="IGiftCardJournal.RenameAccountAsync"/>.
    /// </summary>
    public Func<IServiceProvider, string?> JournalId { get; init; } = static _ => null;

    /// <summary>Reads how webhooks of the account are told from forged ones, anew for every delivery; null if it takes none.</summary>
    public Func<IServiceProvider, WebhookOptions?> Webhooks { get; init; } = static _ => null;
}
