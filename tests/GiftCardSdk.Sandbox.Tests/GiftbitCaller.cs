using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Sandbox.Tests;

/// <summary>A sandbox on a manual clock, and a bare HTTP client that speaks to its Giftbit twin.</summary>
internal sealed class GiftbitCaller : IAsyncDisposable
{
    private GiftbitCaller(GiftCardSandbox sandbox, ManualTimeProvider clock)
    {
        Sandbox = sandbox;
        Clock = clock;
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = sandbox.BaseAddress };
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Twin.ApiToken);
    }

    public GiftCardSandbox Sandbox { get; }

    public ManualTimeProvider Clock { get; }

    public HttpClient Http { get; }

    public GiftbitTwin Twin => Sandbox.Giftbit;

    public static async Task<GiftbitCaller> StartAsync(Action<GiftbitTwinOptions>? configure = null, int seed = 1)
    {
        var clock = new ManualTimeProvider();
        var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Seed = seed;
            configure?.Invoke(options.Giftbit);
        });
        return new GiftbitCaller(sandbox, clock);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, "papi/v1/" + path);

    public Task<Answer> PostAsync(string path, string json) => SendAsync(HttpMethod.Post, "papi/v1/" + path, json);

    public Task<Answer> PutAsync(string path, string json) => SendAsync(HttpMethod.Put, "papi/v1/" + path, json);

    public Task<Answer> DeleteAsync(string path) => SendAsync(HttpMethod.Delete, "papi/v1/" + path);

    public async Task<Answer> SendAsync(HttpMethod method, string path, string? json = null, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(method, new Uri(path, UriKind.Relative));
        // Content even when empty: without any, the platform's handler would resend on its own after a clean close.
        request.Content = new StringContent(json ?? "", Encoding.UTF8, "application/json");
        foreach (var (name, value) in headers)
        {
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await Http.SendAsync(request);
        return new Answer(response.StatusCode, await response.Content.ReadAsStringAsync(), response.Headers, response.Content.Headers);
    }

    public Task<Answer> OrderDirectLinkAsync(string id, int links = 1) =>
        PostAsync("direct_links", $$"""{"id":"{{id}}","price_in_cents":2500,"brand_codes":["northcafeus"],"link_count":{{links}}}""");

    public Task<Answer> OrderEmailAsync(string id, params string[] addresses)
    {
        var contacts = string.Join(',', addresses.Select(address => $$"""{"email":"{{address}}","firstname":"Mira","lastname":"Oduya"}"""));
        return PostAsync(
            "campaign",
            $$"""{"id":"{{id}}","subject":"Thanks","message":"Enjoy.","contacts":[{{contacts}}],"price_in_cents":1200,"brand_codes":["northcafeus"]}"""
        );
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await Sandbox.DisposeAsync();
    }
}

/// <summary>An answer, read whole.</summary>
internal sealed record Answer(HttpStatusCode Status, string Text, HttpResponseHeaders Headers, HttpContentHeaders ContentHeaders)
{
    public JsonElement Json
    {
        get
        {
            using var document = JsonDocument.Parse(Text);
            return document.RootElement.Clone();
        }
    }

    /// <summary>The code of the answer, good or bad.</summary>
    public string? Code => Json.TryGetProperty("error", out var error) ? Word(error, "code") : Word(Json.GetProperty("info"), "code");

    public JsonElement Campaign => Json.GetProperty("campaign");

    public string? OrderStatus => Word(Campaign, "status");

    public IReadOnlyList<JsonElement> Gifts => [.. Json.GetProperty("gifts").EnumerateArray()];

    public static string? Word(JsonElement element, string name) => element.GetProperty(name).GetString();
}
