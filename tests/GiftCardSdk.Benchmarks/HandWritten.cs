using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json.Serialization;
using GiftCardSdk.Giftbit;

namespace GiftCardSdk.Benchmarks;

/// <summary>What a careful developer writes without the SDK: HttpClient and generated JSON, the same calls, the same checks, no protection.</summary>
internal sealed class HandWritten(HttpClient http)
{
    private static readonly AuthenticationHeaderValue Token = new("Bearer", "benchmark-token");

    public async Task<string> GetOrderAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "papi/v1/campaign/" + Uri.EscapeDataString(id));
        var reply = await SendAsync(request, HandWrittenJson.Default.GiftbitCampaignReply);
        return reply.Campaign.Status!;
    }

    public async Task<string> PlaceAsync(string reference)
    {
        using var read = new HttpRequestMessage(HttpMethod.Get, "papi/v1/brands/northcafeus");
        var brand = (await SendAsync(read, HandWrittenJson.Default.GiftbitBrandReply)).Brand;
        if (brand.Currency != "USD" || brand.MinPriceInCents > 1200 || brand.MaxPriceInCents < 1200)
        {
            throw new InvalidOperationException("The brand cannot be bought at this price.");
        }

        var order = new GiftbitDirectLinkOrder
        {
            Id = reference,
            PriceInCents = 1200,
            BrandCodes = ["northcafeus"],
            LinkCount = 1,
        };
        using var create = new HttpRequestMessage(HttpMethod.Post, "papi/v1/direct_links")
        {
            Content = JsonContent.Create(order, HandWrittenJson.Default.GiftbitDirectLinkOrder),
        };
        var reply = await SendAsync(create, HandWrittenJson.Default.DirectLinkReply);
        return reply.DirectLinks[0];
    }

    private async Task<T> SendAsync<T>(HttpRequestMessage request, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type)
    {
        request.Headers.Authorization = Token;
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(type) ?? throw new InvalidOperationException("The body is null.");
    }
}

/// <summary>The links as plain texts, as code without the SDK would have them.</summary>
internal sealed record DirectLinkReply(
    [property: JsonPropertyName("direct_links")] IReadOnlyList<string> DirectLinks,
    [property: JsonPropertyName("campaign")] GiftbitCampaign Campaign
);

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(GiftbitCampaignReply))]
[JsonSerializable(typeof(GiftbitBrandReply))]
[JsonSerializable(typeof(GiftbitDirectLinkOrder))]
[JsonSerializable(typeof(DirectLinkReply))]
internal sealed partial class HandWrittenJson : JsonSerializerContext;
