using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Benchmarks;

/// <summary>What every hand-written client has: a body, a call, an answer.</summary>
internal static class ByHand
{
    private static readonly MediaTypeHeaderValue JsonType = new("application/json");

    public static ByteArrayContent Json<T>(T body, JsonTypeInfo<T> type)
    {
        var content = new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(body, type));
        content.Headers.ContentType = JsonType;
        return content;
    }

    public static async Task<T> CallAsync<T>(this HttpClient http, HttpRequestMessage request, JsonTypeInfo<T> type)
    {
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadFromJsonAsync(type) ?? throw new InvalidOperationException("The body is null.");
    }
}

[JsonSourceGenerationOptions(DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(CampaignReply))]
[JsonSerializable(typeof(BrandReply))]
[JsonSerializable(typeof(DirectLinkBody))]
[JsonSerializable(typeof(DirectLinkReply))]
[JsonSerializable(typeof(OrderBody))]
[JsonSerializable(typeof(OrderReply))]
internal sealed partial class ByHandJson : JsonSerializerContext;
