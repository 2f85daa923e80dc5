using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Sandbox.Tests.Huuray;

/// <summary>A sandbox on a manual clock, and a bare HTTP client that signs its calls to the Huuray twin.</summary>
internal sealed class HuurayCaller : IAsyncDisposable
{
    private int _nonces;

    private HuurayCaller(GiftCardSandbox sandbox, ManualTimeProvider clock)
    {
        Sandbox = sandbox;
        Clock = clock;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = sandbox.Huuray.BaseAddress };
    }

    public GiftCardSandbox Sandbox { get; }

    public ManualTimeProvider Clock { get; }

    public HttpClient Http { get; }

    public HuurayTwin Twin => Sandbox.Huuray;

    public static async Task<HuurayCaller> StartAsync(Action<HuurayTwinOptions>? configure = null, int seed = 1)
    {
        var clock = new ManualTimeProvider();
        var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Seed = seed;
            configure?.Invoke(options.Huuray);
        });
        return new HuurayCaller(sandbox, clock);
    }

    public Task<Answer> GetAsync(string operation) => SendAsync(HttpMethod.Get, operation);

    public Task<Answer> PostAsync(string operation, string json) => SendAsync(HttpMethod.Post, operation, json);

    public Task<Answer> SearchAsync(string json) => PostAsync("Search", json);

    public Task<Answer> CancelAsync(string json) => SendAsync(HttpMethod.Delete, "Cancel", json);

    /// <summary>Two cards at once: the page's synchronous order under another reference.</summary>
    public Task<Answer> OrderAsync(string refId, int quantity = 1) => PostAsync("Order", Orders.Returned(refId, quantity));

    public Task<Answer> OrderByMailAsync(string refId, params string[] addresses) =>
        PostAsync("Order", Orders.Mailed(refId, sync: false, addresses));

    public Task<Answer> SendAsync(HttpMethod method, string operation, string? json = null)
    {
        // Content even when empty: without any, the platform's handler would resend on its own after a clean close.
        var content = json is null ? new ByteArrayContent([]) : new StringContent(json, Encoding.UTF8, "application/json");
        return SendAsync(method, "v4/" + operation, content, Sign());
    }

    public async Task<Answer> SendAsync(HttpMethod method, string path, HttpContent content, IReadOnlyList<(string, string)> headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative)) { Content = content };
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers);
    }

    public Task<Answer> UploadAsync(byte[] file, string name = "po.pdf", string part = "File", int times = 1)
    {
        var form = new MultipartFormDataContent();
        for (var i = 0; i < times; i++)
        {
            var content = new ByteArrayContent(file);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/octet-stream");
            form.Add(content, part, name);
        }

        return SendAsync(HttpMethod.Post, "v4/Upload", form, Sign());
    }

    public Task<Answer> ControlAsync(HttpMethod method, string path, string json = "") =>
        SendAsync(method, "_sandbox/huuray/" + path, new StringContent(json, Encoding.UTF8, "application/json"), []);

    public IReadOnlyList<(string, string)> Sign() =>
        Sign(Twin.ApiToken, Twin.ApiSecret, "nonce-" + Interlocked.Increment(ref _nonces).ToString(CultureInfo.InvariantCulture));

    public static IReadOnlyList<(string, string)> Sign(string token, string secret, string nonce) =>
        [
            ("X-API-TOKEN", token),
            ("X-API-NONCE", nonce),
            ("X-API-HASH", Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes(secret + nonce)))),
        ];

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Sandbox.DisposeAsync();
    }
}

/// <summary>Bodies of orders.</summary>
internal static class Orders
{
    public static string Returned(string refId, int quantity = 1, bool sync = true) =>
        $$"""{"Product":{{Product(quantity: quantity)}},"Sync":{{Bool(sync)}},"RefID":"{{refId}}"}""";

    public static string Mailed(string refId, bool sync, params string[] addresses)
    {
        var recipients = string.Join(',', addresses.Select(address => $$"""{"Name":"Maja Ek","Email":"{{address}}"}"""));
        return $$"""
            {"Product":{{Product(quantity: addresses.Length)}},"Sync":{{Bool(sync)}},"RefID":"{{refId}}","DeliveryTemplateId":7310,
             "Recipients":[{{recipients}}]}
            """;
    }

    public static string Product(string token = "pt-nord-kaffe-se", int value = 25_000, string currency = "SEK", int quantity = 1) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $$"""{"Token":"{{token}}","Value":{{value}},"Currency":"{{currency}}","Quantity":{{quantity}}}"""
        );

    /// <summary>A returned order of the product as written.</summary>
    public static string Of(string product) => $$"""{"Product":{{product}},"Sync":true}""";

    private static string Bool(bool value) => value ? "true" : "false";
}

/// <summary>Reading Huuray's answers.</summary>
internal static class AnswerReading
{
    public static string Uid(this Answer answer) => Answer.Word(answer.Json, "OrderUID").ShouldNotBeNull();

    public static IReadOnlyList<JsonElement> Vouchers(this Answer answer) => [.. answer.Json.GetProperty("Vouchers").EnumerateArray()];

    public static int Id(this JsonElement voucher) => voucher.GetProperty("ID").GetInt32();

    public static string IdText(this JsonElement voucher) => voucher.GetProperty("ID").GetRawText();

    public static string? StatusMessage(this Answer answer) => Answer.Word(answer.Json, "StatusMessage");

    public static int Code(this Answer answer) => (int)answer.Status;
}
