using System.Collections.Concurrent;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using GiftCardSdk.Conformance;

namespace Northlake.Tests;

/// <summary>A Northlake of our own: it sells, remembers keys and shows what it has, as the provider's documents say. It shares nothing with the adapter.</summary>
internal sealed class NorthlakeStandIn(ConformanceClock clock) : HttpMessageHandler
{
    private const int PageSize = 2;
    private static readonly TimeSpan MakesFor = TimeSpan.FromSeconds(2);

    private readonly ConcurrentDictionary<string, Sold> _byKey = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, long> _funds = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> _gone = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<ConformanceSale> _ledger = new();
    private readonly Lock _gate = new();

    public static IReadOnlyList<string> Skus { get; } = ["tea-eur", "tea-usd", "tea-jpy", "tea-kwd", "tea-gbp"];

    /// <summary>The one token that is taken.</summary>
    public string Token { get; private set; } = "stand-in-token-1";

    public IReadOnlyList<ConformanceSale> Ledger => [.. _ledger];

    public void ReplaceToken() => Token = "stand-in-token-2";

    public void Fund(string currency, long amount) => _funds[currency] = amount;

    public void Withdraw(string sku) => _gone[sku] = true;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        // A server reads the whole request before it acts.
        var text = request.Content is { } content ? await content.ReadAsStringAsync(cancellationToken) : "";
        if (request.Headers.Authorization?.Parameter != Token)
        {
            return Answer(HttpStatusCode.Unauthorized, """{"error":"bad_token"}""");
        }

        var body = text.Length > 0 ? JsonDocument.Parse(text).RootElement : default;
        var query = Uri.UnescapeDataString(request.RequestUri!.Query.TrimStart('?')).Split('=', 2);
        return (request.Method.Method, request.RequestUri.AbsolutePath) switch
        {
            ("GET", "/v1/cards") => Answer(HttpStatusCode.OK, Cards(int.Parse(query[1], CultureInfo.InvariantCulture))),
            ("POST", "/v1/orders") => Sell(body),
            ("GET", "/v1/orders") when query[0] == "page" => Answer(
                HttpStatusCode.OK,
                Orders(int.Parse(query[1], CultureInfo.InvariantCulture))
            ),
            ("GET", "/v1/orders") => Answer(
                HttpStatusCode.OK,
                $$"""{"orders":[{{(_byKey.TryGetValue(query[1], out var sold) ? Show(sold) : "")}}]}"""
            ),
            ("GET", "/v1/balances") => Answer(HttpStatusCode.OK, $"[{string.Join(',', _funds.Select(Balance))}]"),
            ("GET", var path) => _byKey.Values.FirstOrDefault(order => path == "/v1/orders/" + order.Id) is { } one
                ? Answer(HttpStatusCode.OK, Show(one))
                : Answer(HttpStatusCode.NotFound, """{"error":"no_such_order"}"""),
            _ => Answer(HttpStatusCode.NotFound, "no such page"),
        };
    }

    private HttpResponseMessage Sell(JsonElement body)
    {
        var order = new Sold(
            body.GetProperty("key").GetString()!,
            body.GetProperty("sku").GetString()!,
            body.GetProperty("amount").GetInt64(),
            body.GetProperty("currency").GetString()!,
            body.GetProperty("quantity").GetInt32(),
            body.GetProperty("email").GetString(),
            clock.GetUtcNow()
        );
        lock (_gate)
        {
            if (_byKey.TryGetValue(order.Key, out var earlier))
            {
                return earlier.Sku == order.Sku && earlier.Amount == order.Amount && earlier.Quantity == order.Quantity
                    ? Answer(HttpStatusCode.OK, Show(earlier))
                    : Answer(HttpStatusCode.Conflict, """{"error":"key_taken"}""");
            }

            if (!Skus.Contains(order.Sku, StringComparer.Ordinal) || _gone.ContainsKey(order.Sku))
            {
                return Answer(HttpStatusCode.UnprocessableEntity, """{"error":"out_of_stock"}""");
            }

            var cost = order.Amount * order.Quantity;
            if (_funds.TryGetValue(order.Currency, out var funds) && funds < cost)
            {
                return Answer(HttpStatusCode.PaymentRequired, """{"error":"no_funds"}""");
            }

            _funds.AddOrUpdate(order.Currency, 1_000_000 - cost, (_, held) => held - cost);
            order = order with { Id = $"nl{_byKey.Count + 1}" };
            _byKey[order.Key] = order;
            var sale = new ConformanceSale(order.Key, order.Id, order.Quantity, Money.FromMinorUnits(cost, order.Currency))
            {
                Issued = [.. Enumerable.Range(1, order.Quantity).Select(card => CardOf(order, card))],
            };
            _ledger.Enqueue(sale);
            return Answer(HttpStatusCode.Created, Show(order));
        }
    }

    /// <summary>A card as the books have it: what was sold, to whom, with which code.</summary>
    private static ConformanceCard CardOf(Sold order, int card) =>
        new(order.Sku, Money.FromMinorUnits(order.Amount, order.Currency))
        {
            Recipient = order.Email is null ? null : new() { Email = order.Email },
            Code = order.Email is null ? new Secret(CodeOf(order, card)) : null,
            Pin = order.Email is null ? new Secret(PinOf(order, card)) : null,
        };

    private static string CodeOf(Sold order, int card) => $"NORTH-{order.Id}-{card}";

    private static string PinOf(Sold order, int card) => $"PIN-{order.Id}-{card}";

    private string Show(Sold order)
    {
        var isDone = clock.GetUtcNow() >= order.At + MakesFor;
        var cards = Enumerable.Range(1, isDone && order.Email is null ? order.Quantity : 0).ToList();
        var codes = string.Join(',', cards.Select(card => $"\"{CodeOf(order, card)}\""));
        var pins = string.Join(',', cards.Select(card => $"\"{PinOf(order, card)}\""));
        return $$"""
            {"id":"{{order.Id}}","key":"{{order.Key}}","state":"{{(isDone ? "done" : "making")}}","sku":"{{order.Sku}}",
             "amount":{{order.Amount}},"currency":"{{order.Currency}}","quantity":{{order.Quantity}},
             "codes":{{(cards.Count > 0 ? $"[{codes}]" : "null")}},"pins":{{(cards.Count > 0 ? $"[{pins}]" : "null")}}}
            """;
    }

    private static string Cards(int page)
    {
        var cards = Skus.Skip((page - 1) * PageSize).Take(PageSize).Select(Card);
        var next = page * PageSize < Skus.Count ? (page + 1).ToString(CultureInfo.InvariantCulture) : "null";
        return $$"""{"cards":[{{string.Join(',', cards)}}],"next":{{next}}}""";
    }

    private string Orders(int page) =>
        $$"""{"orders":[{{string.Join(',', _ledger.Skip((page - 1) * PageSize).Take(PageSize).Select(sale => Show(_byKey[sale.Key])))}}]}""";

    private static string Card(string sku) =>
        $$"""{"sku":"{{sku}}","brand":"Lakeside Tea","currency":"{{sku[4..].ToUpperInvariant()}}","min":500,"max":50000,"countries":["DE","US"]}""";

    private static string Balance(KeyValuePair<string, long> funds) => $$"""{"currency":"{{funds.Key}}","amount":{{funds.Value}}}""";

    private static HttpResponseMessage Answer(HttpStatusCode status, string json) =>
        new(status) { Content = new StringContent(json, Encoding.UTF8, "application/json") };

    private sealed record Sold(
        string Key,
        string Sku,
        long Amount,
        string Currency,
        int Quantity,
        string? Email,
        DateTimeOffset At,
        string Id = ""
    );
}
