using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>A template as it would have been made in Giftbit's web pages; it may say when its orders expire.</summary>
internal sealed record GiftbitTemplate(string Id, int? ExpiresAfterDays = null);

/// <summary>
/// How requests look and how Giftbit answers. Codes that no document names are invented here and begin with <c>ERROR_SIM_</c>, so that
/// nobody takes them for Giftbit's.
/// </summary>
internal static class GiftbitRules
{
    public const string CompanyName = "Harbour Pine Rewards";

    /// <summary>The address no contact is accepted under: the order is answered 200 and counts the contact as failed.</summary>
    public const string BadContactAddress = "bad-contact@sandbox.example";

    /// <summary>The body of all three creates; each reads the members it knows.</summary>
    public static Shape Order { get; } =
        Shape.Open(
            ("id", Shape.Text),
            ("contacts", Shape.List(Shape.Open(("email", Shape.Text), ("firstname", Shape.Text), ("lastname", Shape.Text)))),
            ("price_in_cents", Shape.Long),
            ("brand_codes", Shape.List(Shape.Text)),
            ("brand_code", Shape.Text),
            ("region", Shape.Text),
            ("gift_template", Shape.Text),
            ("message", Shape.Text),
            ("subject", Shape.Text),
            ("expiry", Shape.Text),
            ("delivery_type", Shape.Text),
            ("link_count", Shape.Whole)
        );

    public static Shape TopUp { get; } =
        Shape.Open(("id", Shape.Text), ("currencyisocode", Shape.Text), ("fund_amount_in_cents", Shape.Long));

    public static Shape Resend { get; } = Shape.Open(("resend", Shape.Flag));

    /// <summary>The templates an order may name. Nothing fixes price or brand.</summary>
    public static IReadOnlyList<GiftbitTemplate> Templates { get; } = [new("THANK"), new("PROMO", ExpiresAfterDays: 90)];

    public static SandboxAnswer BadRequest(string code, string message) =>
        Refuse(StatusCodes.Status400BadRequest, code, "Malformed request", message);

    public static SandboxAnswer Missing(string element) => BadRequest("ERROR_SIM_MISSING_ELEMENT", element);

    public static SandboxAnswer Invalid(string code, string message, string name = "Invalid parameter") =>
        Refuse(StatusCodes.Status422UnprocessableEntity, code, name, message);

    public static SandboxAnswer Parameter(string message) => Invalid("ERROR_SIM_INVALID_PARAMETER", message);

    public static SandboxAnswer InvalidBrand(string brand, long cents) =>
        Invalid(
            "ERROR_CAMPAIGN_INVALID_BRAND",
            string.Create(CultureInfo.InvariantCulture, $"{brand} at {cents}"),
            "Brand or price not available"
        );

    /// <summary>The answer about something that does not exist; undocumented, so it is a switch.</summary>
    public static SandboxAnswer Unknown(GiftbitTwinOptions options, string code, string id) =>
        options.UnknownOrderAnswer == GiftbitUnknownOrderAnswer.NotFound
            ? Refuse(StatusCodes.Status404NotFound, code, "Not found", id)
            : Invalid(code, id, "Not found");

    /// <summary>An error answer; <paramref name="stray"/> is the extra member that was recorded beside some errors.</summary>
    public static SandboxAnswer Refuse(int status, string code, string name, string message, (string Name, JsonNode Value)? stray = null)
    {
        var body = new JsonObject { ["error"] = Info(code, name, message), ["status"] = status };
        if (stray is { } extra)
        {
            body[extra.Name] = extra.Value;
        }

        return SandboxAnswer.Json(status, body);
    }

    /// <summary>The short report in every body.</summary>
    public static JsonObject Info(string code, string name, string message) =>
        new()
        {
            ["code"] = code,
            ["name"] = name,
            ["message"] = message,
        };

    public static SandboxAnswer Ok(JsonObject body) => SandboxAnswer.Json(StatusCodes.Status200OK, body);

    /// <summary>Reads a body as strictly as a service would, or refuses it.</summary>
    public static SandboxAnswer Read(SandboxCall call, Shape shape, Func<SandboxCall, JsonObject, SandboxAnswer> act)
    {
        if (!call.HasJson)
        {
            return BadRequest("ERROR_SIM_CONTENT_TYPE", "Send the body as application/json.");
        }

        return shape.Read(call.Body, out var misfit) is { } body
            ? act(call, body)
            : BadRequest("ERROR_SIM_MALFORMED_BODY", $"The body is not the JSON expected here, at {misfit!.Path}.");
    }

    /// <summary>A page of a list, as asked for and cut to what is allowed.</summary>
    public static SandboxAnswer Page<T>(
        SandboxCall call,
        string name,
        IReadOnlyList<T> all,
        Func<T, JsonNode> row,
        JsonObject info,
        int usual,
        int largest
    )
    {
        if (!TryNumber(call, "limit", usual, out var limit) || !TryNumber(call, "offset", 0, out var offset))
        {
            return Parameter("limit and offset are whole numbers, not negative");
        }

        limit = Math.Min(limit, largest);
        var rows = Json.Array(all.Skip(offset).Take(limit).Select(row));
        return Ok(
            new JsonObject
            {
                [name] = rows,
                ["number_of_results"] = rows.Count,
                ["limit"] = limit,
                ["offset"] = offset,
                ["total_count"] = all.Count,
                ["info"] = info,
                ["status"] = StatusCodes.Status200OK,
            }
        );
    }

    private static bool TryNumber(SandboxCall call, string name, int usual, out int value)
    {
        value = usual;
        return call.QueryValue(name) is not { } text || int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value);
    }
}
