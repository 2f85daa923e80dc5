using System.Text.Json.Serialization;

namespace GiftCardSdk.Abstractions.Tests;

[JsonSerializable(typeof(Money))]
[JsonSerializable(typeof(Secret))]
[JsonSerializable(typeof(Reward))]
[JsonSerializable(typeof(OrderReference))]
[JsonSerializable(typeof(OrderStatus))]
[JsonSerializable(typeof(Order))]
[JsonSerializable(typeof(OrderRequest))]
internal sealed partial class TestJson : JsonSerializerContext;
