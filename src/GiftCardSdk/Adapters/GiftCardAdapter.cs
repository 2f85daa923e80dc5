using System.Runtime.CompilerServices;

namespace GiftCardSdk.Adapters;

/// <summary>
/// The driver side: translates between the neutral model and one provider's API for one account. It decides nothing about retries, journals,
/// logging or telemetry; the core does.
/// </summary>
/// <remarks>
/// Every member that is not overridden answers <see cref="GiftCardErrorCode.NotSupported"/>, so that a new operation breaks no adapter. Members
/// are called by many callers at once. They throw <see cref="GiftCardException"/> for whatever the provider refuses; any other exception after
/// a send counts as an unknown end. What <see cref="Capabilities"/> says is checked before a member is called.
/// </remarks>
public abstract class GiftCardAdapter
{
    /// <summary>The provider, in small letters, such as <c>giftbit</c>; the same for every account of it.</summary>
    public abstract string Provider { get; }

    /// <summary>What this account can do.</summary>
    public abstract Capabilities Capabilities { get; }

    /// <summary>Streams products. May filter by what the provider can filter; the core filters the rest.</summary>
    /// <param name="query">Which products.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The products.</returns>
    public virtual IAsyncEnumerable<Product> ListProductsAsync(CatalogQuery query, CancellationToken cancellationToken) =>
        throw NotSupported("list products");

    /// <summary>Reads one product, fresh.</summary>
    /// <param name="productId">The product's id.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The product.</returns>
    public virtual Task<Product> GetProductAsync(string productId, CancellationToken cancellationToken) =>
        throw NotSupported("read a product");

    /// <summary>Forgets what is kept of the catalog, readings under way included, so that the next look is a fresh one. Does nothing where nothing is kept.</summary>
    public virtual void ForgetProducts() { }

    /// <summary>What only this provider would find wrong with an order, beyond its shape; called before anything is journalled or sent.</summary>
    /// <param name="request">The order; it fits its shape.</param>
    /// <returns>Sentences that name the part and what would be right; no secret, no address. Empty if the order is fine.</returns>
    public virtual IEnumerable<string> FindMistakes(OrderRequest request) => [];

    /// <summary>Sends an order: exactly one create call. Never repeats it.</summary>
    /// <param name="submission">The order, with the key that the provider sees.</param>
    /// <param name="cancellationToken">Ends the waiting before the order is handed over; the deadline of the attempt afterwards.</param>
    /// <returns>The order as the provider accepted it. Identity fields (reference, account) are filled in by the core.</returns>
    public virtual Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
        throw NotSupported("place orders", GiftCardOutcome.NothingCreated);

    /// <summary>Reads an order by the provider's id.</summary>
    /// <param name="orderId">The provider's id.</param>
    /// <param name="detail">How much of the rewards.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The order. Throws <see cref="GiftCardErrorCode.NotFound"/> if there is none.</returns>
    public virtual Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
        throw NotSupported("read orders");

    /// <summary>Looks for an order by the key that the provider saw. An error is <see cref="OrderLookup.Inconclusive"/> or an exception, never "not found".</summary>
    /// <param name="query">What to look for, and since when it may exist.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>Found, not found, or inconclusive.</returns>
    public virtual Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
        throw NotSupported("find orders by reference");

    /// <summary>
    /// How many orders <see cref="FindOrdersAsync"/> looks for at about the cost of one; 1 by default. A provider whose orders can be found in a list
    /// alone says <see cref="int.MaxValue"/>: one reading of the list answers for all.
    /// </summary>
    public virtual int MaxOrdersPerLookup => 1;

    /// <summary>
    /// Looks for several orders at once, each by the rules of <see cref="FindOrderAsync"/>; overridden together with <see cref="MaxOrdersPerLookup"/>.
    /// A reading of a list begins after the call, goes back past the oldest first send, and answers for each order as soon as it can.
    /// </summary>
    /// <param name="queries">What to look for; at most <see cref="MaxOrdersPerLookup"/>, each with a key of its own.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The answers, in any order. A query without one, because the reading ended early or failed, counts as inconclusive.</returns>
    public virtual async IAsyncEnumerable<OrderLookupAnswer> FindOrdersAsync(
        IReadOnlyList<OrderLookupQuery> queries,
        [EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        ArgumentNullException.ThrowIfNull(queries);
        foreach (var query in queries)
        {
            yield return new(query.ProviderKey, await FindOrderAsync(query, cancellationToken).ConfigureAwait(false));
        }
    }

    /// <summary>Sends a reward to its recipient once more.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="rewardId">The reward; null for all.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The rewards that were sent again.</returns>
    public virtual Task<IReadOnlyList<Reward>> ResendAsync(string orderId, string? rewardId, CancellationToken cancellationToken) =>
        throw NotSupported("send rewards again");

    /// <summary>Takes a reward or an order back.</summary>
    /// <param name="orderId">The order.</param>
    /// <param name="rewardId">The reward; null for the whole order.</param>
    /// <param name="cancellationToken">Stops the waiting.</param>
    /// <returns>The rewards that were taken back.</returns>
    public virtual Task<IReadOnlyList<Reward>> CancelAsync(string orderId, string? rewardId, CancellationToken cancellationToken) =>
        throw NotSupported("take rewards back");

    /// <summary>Reads the balances.</summary>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>One balance a currency.</returns>
    public virtual Task<IReadOnlyList<Balance>> ListBalancesAsync(CancellationToken cancellationToken) =>
        throw NotSupported("show balances");

    /// <summary>
    /// Checks and reads a delivery of a webhook; for a provider that has them, together with <see cref="GiftCardFeature.Webhooks"/>. Says what is
    /// told, and asks nobody: the answer must be quick. What cannot be read is <see cref="WebhookReading.Unreadable"/>.
    /// </summary>
    /// <param name="delivery">The delivery, which checks its own signature.</param>
    /// <returns>What it says: events where it is verified, otherwise hints at most. No code, PIN, link or address in either.</returns>
    public virtual WebhookReading ReadWebhook(WebhookDelivery delivery) => throw NotSupported("receive webhooks");

    /// <summary>Reads what a <see cref="WebhookHint.Subject"/> of this adapter's own names; orders are read by the core.</summary>
    /// <param name="subject">The subject, as <see cref="ReadWebhook"/> gave it.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What it shows to have happened; empty if nothing. Throws <see cref="GiftCardErrorCode.NotFound"/> if there is no such thing.</returns>
    public virtual Task<IReadOnlyList<WebhookEvent>> ReadBackAsync(string subject, CancellationToken cancellationToken) =>
        throw NotSupported("read back what a webhook named");

    /// <summary>
    /// Streams the account's orders of a period, each once, as far as a list of the provider's shows them, without rewards. It may leave out only
    /// what is certainly not of the period; a list that breaks off ends with an exception, never early.
    /// </summary>
    /// <param name="period">When they were made, by the provider's clock.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The orders, in any order.</returns>
    public virtual IAsyncEnumerable<Order> ListOrdersAsync(TimePeriod period, CancellationToken cancellationToken) =>
        throw NotSupported("list orders");

    /// <summary>Streams the movements of the balances in a period, by the same rules as <see cref="ListOrdersAsync"/>.</summary>
    /// <param name="period">When they were made, by the provider's clock.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The movements, in any order.</returns>
    public virtual IAsyncEnumerable<BalanceMovement> ListMovementsAsync(TimePeriod period, CancellationToken cancellationToken) =>
        throw NotSupported("list the movements of balances");

    /// <summary>The provider's own interface, for what is not neutral.</summary>
    /// <param name="serviceType">The type asked for.</param>
    /// <returns>The service, or null.</returns>
    public virtual object? GetService(Type serviceType) => null;

    private GiftCardException NotSupported(string what, GiftCardOutcome outcome = GiftCardOutcome.NotAnOrder) =>
        new($"{Provider} cannot {what}; the account's Capabilities say so beforehand.", GiftCardErrorCode.NotSupported, outcome)
        {
            Provider = Provider,
        };
}
