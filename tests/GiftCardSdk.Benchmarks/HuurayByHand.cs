using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Benchmarks;

/// <summary>The same for a provider whose calls are signed.</summary>
/// <param name="http">The client.</param>
/// <param name="product">What is bought.</param>
/// <param name="token">The account's token.</param>
/// <param name="secret">The account's secret.</param>
internal sealed class HuurayByHand(
    HttpClient http,
    string product = "coffee-token",
    string token = "benchmark-token",
    string secret = "benchmark-secret"
)
{
    public async Task<string> PlaceAsync(string reference)
    {
        var order = new OrderBody
        {
            Product = new()
            {
                Token = product,
                Value = 20000,
                Currency = "SEK",
                Quantity = 1,
            },
            Sync = true,
            RefId = reference,
        };
        using var create = new HttpRequestMessage(HttpMethod.Post, "v4/Order")
        {
            Content = ByHand.Json(order, ByHandJson.Default.OrderBody),
        };
        var nonce = Convert.ToHexString(RandomNumberGenerator.GetBytes(24));
        create.Headers.Add("X-API-TOKEN", token);
        create.Headers.Add("X-API-NONCE", nonce);
        create.Headers.Add("X-API-HASH", Convert.ToHexStringLower(SHA512.HashData(Encoding.UTF8.GetBytes(secret + nonce))));
        var reply = await http.CallAsync(create, ByHandJson.Default.OrderReply);
        return reply.Vouchers is [{ Code: { } code }, ..] ? code : throw new InvalidOperationException("There is no code.");
    }
}

internal sealed class OrderBody
{
    public ProductBody? Product { get; set; }

    public bool Sync { get; set; }

    [JsonPropertyName("RefID")]
    public string? RefId { get; set; }
}

internal sealed class ProductBody
{
    public string? Token { get; set; }

    public int Value { get; set; }

    public string? Currency { get; set; }

    public int Quantity { get; set; }
}

internal sealed class OrderReply
{
    [JsonPropertyName("OrderUID")]
    public string? OrderUid { get; set; }

    [JsonPropertyName("RefID")]
    public string? RefId { get; set; }

    public List<VoucherBody>? Vouchers { get; set; }

    public int Status { get; set; }

    public string? Message { get; set; }
}

internal sealed class VoucherBody
{
    [JsonPropertyName("ID")]
    public int Id { get; set; }

    public string? Code { get; set; }

    [JsonPropertyName("CVV")]
    public string? Cvv { get; set; }

    public string? RedeemLink { get; set; }

    public string? Expires { get; set; }
}
