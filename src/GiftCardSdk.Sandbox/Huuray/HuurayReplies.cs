using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Sandbox.Huuray.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>Writes orders and cards as Huuray does, the gaps of its documents filled by the options.</summary>
internal sealed class HuurayReplies(HuurayTwinOptions options)
{
    private static HuurayJsonContext Json => HuurayJsonContext.Default;

    /// <summary>The body's own status is the status of the answer.</summary>
    public static SandboxAnswer Answer<T>(T body, JsonTypeInfo<T> type)
        where T : Envelope => SandboxAnswer.Json(body.Status, body, type);

    public SandboxAnswer Created(HuurayOrder order)
    {
        var content = order.Content;
        var vouchers =
            content.Sync ? order.Vouchers.Select(voucher => Voucher(voucher, options.ReturnCode)).ToArray()
            : options.MissingVouchers == HuurayMissingVouchers.EmptyArray ? []
            : null;
        return Answer(
            new OrderReply(order.Uid, content.RefId, vouchers)
            {
                Status = content.Sync ? options.SyncOrderStatus : options.AsyncOrderStatus,
            },
            Json.OrderReply
        );
    }

    /// <param name="order">The order that was found.</param>
    /// <param name="voucherId">The card that was asked for; codes are shown for it alone.</param>
    public SandboxAnswer Found(HuurayOrder order, int? voucherId)
    {
        var vouchers = order
            .Vouchers.Where(voucher => options.ShowCancelledVouchers || !voucher.Cancelled)
            .Where(voucher => voucherId is null || options.WholeOrderForVoucherId || voucher.Id == voucherId)
            .Select(voucher => Voucher(voucher, options.ReturnCode && (options.CodesWithoutVoucherId || voucher.Id == voucherId)));
        return Answer(new OrderReply(order.Uid, order.Content.RefId, [.. vouchers]), Json.OrderReply);
    }

    public Callback Callback(HuurayOrder order, IEnumerable<HuurayVoucher> vouchers) =>
        new(
            order.Uid,
            order.Number,
            string.Create(CultureInfo.InvariantCulture, $"K7-{order.Number}"),
            order.Content.RefId,
            [
                .. vouchers.Select(voucher => new CallbackVoucher(
                    voucher.Id,
                    Bearer(voucher.Code, options.Webhooks.IncludeCodes),
                    Bearer(voucher.Cvv, options.Webhooks.IncludeCodes),
                    Bearer(voucher.Link, options.Webhooks.IncludeCodes),
                    Time(order.Content.ExpiresAt)
                )),
            ]
        );

    private Voucher Voucher(HuurayVoucher voucher, bool disclosed) =>
        new(
            voucher.Id,
            Bearer(voucher.Code, disclosed),
            Bearer(voucher.Cvv, disclosed),
            Bearer(voucher.Link, disclosed),
            Time(voucher.Order.Content.ExpiresAt),
            voucher.Recipient
        );

    private static string? Bearer(string? value, bool disclosed) =>
        value is null ? null
        : disclosed ? value
        : "";

    private string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString(
            options.TimesWithOffset ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss",
            CultureInfo.InvariantCulture
        );
}
