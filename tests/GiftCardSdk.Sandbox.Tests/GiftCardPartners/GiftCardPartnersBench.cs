using System.Net;
using System.Net.Http.Headers;
using System.Net.Mime;
using System.Text;
using System.Text.Json;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Sandbox.Tests;

/// <summary>The twin on a manual clock, and a plain HTTP client with a bearer token.</summary>
internal sealed class GiftCardPartnersBench : IAsyncDisposable
{
    private readonly GiftCardSandbox _sandbox;

    private GiftCardPartnersBench(GiftCardSandbox sandbox, ManualTimeProvider clock)
    {
        (_sandbox, Clock) = (sandbox, clock);
        Http = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false }) { BaseAddress = Twin.BaseAddress };
    }

    public ManualTimeProvider Clock { get; }

    public HttpClient Http { get; }

    public GiftCardPartnersTwin Twin => _sandbox.GiftCardPartners;

    public GiftCardPartnersTwinOptions Options => Twin.Options;

    public static async Task<GiftCardPartnersBench> StartAsync(Action<GiftCardPartnersTwinOptions>? configure = null)
    {
        var clock = new ManualTimeProvider();
        var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            configure?.Invoke(options.GiftCardPartners);
        });
        var bench = new GiftCardPartnersBench(sandbox, clock);
        if (bench.Options.ApiAccessEnabled)
        {
            await bench.SignInAsync();
            bench.Twin.Requests.Clear();
        }

        return bench;
    }

    public async Task<GiftCardPartnersAnswer> SignInAsync()
    {
        var answer = await AskForTokenAsync(Twin.Email, Twin.AccessToken);
        var token = answer.Body.TryGetProperty("Value", out var value) ? value.GetString() : answer.Text("value");
        Http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return answer;
    }

    public async Task<GiftCardPartnersAnswer> AskForTokenAsync(string? email, string? accessToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/v1/Tokens") { Content = new ByteArrayContent([]) };
        if (email is not null)
        {
            request.Headers.Add("Email", email);
        }

        if (accessToken is not null)
        {
            request.Headers.Add("AccessToken", accessToken);
        }

        return await SendAsync(request);
    }

    public Task<GiftCardPartnersAnswer> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, path));

    public Task<GiftCardPartnersAnswer> OrderAsync(string json) =>
        SendAsync(
            new HttpRequestMessage(HttpMethod.Post, "/v1/Orders")
            {
                Content = new StringContent(json, Encoding.UTF8, MediaTypeNames.Application.Json),
            }
        );

    /// <summary>An order of links for one product.</summary>
    public Task<GiftCardPartnersAnswer> LinksAsync(
        string poNumber,
        int quantity = 1,
        string product = "HARBOR-COFFEE-US",
        string value = "5.00"
    ) => OrderAsync(Links(poNumber, quantity, product, value));

    public static string Links(string poNumber, int quantity = 1, string product = "HARBOR-COFFEE-US", string value = "5.00") =>
        $$"""
            { "Type": "Links", "PONumber": "{{poNumber}}",
              "LineItems": [ { "ProductId": "{{product}}", "Value": {{value}}, "Quantity": {{quantity}} } ] }
            """;

    /// <summary>The same, for an answer that may be no JSON.</summary>
    public async Task<HttpStatusCode> StatusOfLinksAsync(string poNumber)
    {
        using var content = new StringContent(Links(poNumber), Encoding.UTF8, MediaTypeNames.Application.Json);
        using var response = await Http.PostAsync(new Uri("/v1/Orders", UriKind.Relative), content);
        return response.StatusCode;
    }

    public async Task<GiftCardPartnersAnswer> SendAsync(HttpRequestMessage request)
    {
        using var response = await Http.SendAsync(request);
        return new GiftCardPartnersAnswer(
            response.StatusCode,
            await response.Content.ReadAsStringAsync(),
            response.Content.Headers.ContentType?.MediaType,
            response.Headers.RetryAfter?.Delta
        );
    }

    public async ValueTask DisposeAsync()
    {
        Http.Dispose();
        await _sandbox.DisposeAsync();
    }
}

/// <summary>An answer, its body read as JSON where it is JSON.</summary>
internal sealed record GiftCardPartnersAnswer(HttpStatusCode Status, string Content, string? MediaType, TimeSpan? RetryAfter)
{
    public JsonElement Body { get; } =
        MediaType?.EndsWith("json", StringComparison.Ordinal) == true ? JsonDocument.Parse(Content).RootElement : default;

    public JsonElement this[string member] => Body.GetProperty(member);

    public JsonElement Line => this["LineItems"][0];

    public string? Text(string member) => this[member].GetString();

    public string Id => Text("Id")!;

    /// <summary>The paths of the members that are wrong.</summary>
    public IReadOnlyList<string> Wrong => [.. this["Errors"].EnumerateObject().Select(error => error.Name)];
}
