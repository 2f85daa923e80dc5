using System.Globalization;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

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

/// <summary>The orders of a key: one or none.</summary>
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

/// <summary>Paths and types of each operation; everything else happens behind <see cref="ProviderHttpClient"/>.</summary>
internal sealed class NorthlakeApi(ProviderHttpClient http)
{
    public static readonly ProviderOperation ListCards = ProviderOperation.Read("cards.list");
    public static readonly ProviderOperation CreateOrder = ProviderOperation.Create("orders.create", RetrySafety.SafeWithKey);
    public static readonly ProviderOperation GetOrder = ProviderOperation.Read("orders.get");
    public static readonly ProviderOperation FindOrder = ProviderOperation.Read("orders.find");
    public static readonly ProviderOperation ListBalances = ProviderOperation.Read("balances.list");

    public async Task<NorthlakeCards> ListCardsAsync(int page, CancellationToken cancellationToken)
    {
        var path = ProviderPath.WithQuery("v1/cards", ("page", page.ToString(CultureInfo.InvariantCulture)));
        return (await http.SendAsync(ListCards, path, NorthlakeJson.Default.NorthlakeCards, cancellationToken: cancellationToken)).Body;
    }

    public async Task<NorthlakeOrder> CreateOrderAsync(NorthlakeNewOrder order, CancellationToken cancellationToken)
    {
        var body = ProviderBody.Json(order, NorthlakeJson.Default.NorthlakeNewOrder);
        return (
            await http.SendAsync(CreateOrder, "v1/orders", NorthlakeJson.Default.NorthlakeOrder, body, cancellationToken: cancellationToken)
        ).Body;
    }

    public async Task<NorthlakeOrder> GetOrderAsync(string id, CancellationToken cancellationToken)
    {
        var path = "v1/orders/" + ProviderPath.Segment(id);
        return (await http.SendAsync(GetOrder, path, NorthlakeJson.Default.NorthlakeOrder, cancellationToken: cancellationToken)).Body;
    }

    public async Task<NorthlakeOrders> FindOrderAsync(string key, CancellationToken cancellationToken)
    {
        var path = ProviderPath.WithQuery("v1/orders", ("key", key));
        return (await http.SendAsync(FindOrder, path, NorthlakeJson.Default.NorthlakeOrders, cancellationToken: cancellationToken)).Body;
    }

    public async Task<IReadOnlyList<NorthlakeBalance?>> ListBalancesAsync(CancellationToken cancellationToken) =>
        (
            await http.SendAsync(
                ListBalances,
                "v1/balances",
                NorthlakeJson.Default.IReadOnlyListNorthlakeBalance,
                cancellationToken: cancellationToken
            )
        ).Body;
}
