using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Huuray.Wire;

internal sealed record CallbackVoucher(
    [property: JsonPropertyName("ID")] int Id,
    string? Code,
    [property: JsonPropertyName("CVV")] string? Cvv,
    string? RedeemLink,
    string Expires
);

/// <summary>What an account's callback receives. The older API's shape; what v4 sends is not public.</summary>
internal sealed record Callback(
    [property: JsonPropertyName("OrderUID")] string OrderUid,
    [property: JsonPropertyName("ID")] int Id,
    [property: JsonPropertyName("UID")] string Uid,
    [property: JsonPropertyName("RefID")] string? RefId,
    IReadOnlyList<CallbackVoucher> Vouchers
);
