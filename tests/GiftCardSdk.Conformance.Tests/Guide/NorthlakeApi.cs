using System.Text.Json.Serialization;
using GiftCardSdk.Http;
using GiftCardSdk.Http.Clients;
using Refit;

namespace Northlake;

/// <summary>A card in the catalog. Amounts are in the smallest unit of the currency.</summary>
internal sealed record NorthlakeCard(string Sku, string Brand, string Currency, long Min, long Max, IReadOnlyList<string> Countries);

/// <summary>One page of the catalog.</summary>
internal sealed record NorthlakeCards([property: WireStrict] IReadOnlyList<NorthlakeCard?> Cards, int? Next);

/// <summary>What is sent to buy.</summary>
internal sealed record NorthlakeNewOrder(
    string Key,
    string Sku,
    long Amount,
    string Currency,
    int Quantity,
    string? Email,
    string? Text,
    string? Sender
);

/// <summary>An order. Its codes and PINs are bearer money, so it does not print them.</summary>
internal sealed record NorthlakeOrder(
    string Id,
    string Key,
    [property: WireStrict] string? State,
    string Sku,
    long Amount,
    string Currency,
    int Quantity,
    [property: WireStrict(EveryRow = true)] IReadOnlyList<string>? Codes,
    [property: WireStrict(EveryRow = true)] IReadOnlyList<string>? Pins
)
{
    public override string ToString() => $"NorthlakeOrder {{ Id = {Id}, State = {State} }}";
}

/// <summary>The orders of a key, one or none; or a page of all orders, the oldest first.</summary>
internal sealed record NorthlakeOrders([property: WireStrict(EveryRow = true)] IReadOnlyList<NorthlakeOrder> Orders);

/// <summary>What the account holds in one currency.</summary>
internal sealed record NorthlakeBalance(string Currency, long Amount);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    RespectRequiredConstructorParameters = true,
    Converters = [typeof(WireTextConverter)]
)]
[JsonSerializable(typeof(NorthlakeCards))]
[JsonSerializable(typeof(NorthlakeNewOrder))]
[JsonSerializable(typeof(NorthlakeOrder))]
[JsonSerializable(typeof(NorthlakeOrders))]
[JsonSerializable(typeof(IReadOnlyList<NorthlakeBalance?>))]
internal sealed partial class NorthlakeJson : JsonSerializerContext;

/// <summary>Northlake's API: a verb, a path and a word on what each call does there.</summary>
internal interface INorthlakeApi
{
    [Get("/v1/cards")]
    [Operation("cards.list", OperationKind.Read)]
    Task<NorthlakeCards> ListCardsAsync([Query] int page, CancellationToken cancellationToken);

    [Post("/v1/orders")]
    [Operation("orders.create", OperationKind.Create, KnowsKey = true)]
    Task<NorthlakeOrder> CreateOrderAsync([Body] NorthlakeNewOrder order, CancellationToken cancellationToken);

    [Get("/v1/orders/{id}")]
    [Operation("orders.get", OperationKind.Read)]
    Task<NorthlakeOrder> GetOrderAsync(string id, CancellationToken cancellationToken);

    [Get("/v1/orders")]
    [Operation("orders.find", OperationKind.Read)]
    Task<NorthlakeOrders> FindOrderAsync([Query] string key, CancellationToken cancellationToken);

    [Get("/v1/orders")]
    [Operation("orders.list", OperationKind.Read)]
    Task<NorthlakeOrders> ListOrdersAsync([Query] int page, CancellationToken cancellationToken);

    [Get("/v1/balances")]
    [Operation("balances.list", OperationKind.Read)]
    Task<IReadOnlyList<NorthlakeBalance?>> ListBalancesAsync(CancellationToken cancellationToken);
}
