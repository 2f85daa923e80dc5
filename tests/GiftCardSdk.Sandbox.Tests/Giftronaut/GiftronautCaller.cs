using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

/// <summary>A sandbox on a manual clock, and a bare HTTP client that speaks to its Giftronaut twin with a token of one app.</summary>
internal sealed class GiftronautCaller : IAsyncDisposable
{
    private GiftronautCaller(GiftCardSandbox sandbox, ManualTimeProvider clock, bool isProduction)
    {
        Sandbox = sandbox;
        Clock = clock;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Twin.BaseAddress };
        Token = Twin.IssueToken(isProduction ? Twin.ProductionClientId : Twin.ClientId);
    }

    public GiftCardSandbox Sandbox { get; }

    public ManualTimeProvider Clock { get; }

    public HttpClient Http { get; }

    /// <summary>What is sent as the bearer; null sends none.</summary>
    public string? Token { get; set; }

    public GiftronautTwin Twin => Sandbox.Giftronaut;

    public static async Task<GiftronautCaller> StartAsync(Action<GiftronautTwinOptions>? configure = null, bool isProduction = false)
    {
        var clock = new ManualTimeProvider();
        var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            configure?.Invoke(options.Giftronaut);
        });
        return new GiftronautCaller(sandbox, clock, isProduction);
    }

    public Task<GiftronautAnswer> GetAsync(string path) => SendAsync(HttpMethod.Get, "api/v1/" + path);

    public Task<GiftronautAnswer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, "api/v1/" + path);

    public Task<GiftronautAnswer> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, "api/v1/" + path, json);

    /// <summary>Posts JSON, with the key in the header where one is given.</summary>
    public Task<GiftronautAnswer> PostAsync(string path, string json, string? key = null) =>
        key is null
            ? SendAsync(HttpMethod.Post, "api/v1/" + path, json)
            : SendAsync(HttpMethod.Post, "api/v1/" + path, json, ("X-Idempotency-Key", key));

    public async Task<GiftronautAnswer> SendAsync(
        HttpMethod method,
        string path,
        string? json = null,
        params (string Name, string Value)[] headers
    )
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        // Content even when empty: without any, the platform's handler would resend on its own after a clean close.
        request.Content = new StringContent(json ?? "", Encoding.UTF8, "application/json");
        request.Headers.Authorization = Token is null ? null : new AuthenticationHeaderValue("Bearer", Token);
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request);
        return new GiftronautAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers);
    }

    public async Task<GiftronautAnswer> PostFormAsync(params (string Name, string Value)[] fields)
    {
        using var form = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await Http.PostAsync(new Uri("oauth2/token", UriKind.Relative), form);
        return new GiftronautAnswer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers);
    }

    /// <summary>Orders cards of 30 dollars of one brand, one for each address, sent at once.</summary>
    public Task<GiftronautAnswer> OrderAsync(string key, params string[] addresses) =>
        PostAsync("orders/branded-cards", Bodies.Branded(addresses), key);

    /// <summary>The same, and the id the twin gave it.</summary>
    public async Task<string> OrderIdAsync(string key, params string[] addresses) => (await OrderAsync(key, addresses)).OrderId;

    /// <summary>What can be spent, and what orders under way have taken, in US dollars.</summary>
    public async Task<(decimal Available, decimal Pending)> BalancesAsync()
    {
        var balance = (await GetAsync("balance"))["data"];
        return (Amount("availableBalance"), Amount("pendingBalance"));

        decimal Amount(string name) => balance.GetProperty(name).GetProperty("amount").GetDecimal();
    }

    public Task<GiftronautAnswer> ReadAsync(string orderId) => GetAsync("orders/" + orderId);

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Sandbox.DisposeAsync();
    }
}

/// <summary>An answer, read whole.</summary>
internal sealed record GiftronautAnswer(HttpStatusCode Status, string Text, HttpResponseHeaders Headers)
{
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Text);
            return document.RootElement.Clone();
        }
    }

    public JsonElement this[string name] => Json.GetProperty(name);

    public string? Code => this["error"].GetString();

    public string OrderId => this["orderId"].GetString()!;

    public string? OrderStatus => this["status"].GetString();

    public IReadOnlyList<JsonElement> Data => [.. this["data"].EnumerateArray()];

    public IReadOnlyList<JsonElement> Recipients => [.. this["recipients"].EnumerateArray()];

    public IReadOnlyList<string> OrderIds => [.. Data.Select(row => row.GetProperty("orderId").GetString()!)];

    public string? Link(int recipient) => Recipients[recipient].GetProperty("rewardLink").GetString();
}

/// <summary>Request bodies.</summary>
internal static class Bodies
{
    public const string Address = "mira.holt@mail.example";

    public const string Links = """{"cardType":"CHOICE_CARD","productId":"CHOICE-SUNRISE-USD","quantity":3,"amountPerLink":20}""";

    public const string Campaign = """
        {"name":"Summer","cardType":"BRANDED_CARD","productId":"GC-EMBERGRILL-USD","amount":12.50,"subject":"Hi","senderName":"Fabrikam","message":"Hello","templateId":"31","refundOption":true}
        """;

    public const string Template = """
        {"name":"Spring","senderName":"Fabrikam","message":"Hello","imageAlignment":"left","imageSize":55,"borderColor":"#a0B1c2","buttonColor":"#000000","buttonFontColor":"#ffffff"}
        """;

    public const string TopUp = """
        {"amount":500,"companyName":"Fabrikam","phoneNumber":"1","billingAddress":"1 Road","city":"Reno","state":"NV","country":"US","zipCode":"89501","ein":"00-0000000"}
        """;

    public static string Branded(params string[] addresses) => Order("GC-NORTHWIND-USD", 30, addresses);

    public static string Order(string productId, decimal amount, params string[] addresses)
    {
        var recipients = string.Join(
            ',',
            (addresses is [] ? [Address] : addresses).Select(address => $$$"""{"email":"{{{address}}}","amount":{{{amount}}}}""")
        );
        return $$$"""{"productId":"{{{productId}}}","recipients":[{{{recipients}}}],"emailSetting":{"senderName":"Fabrikam","subject":"Hi"},"sendTiming":{"type":"IMMEDIATE"}}""";
    }

    public static string Scheduled(string at, string zone) =>
        Branded()
            .Replace(
                """{"type":"IMMEDIATE"}""",
                $$"""{"type":"SCHEDULED","scheduledAt":"{{at}}","timezone":"{{zone}}"}""",
                StringComparison.Ordinal
            );

    public static string Refundable(string json) => json.TrimEnd()[..^1] + ""","refundOption":true}""";
}
