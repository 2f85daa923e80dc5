using System.Globalization;
using System.Net.Mail;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>How requests look, and what is refused in which words: a code to branch on and a text not to.</summary>
internal static class GiftronautRules
{
    public const string Branded = "BRANDED_CARD";
    public const string Choice = "CHOICE_CARD";

    private const string Seconds = "yyyy-MM-ddTHH:mm:ss";

    private static readonly Shape Address = Shape.Texts("an e-mail address", IsAddress);
    private static readonly Shape CardType = Shape.OneOf(Branded, Choice);
    private static readonly Shape Color = Shape.Texts(
        "a color as #RRGGBB",
        text => text is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit)
    );

    private static readonly Shape Timing = Shape.Open(
        ("type!", Shape.OneOf("IMMEDIATE", "SCHEDULED")),
        ("scheduledAt", Shape.Text),
        ("timezone", Shape.Text)
    );

    private static readonly (string, Shape)[] Recipient = [("email!", Address), ("firstName", Shape.Text), ("lastName", Shape.Text)];

    private static readonly Shape EmailSetting = Shape.Open(
        ("senderName!", Shape.Words),
        ("subject!", Shape.Words),
        ("message", Shape.Text),
        ("templateId", Shape.Text)
    );

    public static Shape Order { get; } =
        Shape.Open(
            ("productId!", Shape.Words),
            ("recipients!", Shape.List(Shape.Open([.. Recipient, ("amount!", Shape.Amount)]))),
            ("emailSetting!", EmailSetting),
            ("sendTiming!", Timing),
            ("refundOption", Shape.Flag)
        );

    public static Shape Links { get; } =
        Shape.Open(
            ("cardType!", CardType),
            ("productId!", Shape.Words),
            ("quantity!", Shape.Whole),
            ("amountPerLink!", Shape.Amount),
            ("refundOption", Shape.Flag)
        );

    public static Shape Resend { get; } =
        Shape.Open(("recipients!", Shape.List(Shape.Open(("email!", Shape.Text), ("updatedEmail", Address)))));

    public static Shape TestEmail { get; } =
        Shape.Open(
            ("email!", Address),
            ("productId!", Shape.Words),
            ("amount!", Shape.Amount),
            ("emailSubject!", Shape.Words),
            ("senderName!", Shape.Words),
            ("emailMessage!", Shape.Text),
            ("templateId", Shape.Text)
        );

    public static Shape TopUp { get; } =
        Shape.Open(
            ("amount!", Shape.Amount),
            ("companyName!", Shape.Words),
            ("phoneNumber!", Shape.Words),
            ("billingAddress!", Shape.Words),
            ("city!", Shape.Words),
            ("state!", Shape.Words),
            ("country!", Shape.Words),
            ("zipCode!", Shape.Words),
            ("ein!", Shape.Words)
        );

    public static Shape Template { get; } =
        Shape.Open(
            ("name!", Shape.Texts("a name of 1 to 100 characters", text => text.Length is >= 1 and <= 100)),
            ("senderName!", Shape.Words),
            ("message", Shape.Text),
            ("imageAlignment", Shape.OneOf("left", "center", "right")),
            ("imageSize", Shape.Whole),
            ("borderColor", Color),
            ("buttonColor", Color),
            ("buttonFontColor", Color)
        );

    public static Shape Campaign { get; } =
        Shape.Open(
            ("name!", Shape.Words),
            ("cardType!", CardType),
            ("productId!", Shape.Words),
            ("amount!", Shape.Amount),
            ("subject!", Shape.Words),
            ("senderName!", Shape.Words),
            ("message", Shape.Text),
            ("templateId", Shape.Text),
            ("refundOption", Shape.Flag)
        );

    public static Shape Run { get; } =
        Shape.Open(
            ("recipients!", Shape.List(Shape.Open(Recipient))),
            ("subject", Shape.Text),
            ("senderName", Shape.Text),
            ("message", Shape.Text),
            ("sendTiming", Timing)
        );

    public static SandboxAnswer Unauthorized { get; } =
        Refuse(StatusCodes.Status401Unauthorized, "UNAUTHORIZED", "The token is missing, unknown or expired.");

    public static SandboxAnswer NoSuchOrder { get; } = NotFound("ORDER_NOT_FOUND", "order");

    public static SandboxAnswer TooManyRequests(string words = "Too many requests in this minute.") =>
        Refuse(StatusCodes.Status429TooManyRequests, "RATE_LIMIT_EXCEEDED", words);

    public static SandboxAnswer Invalid(string words) => Refuse(StatusCodes.Status400BadRequest, "VALIDATION_ERROR", words);

    public static SandboxAnswer NotFound(string code, string what) =>
        Refuse(StatusCodes.Status404NotFound, code, $"There is no such {what}.");

    public static SandboxAnswer Conflict(string code, string words) => Refuse(StatusCodes.Status409Conflict, code, words);

    public static SandboxAnswer Refuse(int status, string code, string words, string? orderId = null) =>
        SandboxAnswer.Json(
            status,
            new JsonObject
            {
                ["error"] = code,
                ["message"] = words,
                ["orderId"] = orderId,
            }.WithoutNulls()
        );

    /// <summary>What the framework says where no operation answers: here <c>error</c> is a phrase.</summary>
    public static SandboxAnswer NoSuchRoute(SandboxCall call) =>
        SandboxAnswer.Json(
            StatusCodes.Status404NotFound,
            new JsonObject
            {
                ["timestamp"] = Time(call.Now, ".fff"),
                ["status"] = StatusCodes.Status404NotFound,
                ["error"] = "Not Found",
                ["path"] = call.PathAndQuery.Split('?')[0],
            }
        );

    /// <summary>Reads a body of a shape into the call, and lets it be acted on.</summary>
    public static SandboxAnswer Read(GiftronautCall call, Shape shape, Func<GiftronautCall, SandboxAnswer> act)
    {
        if (!call.Http.HasJson)
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "UNSUPPORTED_MEDIA_TYPE", "Send the body as application/json.");
        }

        return shape.Read(call.Http.Body, out var misfit) is { } body
            ? act(call with { Body = body })
            : Invalid($"{misfit!.Path} is not {misfit.Expected}.");
    }

    /// <summary>The product cannot be had, or not for this amount.</summary>
    public static SandboxAnswer? RefuseAmounts(GiftronautProduct product, IEnumerable<JsonObject> lines) =>
        lines.All(line => product.Accepts(line.Amount("amount") ?? 0))
            ? null
            : Invalid($"The product's amounts are {product.PricesInWords}.");

    public static SandboxAnswer? RefuseTemplate(GiftronautCall call, JsonObject? texts) =>
        texts.Text("templateId") is { } id && !call.Account.Templates.ContainsKey(id)
            ? Invalid("templateId names no template; leave it out for the default one.")
            : null;

    public static SandboxAnswer? RefuseTiming(JsonObject? timing, DateTimeOffset now) =>
        (timing.Text("type"), timing.Text("scheduledAt"), timing.Text("timezone")) switch
        {
            (not "SCHEDULED", null, null) => null,
            (not "SCHEDULED", _, _) => Invalid("IMMEDIATE excludes scheduledAt and timezone."),
            (_, null, _) or (_, _, null) => Invalid("SCHEDULED needs scheduledAt and timezone."),
            _ => SendAt(timing) is not { } at ? Invalid("scheduledAt is yyyy-MM-ddTHH:mm:ss without an offset, timezone an IANA zone.")
            : at <= now ? Invalid("scheduledAt has passed.")
            : null,
        };

    /// <summary>The instant at which a wall clock in an IANA zone shows the time; null sends at once.</summary>
    public static DateTimeOffset? SendAt(JsonObject? timing) =>
        DateTime.TryParseExact(timing.Text("scheduledAt"), Seconds, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
        && TimeZoneInfo.TryFindSystemTimeZoneById(timing.Text("timezone") ?? "", out var zone)
        && zone.HasIanaId
        // The ends of the calendar lie outside it in other zones.
        && wall.Year is not (1 or 9999)
            ? new DateTimeOffset(wall, zone.GetUtcOffset(wall))
            : null;

    /// <summary>Times are UTC, and mostly without an offset in the text.</summary>
    public static string Time(DateTimeOffset instant, string end = "") =>
        instant.UtcDateTime.ToString(Seconds + end, CultureInfo.InvariantCulture);

    /// <summary>An amount of dollars. Adding two decimals' worth of nothing makes 90 read 90.00, as on Giftronaut's pages.</summary>
    public static JsonObject Dollars(decimal amount) => new() { ["amount"] = amount + 0.00m, ["currency"] = "USD" };

    private static bool IsAddress(string text) =>
        MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal);
}
