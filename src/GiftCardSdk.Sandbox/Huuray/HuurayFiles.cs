using System.Globalization;
using System.Net.Mime;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace GiftCardSdk.Sandbox;

/// <summary>Files: the PDFs of an order, and uploaded purchase orders.</summary>
internal sealed class HuurayFiles(HuurayTwinOptions options, HuurayStore store)
{
    private const int MostReceivers = 3;
    private const int MostWaiting = 5;
    private const int LargestFile = 10 * 1024 * 1024;
    private const string AskAgainAfter = "30";

    // The type by the file's content, not by what the client calls it.
    private static readonly (byte[] Start, string Type)[] Kinds =
    [
        ("%PDF"u8.ToArray(), MediaTypeNames.Application.Pdf),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], MediaTypeNames.Image.Png),
        ([0xFF, 0xD8, 0xFF], MediaTypeNames.Image.Jpeg),
        ("GIF8"u8.ToArray(), MediaTypeNames.Image.Gif),
    ];

    public static SandboxAnswer NotEnabled => HuurayRules.Refused("Purchase-order files are not enabled for this account");

    public SandboxAnswer Pdf(SandboxCall call, JsonObject body)
    {
        if (store.FindOrder(body.Text("OrderUID")) is not { } order)
        {
            return HuurayRules.NotFound("There is no order with this id");
        }

        var uid = body.Text("PDFTemplateUid") ?? order.Asked.Text("DeliveryPDFTemplateUid");
        if (RefusePdf(uid, order) is { } refused)
        {
            return refused;
        }

        if (!order.IsReady(call.Now) || order.ReadyAt + options.PdfDelay > call.Now)
        {
            return Documents(order, [], StatusCodes.Status202Accepted, "Pending", "Not ready, ask again later") with
            {
                RetryAfter = AskAgainAfter,
            };
        }

        var id = body.Whole("VoucherID");
        HuurayCard[] cards = [.. order.Cards.Where(card => !card.Cancelled && (id is null || card.Id == id))];
        return cards.Length == 0 ? HuurayRules.NotFound("The order has no such card, or it is cancelled")
            : body.Flag("Combine") == true ? Documents(order, new JsonArray(Document(cards, uid, $"giftcard-order-{order.Uid}.pdf")))
            : Documents(order, Json.Array(cards.Select(card => Document([card], uid, FileName(card)))));
    }

    public SandboxAnswer Upload(SandboxCall call)
    {
        if (ReadForm(call) is not var (name, content))
        {
            return HuurayRules.BadRequest("The body is a form with one file, named File");
        }

        var type = Array.Find(Kinds, kind => content.AsSpan().StartsWith(kind.Start)).Type;
        if (RefuseFile(content, type) is { } refusal)
        {
            return refusal;
        }

        var token = store.NewUid();
        store.Files.Add(token);
        var reply = new JsonObject
        {
            ["Token"] = token,
            ["FileName"] = name,
            ["ContentType"] = type,
            ["Size"] = (long)content.Length,
        };
        return HuurayRules.Answer(reply, StatusCodes.Status201Created);
    }

    private SandboxAnswer? RefusePdf(string? uid, HuurayOrder order)
    {
        if (order.Recipients.Count > MostReceivers)
        {
            return HuurayRules.Refused("The order has more receivers than a PDF call allows");
        }

        if (uid is null)
        {
            return HuurayRules.Refused("Neither the call nor the order names a PDF template");
        }

        return options.PdfTemplates.FirstOrDefault(known => known.Uid == uid) switch
        {
            null => HuurayRules.NotFound("There is no such PDF template"),
            var template when !template.Fits(order.Product) => HuurayRules.Refused("The PDF template does not fit the product"),
            _ => null,
        };
    }

    private SandboxAnswer? RefuseFile(byte[] content, string? type) =>
        type switch
        {
            _ when !options.PurchaseOrderFiles => NotEnabled,
            _ when content.Length > LargestFile => HuurayRules.Refuse(
                StatusCodes.Status413PayloadTooLarge,
                "Too large",
                "A file has at most 10 MB"
            ),
            null => HuurayRules.Refused("Only a PDF or an image is supported"),
            _ when store.Files.Count >= MostWaiting => HuurayRules.Refused("Five files wait for their order already"),
            _ => null,
        };

    private static SandboxAnswer Documents(
        HuurayOrder order,
        JsonArray documents,
        int status = StatusCodes.Status200OK,
        string message = "OK",
        string words = "OK"
    ) => HuurayRules.Answer(new JsonObject { ["OrderUID"] = order.Uid, ["Documents"] = documents }, status, message, words);

    private static JsonObject Document(HuurayCard[] cards, string? uid, string name) =>
        new JsonObject
        {
            ["VoucherIDs"] = Json.Array(cards.Select(card => (JsonNode)card.Id)),
            ["PDFTemplateUid"] = uid,
            ["FileName"] = name,
            ["ContentType"] = MediaTypeNames.Application.Pdf,
            ["Content"] = Convert.ToBase64String(HuurayPdf.Write(cards)),
        };

    private static string FileName(HuurayCard card) => string.Create(CultureInfo.InvariantCulture, $"giftcard-{card.Id}.pdf");

    // A form that consists of exactly one part named File, a file with a name and a media type; null for any other body.
    private static (string Name, byte[] Content)? ReadForm(SandboxCall call)
    {
        if (
            !MediaTypeHeaderValue.TryParse(call.Header("Content-Type"), out var type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary
        )
        {
            return null;
        }

        try
        {
            // The body is in memory, so this does not block.
            return ReadAsync(boundary, call.Body).GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is IOException or InvalidDataException)
        {
            return null;
        }
    }

    private static async Task<(string Name, byte[] Content)?> ReadAsync(string boundary, byte[] body)
    {
        using var stream = new MemoryStream(body);
        var reader = new MultipartReader(boundary, stream);
        if (await reader.ReadNextSectionAsync().ConfigureAwait(false) is not { } section || FileName(section) is not { } name)
        {
            return null;
        }

        using var content = new MemoryStream();
        await section.Body.CopyToAsync(content).ConfigureAwait(false);
        return await reader.ReadNextSectionAsync().ConfigureAwait(false) is null ? (name, content.ToArray()) : null;
    }

    private static string? FileName(MultipartSection section) =>
        section.ContentType is not null
        && section.GetContentDispositionHeader() is { } disposition
        && HeaderUtilities.RemoveQuotes(disposition.Name) == "File"
        && HeaderUtilities.RemoveQuotes(disposition.FileName).Value is { Length: > 0 } name
            ? name
            : null;
}
