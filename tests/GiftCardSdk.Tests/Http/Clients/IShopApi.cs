using GiftCardSdk.Http;
using GiftCardSdk.Http.Clients;
using Refit;

namespace GiftCardSdk.Tests.Http.Clients;

/// <summary>A made-up provider's interface with every form of argument and answer.</summary>
internal interface IShopApi
{
    [Get("/things/{id}")]
    [Operation("thing.get", OperationKind.Read)]
    Task<Thing> GetAsync(string id, CancellationToken cancellationToken = default);

    [Get("/claims/{token}")]
    [Operation("claim.get", OperationKind.Read)]
    Task<Thing> GetClaimAsync(Secret token, [Query] string? proof = null, CancellationToken cancellationToken = default);

    [Get("/things")]
    [Operation("thing.list", OperationKind.Read)]
    Task<Thing> ListAsync(
        [Query] string word,
        [Query, AliasAs("page_size")] int? pageSize = null,
        [Query] bool? open = null,
        [Query] DateTimeOffset? since = null,
        CancellationToken cancellationToken = default
    );

    [Get("/things")]
    [Operation("thing.search", OperationKind.Read)]
    Task<Thing> SearchAsync([Query] ShopQuery query, CancellationToken cancellationToken = default);

    [Post("/orders")]
    [Operation("order.create", OperationKind.Create, KnowsKey = true)]
    Task<Thing> CreateAsync([Body] Thing order, [Header("X-Key")] string? key = null, CancellationToken cancellationToken = default);

    [Put("/things/{id}/state")]
    [Operation("thing.touch", OperationKind.Change)]
    Task TouchAsync(string id, CancellationToken cancellationToken = default);

    [Get("/files/{id}")]
    [Operation("file.get", OperationKind.Read, Answer = typeof(ProviderDocument), Accept = "application/pdf")]
    Task<ProviderDocument> GetFileAsync(int id, CancellationToken cancellationToken = default);

    [Get("/names")]
    [Operation("name.get", OperationKind.Read, Answer = typeof(Thing))]
    Task<string?[]?> GetNamesAsync([Property] ShopMood? mood = null, CancellationToken cancellationToken = default);

    async Task<Thing> TouchAndGetAsync(string id, CancellationToken cancellationToken = default)
    {
        await TouchAsync(id, cancellationToken);
        return await GetAsync(id, cancellationToken);
    }
}

/// <summary>Arguments of a query as one.</summary>
internal sealed record ShopQuery
{
    [AliasAs("page_size")]
    public int? PageSize { get; init; }

    [AliasAs("in stock")]
    public bool? InStock { get; init; }

    [AliasAs("word")]
    public string? Word { get; init; }
}

/// <summary>What only the rules look at.</summary>
internal enum ShopMood
{
    Calm,
    Strange,
}
