using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Puts bodies into the shape the switches ask for.</summary>
internal sealed class GiftCardPartnersAnswers(GiftCardPartnersTwinOptions options)
{
    private const int UsualPage = 100;

    // Their names are paths, or are lower case already.
    private static readonly HashSet<string> AsTheyAre = new(StringComparer.Ordinal) { "Errors", "ModelState", "errors" };

    public SandboxAnswer Ok(JsonNode body) => Write(StatusCodes.Status200OK, body);

    public SandboxAnswer Write(int status, JsonNode body) => SandboxAnswer.Json(status, Named(body));

    /// <summary>The body with its members named as the switch says; camel case was seen at the sister deployment.</summary>
    public JsonNode Named(JsonNode body) => options.CamelCase ? Renamed(body)! : body;

    /// <summary>Reads an order, or refuses it. The sister deployment was seen to read names in any case.</summary>
    public SandboxAnswer Read(SandboxCall call, Func<SandboxCall, JsonObject, SandboxAnswer> act)
    {
        if (!call.HasJson)
        {
            return Refuse(StatusCodes.Status400BadRequest, "Send the body as application/json.");
        }

        return GiftCardPartnersRules.Order.Read(call.Body, out var misfit, anyCase: true) is { } body
            ? act(call, body)
            : Refuse(StatusCodes.Status400BadRequest, $"The body is not the JSON expected here, at {misfit!.Path}.");
    }

    /// <summary>One page of a list as asked for and cut to what is allowed, in its envelope or bare; empty beyond the end.</summary>
    public SandboxAnswer Page<T>(SandboxCall call, int total, Func<int, T> item, Func<T, JsonNode> row)
    {
        var complaints = new List<(string, string)>();
        var index = Number(call, "pageIndex", options.FirstPageIndex, options.FirstPageIndex, int.MaxValue, complaints);
        var largest = options.RefuseOversizedPages ? options.MaxPageSize : int.MaxValue;
        var size = Math.Min(Number(call, "pageSize", UsualPage, 1, largest, complaints), options.MaxPageSize);
        if (complaints.Count > 0)
        {
            return Invalid(complaints);
        }

        var first = (int)Math.Min((long)(index - options.FirstPageIndex) * size, total);
        var rows = Enumerable.Range(first, Math.Min(size, total - first)).Select(item).Select(row);
        return List(options.PagedLists, Json.Array(rows), index, size, total);
    }

    /// <summary>A short list, whole.</summary>
    public SandboxAnswer Whole(IReadOnlyList<JsonObject> rows) =>
        List(options.LookupLists, Json.Array(rows.Select(row => row.Copy())), options.FirstPageIndex, rows.Count, rows.Count);

    /// <summary>An error; what is wrong stands by the path of the member, where one is to blame.</summary>
    public SandboxAnswer Refuse(int status, string message, JsonObject? errors = null) =>
        options.ErrorShape switch
        {
            GiftCardPartnersErrorShape.Empty => SandboxAnswer.Empty(status),
            // As RFC 7807 has it, whose names are lower case whatever the others are.
            GiftCardPartnersErrorShape.ProblemDetails => Write(
                status,
                new JsonObject
                {
                    ["title"] = "Request refused",
                    ["status"] = status,
                    ["detail"] = message,
                    ["errors"] = errors,
                }.WithoutNulls()
            ) with
            {
                ContentType = "application/problem+json;charset=UTF-8",
            },
            GiftCardPartnersErrorShape.ModelState => Write(
                status,
                new JsonObject { ["Message"] = message, ["ModelState"] = errors }.WithoutNulls()
            ),
            _ => Write(status, new JsonObject { ["Message"] = message, ["Errors"] = errors }.WithoutNulls()),
        };

    public SandboxAnswer Invalid(IEnumerable<(string Path, string Complaint)> complaints)
    {
        var errors = new JsonObject();
        foreach (var member in complaints.GroupBy(complaint => complaint.Path, complaint => complaint.Complaint, StringComparer.Ordinal))
        {
            errors[member.Key] = Json.Array(member.Select(complaint => (JsonNode)complaint));
        }

        return Refuse(StatusCodes.Status400BadRequest, "The request is not valid.", errors);
    }

    /// <summary>There is no such order or product.</summary>
    public SandboxAnswer Unknown(string message) =>
        Refuse(options.UnknownAnswer == GiftCardPartnersUnknownAnswer.NotFound ? 404 : 400, message);

    /// <summary>The PO number was used before.</summary>
    /// <param name="original">The id of the order it belongs to; null where the number is spent without one.</param>
    /// <param name="another">The id of another order of the account, or null where there is none.</param>
    public SandboxAnswer Conflict(string? original, string? another)
    {
        var shape = options.ConflictShape;
        if (shape == GiftCardPartnersConflictShape.BareText && original is not null)
        {
            return Write(StatusCodes.Status409Conflict, original);
        }

        var body = new JsonObject { ["Message"] = "The PO number is already in use." };
        if (original is not null && shape != GiftCardPartnersConflictShape.WithoutId)
        {
            var (name, value) = Pointer(shape, original, another);
            body[name] = value;
        }

        return Write(StatusCodes.Status409Conflict, body);
    }

    private static (string Name, JsonNode Value) Pointer(GiftCardPartnersConflictShape shape, string original, string? another) =>
        shape switch
        {
            GiftCardPartnersConflictShape.PreviousOrderIdsText => ("PreviousOrderIds", original),
            GiftCardPartnersConflictShape.PreviousOrderId => ("PreviousOrderId", original),
            GiftCardPartnersConflictShape.OrderId => ("OrderId", original),
            GiftCardPartnersConflictShape.Id => ("Id", original),
            GiftCardPartnersConflictShape.InsideError => ("Error", new JsonObject { ["OrderId"] = original }),
            GiftCardPartnersConflictShape.InsideData => ("Data", new JsonObject { ["OrderId"] = original }),
            GiftCardPartnersConflictShape.SeveralOrderIds when another is not null => (
                "PreviousOrderIds",
                new JsonArray(another, original)
            ),
            _ => ("PreviousOrderIds", new JsonArray(original)),
        };

    private SandboxAnswer List(GiftCardPartnersListShape shape, JsonArray rows, int page, int size, int total) =>
        Ok(
            shape == GiftCardPartnersListShape.Array
                ? rows
                : new JsonObject
                {
                    ["Page"] = page,
                    ["PageSize"] = size,
                    ["TotalCount"] = total,
                    ["Data"] = rows,
                }
        );

    private static int Number(SandboxCall call, string name, int usual, int least, int most, List<(string, string)> complaints)
    {
        if (call.QueryValue(name) is not { } text)
        {
            return usual;
        }

        if (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
        {
            return number;
        }

        complaints.Add((name, string.Create(CultureInfo.InvariantCulture, $"A whole number from {least} to {most} is expected.")));
        return usual;
    }

    private static JsonNode? Renamed(JsonNode? node) =>
        node switch
        {
            JsonObject document => new JsonObject(
                document.Select(member =>
                    KeyValuePair.Create(
                        JsonNamingPolicy.CamelCase.ConvertName(member.Key),
                        AsTheyAre.Contains(member.Key) ? member.Value?.DeepClone() : Renamed(member.Value)
                    )
                )
            ),
            JsonArray array => Json.Array(array.Select(Renamed)),
            JsonValue value => value.DeepClone(),
            _ => null,
        };
}
