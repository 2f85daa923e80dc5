using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>How requests look and how Huuray answers. There are no error codes: programs read the status, the words are for people.</summary>
internal static class HuurayRules
{
    private static readonly Shape Recipient = Shape.Object(
        ("Name", Shape.Text),
        ("Email", Shape.Text),
        ("Phone", Shape.Text),
        ("RefID", Shape.Text)
    );

    private static readonly Shape Product = Shape.Object(
        ("Token!", Shape.Text),
        ("Value!", Shape.Whole),
        ("Currency!", Shape.Text),
        ("Quantity!", Shape.Whole),
        ("Expires", Shape.Time)
    );

    public static Shape Catalogue { get; } = Shape.Object(("All", Shape.Flag));

    public static Shape Stock { get; } = Shape.Object(("ProductToken!", Shape.Text), ("Value", Shape.Whole));

    public static Shape Order { get; } =
        Shape.Object(
            ("Product!", Product),
            ("Sync!", Shape.Flag),
            ("RefID", Shape.Text),
            ("DeliveryTemplateId", Shape.Whole),
            ("DeliveryPDFTemplateUid", Shape.Text),
            ("DeliveryDatetime", Shape.Time),
            ("PersonalMessage", Shape.Text),
            ("Recipients", Shape.List(Recipient)),
            ("AdditionalReference", Shape.Text),
            ("CustomerReference", Shape.Text),
            ("ArticleNumber", Shape.Text),
            ("Description", Shape.Text),
            ("PurchaseOrderFileToken", Shape.Text)
        );

    public static Shape Search { get; } =
        Shape.Object(
            ("OrderUID", Shape.Text),
            ("VoucherID", Shape.Whole),
            ("ProductToken", Shape.Text),
            ("RefID", Shape.Text),
            ("SMSTemplateID", Shape.Whole),
            ("EmailTemplateID", Shape.Whole),
            ("DeliveryDatetime", Shape.Time),
            ("RecipientName", Shape.Text),
            ("RecipientEmail", Shape.Text),
            ("RecipientPhone", Shape.Text),
            ("RecipientRefID", Shape.Text)
        );

    /// <summary>The body of resend and cancel: a whole order, or one card of it.</summary>
    public static Shape ChosenCards { get; } = Shape.Object(("OrderUID!", Shape.Text), ("VoucherID", Shape.Whole));

    public static Shape Pdf { get; } =
        Shape.Object(("OrderUID!", Shape.Text), ("VoucherID", Shape.Whole), ("PDFTemplateUid", Shape.Text), ("Combine", Shape.Flag));

    /// <summary>The texts an order may put on the invoice, where the account has them.</summary>
    public static IReadOnlyList<string> InvoiceTexts { get; } =
    ["AdditionalReference", "CustomerReference", "ArticleNumber", "Description"];

    public static SandboxAnswer BadCredentials { get; } =
        Refuse(StatusCodes.Status401Unauthorized, "Unauthorized", "Token, nonce or hash is not valid");

    public static SandboxAnswer BadRequest(string words) => Refuse(StatusCodes.Status400BadRequest, "Bad request", words);

    public static SandboxAnswer NotFound(string words) => Refuse(StatusCodes.Status404NotFound, "No match", words);

    public static SandboxAnswer Refused(string words) => Refuse(StatusCodes.Status422UnprocessableEntity, "Refused", words);

    /// <summary>A refusal is the bare envelope.</summary>
    public static SandboxAnswer Refuse(int status, string message, string words) => Answer([], status, message, words);

    /// <summary>The answer of the web framework itself to a malformed body: lower-case names, no envelope.</summary>
    public static SandboxAnswer Malformed(string member, string words) =>
        SandboxAnswer.Json(
            StatusCodes.Status400BadRequest,
            new JsonObject
            {
                ["title"] = "Request not valid",
                ["status"] = StatusCodes.Status400BadRequest,
                ["errors"] = new JsonObject { [member] = new JsonArray(words) },
            }
        );

    /// <summary>An answer in its envelope, which every body carries: the HTTP status once more, and its words twice.</summary>
    public static SandboxAnswer Answer(JsonObject body, int status = StatusCodes.Status200OK, string message = "OK", string words = "OK")
    {
        body["Status"] = status;
        body["Message"] = message;
        body["StatusMessage"] = words;
        return SandboxAnswer.Json(status, body);
    }

    /// <summary>Reads a body strictly by its shape and acts on it, or refuses it.</summary>
    public static SandboxAnswer Read(SandboxCall call, Shape shape, Func<SandboxCall, JsonObject, SandboxAnswer> act)
    {
        if (!call.HasJson)
        {
            return Malformed("$", "not application/json");
        }

        return shape.Read(call.Body, out var misfit) is { } body ? act(call, body) : Malformed(misfit!.Path, "not " + misfit.Expected);
    }
}
