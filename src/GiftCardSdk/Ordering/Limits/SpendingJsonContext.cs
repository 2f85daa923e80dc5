using System.Text.Json.Serialization;

namespace GiftCardSdk.Ordering.Limits;

/// <summary>The form of what is written down.</summary>
[JsonSerializable(typeof(SpendingBook))]
internal sealed partial class SpendingJsonContext : JsonSerializerContext;
