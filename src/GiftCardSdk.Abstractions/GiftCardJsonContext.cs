using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>
/// The neutral models as JSON, without reflection: camel case, words as text, nothing for null. Secrets and what belongs to people are written as
/// masks and cannot be had back from it. An <see cref="OrderRequest"/> is not among them: make it of what your application received.
/// </summary>
/// <example>
/// <code>
/// var json = JsonSerializer.Serialize(order, GiftCardJsonContext.Default.Order);
/// </code>
/// For an ASP.NET Core application: <c>options.SerializerOptions.TypeInfoResolverChain.Add(GiftCardJsonContext.Default)</c>.
/// </example>
[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(Product))]
[JsonSerializable(typeof(Balance))]
[JsonSerializable(typeof(BalanceMovement))]
[JsonSerializable(typeof(FundsCheck))]
[JsonSerializable(typeof(GiftCardEvent))]
[JsonSerializable(typeof(Capabilities))]
[JsonSerializable(typeof(IReadOnlyList<Order>))]
[JsonSerializable(typeof(IReadOnlyList<Product>))]
[JsonSerializable(typeof(IReadOnlyList<Balance>))]
public sealed partial class GiftCardJsonContext : JsonSerializerContext;
