using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Tool.Reports;

/// <summary>JSON out of the neutral models, without reflection.</summary>
internal static class Json
{
    private static readonly JsonWriterOptions Readable = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static JsonNode? Of(Order order) => Of(order, GiftCardJsonContext.Default.Order);

    public static JsonNode? Of(Product product) => Of(product, GiftCardJsonContext.Default.Product);

    public static JsonNode? Of(Balance balance) => Of(balance, GiftCardJsonContext.Default.Balance);

    public static JsonNode? Of(Offer offer) => Of(offer, GiftCardJsonContext.Default.Offer);

    public static JsonNode? Of(Capabilities capabilities) => Of(capabilities, GiftCardJsonContext.Default.Capabilities);

    public static JsonNode? Of(Money? money) => money is { } amount ? Of(amount, GiftCardJsonContext.Default.Money) : null;

    public static JsonNode? Of(DateTimeOffset? time) => time is { } at ? JsonValue.Create(at) : null;

    public static JsonArray Array<T>(IEnumerable<T> items, Func<T, JsonNode?> write) => new([.. items.Select(write)]);

    public static string Text(JsonNode node)
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, Readable))
        {
            node.WriteTo(writer);
        }

        return Encoding.UTF8.GetString(stream.ToArray());
    }

    private static JsonNode? Of<T>(T value, JsonTypeInfo<T> type) => JsonSerializer.SerializeToNode(value, type);
}
