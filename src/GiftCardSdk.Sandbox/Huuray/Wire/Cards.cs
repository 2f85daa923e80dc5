using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Huuray.Wire;

/// <summary>Asks for a whole order, or for one card of it: the body of resend and cancel.</summary>
internal sealed record ChosenCards
{
    [JsonPropertyName("OrderUID")]
    public required string OrderUid { get; init; }

    [JsonPropertyName("VoucherID")]
    public int? VoucherId { get; init; }
}

internal sealed record ResendReply(int? NumberOfResends) : Envelope;

internal sealed record CancelledVoucher([property: JsonPropertyName("ID")] int Id, bool Cancelled);

internal sealed record CancelReply(
    [property: JsonPropertyName("OrderUID")] string? OrderUid,
    bool OrderCancelled,
    IReadOnlyList<CancelledVoucher>? Vouchers
) : Envelope;
