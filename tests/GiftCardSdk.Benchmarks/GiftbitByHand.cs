using System.Net.Http.Headers;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Benchmarks;

/// <summary>What a careful developer writes without the SDK: HttpClient and generated JSON, the same calls, the same checks, no protection.</summary>
internal sealed class GiftbitByHand(HttpClient http)
{
    private static readonly AuthenticationHeaderValue Token = new("Bearer", "benchmark-token");

    public async Task<CampaignBody> GetOrderAsync(string id)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "papi/v1/campaign/" + Uri.EscapeDataString(id));
        request.Headers.Authorization = Token;
        var reply = await http.CallAsync(request, ByHandJson.Default.CampaignReply);
        return reply.Campaign ?? throw new InvalidOperationException("There is no campaign.");
    }

    public async Task<string> PlaceAsync(string reference)
    {
        using var read = new HttpRequestMessage(HttpMethod.Get, "papi/v1/brands/northcafeus");
        read.Headers.Authorization = Token;
        var brand = (await http.CallAsync(read, ByHandJson.Default.BrandReply)).Brand;
        if (brand is null || brand.Currency != "USD" || brand.MinPriceInCents > 1200 || brand.MaxPriceInCents < 1200)
        {
            throw new InvalidOperationException("The brand cannot be bought at this price.");
        }

        var order = new DirectLinkBody
        {
            Id = reference,
            PriceInCents = 1200,
            BrandCodes = ["northcafeus"],
            LinkCount = 1,
        };
        using var create = new HttpRequestMessage(HttpMethod.Post, "papi/v1/direct_links")
        {
            Content = ByHand.Json(order, ByHandJson.Default.DirectLinkBody),
        };
        create.Headers.Authorization = Token;
        var reply = await http.CallAsync(create, ByHandJson.Default.DirectLinkReply);
        return reply.DirectLinks is [var link, ..] ? link : throw new InvalidOperationException("There is no link.");
    }
}

internal sealed class DirectLinkBody
{
    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("price_in_cents")]
    public int PriceInCents { get; set; }

    [JsonPropertyName("brand_codes")]
    public string[]? BrandCodes { get; set; }

    [JsonPropertyName("link_count")]
    public int LinkCount { get; set; }
}

internal sealed class CampaignReply
{
    [JsonPropertyName("campaign")]
    public CampaignBody? Campaign { get; set; }
}

internal sealed class CampaignBody
{
    [JsonPropertyName("uuid")]
    public string? Uuid { get; set; }

    [JsonPropertyName("id")]
    public string? Id { get; set; }

    [JsonPropertyName("status")]
    public string? Status { get; set; }

    [JsonPropertyName("delivery_type")]
    public string? DeliveryType { get; set; }

    [JsonPropertyName("price_in_cents")]
    public int PriceInCents { get; set; }

    [JsonPropertyName("brand_codes")]
    public List<string>? BrandCodes { get; set; }

    [JsonPropertyName("expiry")]
    public string? Expiry { get; set; }

    [JsonPropertyName("contacts")]
    public List<ContactBody>? Contacts { get; set; }

    [JsonPropertyName("fees")]
    public FeesBody? Fees { get; set; }
}

internal sealed class ContactBody
{
    [JsonPropertyName("email")]
    public string? Email { get; set; }

    [JsonPropertyName("firstname")]
    public string? FirstName { get; set; }

    [JsonPropertyName("lastname")]
    public string? LastName { get; set; }
}

internal sealed class FeesBody
{
    [JsonPropertyName("subtotal_in_cents")]
    public int SubtotalInCents { get; set; }

    [JsonPropertyName("tax_in_cents")]
    public int TaxInCents { get; set; }

    [JsonPropertyName("total_in_cents")]
    public int TotalInCents { get; set; }
}

internal sealed class BrandReply
{
    [JsonPropertyName("brand")]
    public BrandBody? Brand { get; set; }
}

internal sealed class BrandBody
{
    [JsonPropertyName("brand_code")]
    public string? BrandCode { get; set; }

    [JsonPropertyName("name")]
    public string? Name { get; set; }

    [JsonPropertyName("fund_currencyisocode")]
    public string? Currency { get; set; }

    [JsonPropertyName("min_price_in_cents")]
    public int MinPriceInCents { get; set; }

    [JsonPropertyName("max_price_in_cents")]
    public int MaxPriceInCents { get; set; }
}

internal sealed class DirectLinkReply
{
    [JsonPropertyName("direct_links")]
    public List<string>? DirectLinks { get; set; }

    [JsonPropertyName("campaign")]
    public CampaignBody? Campaign { get; set; }
}
