using GiftCardSdk.Adapters;

namespace GiftCardSdk.Tests.Accounts;

/// <summary>An adapter that answers each status read with the next line of a script; the last line stands forever.</summary>
internal sealed class ScriptedAdapter(params Func<RewardDetail, Order>[] script) : GiftCardAdapter
{
    private readonly Queue<Func<RewardDetail, Order>> _script = new(script);

    public List<RewardDetail> Looks { get; } = [];

    public List<Product> Products { get; } = [];

    /// <summary>From this status read on, counted from 1, none is answered.</summary>
    public int HangsFromLook { get; init; } = int.MaxValue;

    public OrderLookup Lookup { get; set; } = new OrderLookup.NotFound();

    public GiftCardException? LookupFailure { get; set; }

    public override string Provider => "scripted";

    public override Capabilities Capabilities { get; } =
        new()
        {
            Features = new HashSet<GiftCardFeature> { GiftCardFeature.Status, GiftCardFeature.Catalog, GiftCardFeature.FindByReference },
        };

    public static Order An(OrderStatus status, params Reward[] rewards) =>
        new()
        {
            Id = "o-1",
            Provider = "?",
            Account = "?",
            Status = status,
            Rewards = rewards,
        };

    public override async Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken)
    {
        Looks.Add(detail);
        if (Looks.Count >= HangsFromLook)
        {
            await new TaskCompletionSource().Task.WaitAsync(cancellationToken);
        }

        return (_script.Count > 1 ? _script.Dequeue() : _script.Peek())(detail);
    }

    public override Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken) =>
        LookupFailure is { } failure ? Task.FromException<OrderLookup>(failure) : Task.FromResult(Lookup);

    public override async IAsyncEnumerable<Product> ListProductsAsync(
        CatalogQuery query,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken
    )
    {
        foreach (var product in Products)
        {
            await Task.Yield();
            cancellationToken.ThrowIfCancellationRequested();
            yield return product;
        }
    }
}
