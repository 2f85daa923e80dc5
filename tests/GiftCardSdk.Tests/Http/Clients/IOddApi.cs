using GiftCardSdk.Http.Clients;
using Refit;

namespace GiftCardSdk.Tests.Http.Clients;

/// <summary>Arguments of every type that has a text.</summary>
internal interface IOddApi
{
    [Post("/things")]
    [Operation("thing.post", OperationKind.Create)]
    Task<Thing> PostAsync([Body] Thing? thing = null, CancellationToken cancellationToken = default);

    [Get("/things/{day}/{isOpen}")]
    [Operation("thing.get", OperationKind.Read)]
    Task<Thing> GetAsync(DateOnly day, bool isOpen, CancellationToken cancellationToken = default);

    [Get("/things")]
    [Operation("thing.list", OperationKind.Read)]
    Task<Thing> ListAsync(
        [Query] decimal price,
        [Query] DateTime at,
        [Query] int offset,
        [Query(CollectionFormat.Multi)] string[] words,
        CancellationToken cancellationToken = default
    );

    [Get("/things")]
    [Operation("thing.search", OperationKind.Read)]
    Task<Thing> SearchAsync([Query] OddQuery query, CancellationToken cancellationToken = default);

    [Get("/headers")]
    [Operation("thing.read", OperationKind.Read)]
    Task<Thing> ReadAsync(
        [Header("X-Price")] decimal price,
        [Header("X-Open")] bool isOpen,
        [Header("X-Proof")] Secret proof,
        CancellationToken cancellationToken = default
    );
}

/// <summary>Arguments of a query as one, a list among them.</summary>
internal sealed record OddQuery
{
    [AliasAs("words")]
    public string[]? Words { get; init; }
}
