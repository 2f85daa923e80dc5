using System.Globalization;
using System.Net.Mime;
using GiftCardSdk.Sandbox.Huuray.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Files: the PDFs of an order, and purchase orders on their way in.</summary>
internal sealed class HuurayFileOperations(
    HuurayTwinOptions options,
    HuurayState state,
    HuurayUploads uploads,
    HuurayIssuer issuer,
    HuurayBodies bodies
)
{
    private const int MostReceivers = 3;
    private const string AskAgainAfter = "30";

    private static HuurayJsonContext Json => HuurayJsonContext.Default;

    public SandboxAnswer Pdf(SandboxCall call)
    {
        if (!bodies.TryRead(call, json => json.GetPdf, out var body, out var refusal))
        {
            return refusal.ToAnswer();
        }

        if (state.FindOrder(body.OrderUid) is not { } order)
        {
            return HuurayRefusal.NotFound("There is no order with this id").ToAnswer();
        }

        if (RefusePdf(body, order) is { } refused)
        {
            return refused.ToAnswer();
        }

        if (!order.IsReady(call.Now) || order.ReadyAt + options.PdfDelay > call.Now)
        {
            return Pending(order);
        }

        var vouchers = Chosen(order, body.VoucherId);
        return vouchers.Length == 0
            ? HuurayRefusal.NotFound("The order has no such card, or it is cancelled").ToAnswer()
            : Documents(order, body, vouchers);
    }

    public SandboxAnswer Upload(SandboxCall call)
    {
        if (HuurayFormFile.TryRead(call) is not { } file)
        {
            return HuurayRefusal.BadRequest("The body is a form with one file, named File").ToAnswer();
        }

        return uploads.RefuseFile(file) is { } refusal
            ? refusal.ToAnswer()
            : HuurayReplies.Answer(uploads.Keep(file, issuer.NewUid()), Json.UploadReply);
    }

    private HuurayRefusal? RefusePdf(GetPdf body, HuurayOrder order)
    {
        var content = order.Content;
        if (content.Recipients.Count > MostReceivers)
        {
            return HuurayRefusal.Refused("The order has more receivers than a PDF call allows");
        }

        if ((body.PdfTemplateUid ?? content.PdfTemplateUid) is not { } uid)
        {
            return HuurayRefusal.Refused("Neither the call nor the order names a PDF template");
        }

        return options.PdfTemplates.FirstOrDefault(known => known.Uid == uid) switch
        {
            null => HuurayRefusal.NotFound("There is no such PDF template"),
            var template when !template.Fits(content.Product) => HuurayRefusal.Refused("The PDF template does not fit the product"),
            _ => null,
        };
    }

    private static HuurayVoucher[] Chosen(HuurayOrder order, int? voucherId) =>
        [.. order.Vouchers.Where(voucher => !voucher.Cancelled && (voucherId is null || voucher.Id == voucherId))];

    private static SandboxAnswer Pending(HuurayOrder order) =>
        HuurayReplies.Answer(
            new PdfReply(order.Uid, [])
            {
                Status = StatusCodes.Status202Accepted,
                Message = "Pending",
                StatusMessage = "Not ready, ask again later",
            },
            Json.PdfReply
        ) with
        {
            RetryAfter = AskAgainAfter,
        };

    private static SandboxAnswer Documents(HuurayOrder order, GetPdf body, HuurayVoucher[] vouchers)
    {
        var uid = body.PdfTemplateUid ?? order.Content.PdfTemplateUid;
        PdfDocument[] documents =
            body.Combine == true
                ? [Document(vouchers, uid, $"giftcard-order-{order.Uid}.pdf")]
                : [.. vouchers.Select(voucher => Document([voucher], uid, FileName(voucher)))];
        return HuurayReplies.Answer(new PdfReply(order.Uid, documents), Json.PdfReply);
    }

    private static PdfDocument Document(HuurayVoucher[] vouchers, string? uid, string name) =>
        new(
            [.. vouchers.Select(voucher => voucher.Id)],
            uid,
            name,
            MediaTypeNames.Application.Pdf,
            Convert.ToBase64String(HuurayPdf.Write(vouchers))
        );

    private static string FileName(HuurayVoucher voucher) => string.Create(CultureInfo.InvariantCulture, $"giftcard-{voucher.Id}.pdf");
}
