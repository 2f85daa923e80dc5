using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Sandbox.Tests;

/// <summary>A GIFQ twin on a manual clock, and a plain client that talks to it.</summary>
internal sealed class GifqDesk : IAsyncDisposable
{
    private readonly GiftCardSandbox _sandbox;

    private GifqDesk(GiftCardSandbox sandbox, ManualTimeProvider clock)
    {
        _sandbox = sandbox;
        Clock = clock;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Twin.BaseAddress };
        Http.DefaultRequestHeaders.Add("X-Api-Token", Twin.ApiToken);
    }

    public GifqTwin Twin => _sandbox.Gifq;

    public ManualTimeProvider Clock { get; }

    public HttpClient Http { get; }

    public GifqTwinOptions Options => Twin.Options;

    /// <summary>The rate limit is off, since the clock stands still; the tests of the limit switch it on.</summary>
    public static async Task<GifqDesk> OpenAsync(Action<GifqTwinOptions>? configure = null)
    {
        var clock = new ManualTimeProvider();
        var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Gifq.RequestsPerSecond = null;
            configure?.Invoke(options.Gifq);
        });
        return new GifqDesk(sandbox, clock);
    }

    public async Task<GifqReply> SendAsync(HttpMethod method, string path, string? json = null)
    {
        using var request = new HttpRequestMessage(method, path);
        // Content even when empty: without any, the platform's handler would resend on its own after a clean close.
        request.Content = new StringContent(json ?? "", Encoding.UTF8, "application/json");
        using var response = await Http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var headers = response.Headers.ToDictionary(h => h.Key, h => string.Join(',', h.Value), StringComparer.OrdinalIgnoreCase);
        return new GifqReply(response.StatusCode, headers, text);
    }

    public Task<GifqReply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<GifqReply> PostAsync(string path, string? json = null) => SendAsync(HttpMethod.Post, path, json);

    public Task<GifqReply> PatchAsync(string path, string json) => SendAsync(HttpMethod.Patch, path, json);

    /// <summary>Orders a lumen-books card of 25 dollars, 24 after the discount, unless told otherwise.</summary>
    public Task<GifqReply> OrderAsync(
        string reference,
        string brand = "lumen-books",
        string currency = "USD",
        decimal faceValue = 25,
        string country = "US",
        string? paymentCurrency = null
    ) => PostAsync("api/orders", OrderBody(reference, brand, currency, faceValue, country, paymentCurrency));

    public static string OrderBody(
        string reference,
        string brand = "lumen-books",
        string currency = "USD",
        decimal faceValue = 25,
        string country = "US",
        string? paymentCurrency = null
    )
    {
        var payment = paymentCurrency is null ? "" : $", \"payment_currency\": \"{paymentCurrency}\"";
        return FormattableString.Invariant(
            $$"""{ "brand": "{{brand}}", "currency": "{{currency}}", "face_value": {{faceValue}}, "country": "{{country}}", "reference": "{{reference}}"{{payment}} }"""
        );
    }

    /// <summary>Orders, waits until it has ended, and reads it.</summary>
    public async Task<GifqReply> OrderAndReadAsync(string reference, string brand, string currency, decimal faceValue, string country)
    {
        var created = await OrderAsync(reference, brand, currency, faceValue, country);
        created.Status.ShouldBe(HttpStatusCode.Created, created.Text);
        Clock.Advance(Options.CompletionDelay);
        return await GetAsync("api/orders/" + (created.Json["id"] ?? created.Json["order_id"]));
    }

    /// <summary>Reads a number that an attribute could only hold as text.</summary>
    public static decimal Decimal(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    public async Task<string> CampaignAsync(string members = "")
    {
        var created = await PostAsync("api/campaigns", $$"""{ "name": "Panel thank-you" {{members}} }""");
        created.Status.ShouldBe(HttpStatusCode.Created, created.Text);
        return created.Json["id"]!.GetValue<string>();
    }

    public async Task<string> ActiveCampaignAsync()
    {
        var id = await CampaignAsync();
        (await PostAsync($"api/campaigns/{id}/activate")).Status.ShouldBe(HttpStatusCode.OK);
        return id;
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _sandbox.DisposeAsync();
    }
}

internal sealed record GifqReply(HttpStatusCode Status, Dictionary<string, string> Headers, string Text)
{
    public JsonNode Json => JsonNode.Parse(Text)!;

    public JsonArray Rows => Json.AsArray();

    public string? Word(string member) => (string?)Json[member];

    public decimal Number(string member) => (decimal)Json[member]!;

    public int Count(string header) => int.Parse(Headers[header], CultureInfo.InvariantCulture);

    /// <summary>Says that the answer is an error in GIFQ's envelope.</summary>
    public void ShouldBeRefused(HttpStatusCode status, bool withRequestId = false)
    {
        Status.ShouldBe(status, Text);
        Word("status").ShouldBe("error");
        Word("message").ShouldNotBeNullOrEmpty();
        (Json["request_id"] is not null).ShouldBe(withRequestId, Text);
    }
}
