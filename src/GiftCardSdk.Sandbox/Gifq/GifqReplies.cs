using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The forms every answer takes (one thing, a page of a list, a refusal), in the dialect the options ask for.</summary>
internal sealed class GifqReplies(GifqTwinOptions options, GifqDraw draw)
{
    private const int UsualLimit = 10;
    private const int LargestLimit = 20;

    // Members whose names GIFQ does not publish; no two things share a name here.
    private static readonly Dictionary<string, (string Alternative, string Second)> OtherNames = new(StringComparer.Ordinal)
    {
        ["redeem_details"] = ("redemption", "redemption_details"),
        ["serial"] = ("serial_number", "serial_number"),
        ["rate"] = ("exchange_rate", "exchange_rate"),
        ["fee_percentage"] = ("percentage", "fee_percent"),
        ["total"] = ("total_amount", "amount"),
        ["amount"] = ("balance", "available"),
        ["type"] = ("kind", "transaction_type"),
        ["id"] = ("uuid", "brand_id"),
        ["name"] = ("title", "title"),
        ["email_subject"] = ("mail_subject", "mail_subject"),
        ["email_body"] = ("mail_body", "mail_body"),
        ["webpage_headline"] = ("webpage_title", "redeem_headline"),
        ["webpage_body"] = ("webpage_text", "redeem_body"),
    };

    /// <summary>What a member with no published name is called, given its usual name: that of a balance's amount, a brand's id, and so on.</summary>
    public string Name(string usual) =>
        options.Names switch
        {
            GifqNames.Alternative => OtherNames[usual].Alternative,
            GifqNames.SecondAlternative => OtherNames[usual].Second,
            _ => usual,
        };

    /// <summary>A state in the words the options give it.</summary>
    public string Word(string status) => options.StatusWords.TryGetValue(status, out var word) ? word : status;

    public static string Time(DateTimeOffset at) => at.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public JsonNode Spell(JsonNode body) => options.NumbersAsStrings ? AsStrings(body)! : body;

    public SandboxAnswer One(JsonNode body, int status = StatusCodes.Status200OK) => SandboxAnswer.Json(status, Spell(body));

    public SandboxAnswer List(JsonArray rows) => One(options.WrapLists ? new JsonObject { ["data"] = rows } : rows);

    /// <summary>A page of a list whose order GIFQ does not state; the rows are kept oldest first.</summary>
    public SandboxAnswer Page<T>(SandboxCall call, IReadOnlyList<T> rows, Func<T, JsonObject> write) =>
        Page(call, rows, options.ListOrder == GifqListOrder.NewestFirst, write);

    /// <summary>A page of a list; backwards means that its last row comes first. Even an empty list has one page.</summary>
    public SandboxAnswer Page<T>(SandboxCall call, IReadOnlyList<T> rows, bool backwards, Func<T, JsonObject> write)
    {
        if (!TryNumber(call, "limit", UsualLimit, out var limit) || (limit > LargestLimit && options.RefuseLargeLimits))
        {
            return Malformed($"Pagination: limit is a whole number from 1 to {LargestLimit}.");
        }

        limit = Math.Min(limit, LargestLimit);
        var pages = Math.Max(1, (rows.Count + limit - 1) / limit);
        if (!TryNumber(call, "page", 1, out var page) || page > pages)
        {
            return Malformed($"Pagination: page lies in 1..{pages}, not at {call.QueryValue("page")}.");
        }

        var first = (page - 1) * limit;
        var count = Math.Min(limit, rows.Count - first);
        var cut = Enumerable.Range(first, count).Select(index => write(rows[backwards ? rows.Count - 1 - index : index]));
        return List(Json.Array(cut)) with
        {
            Headers = new Dictionary<string, string>(StringComparer.Ordinal)
            {
                ["current-page"] = Text(page),
                ["page-items"] = Text(options.PageItems == GifqPageItems.PageSize ? limit : count),
                ["total-count"] = Text(rows.Count),
                ["total-pages"] = Text(pages),
            },
        };
    }

    public SandboxAnswer Malformed(string words) => Refuse(StatusCodes.Status400BadRequest, words);

    public SandboxAnswer Unknown(string what) => Refuse(StatusCodes.Status404NotFound, $"There is no such {what}.");

    public SandboxAnswer Invalid(string words) =>
        Refuse(StatusCodes.Status422UnprocessableEntity, words, isNumbered: options.RequestIdOnEveryRefusal);

    /// <summary>A refused order always carries an id for the provider's support, other refusals only if the options say so.</summary>
    public SandboxAnswer InvalidOrder(string words) => Refuse(StatusCodes.Status422UnprocessableEntity, words, isNumbered: true);

    /// <summary>GIFQ has no error codes: there is the status, and a text for people.</summary>
    public SandboxAnswer Refuse(int status, string words, bool isNumbered = false)
    {
        var body = new JsonObject { ["message"] = words, ["status"] = "error" };
        if (isNumbered)
        {
            body["request_id"] = "rq-" + draw.Hex(6);
        }

        return One(body, status);
    }

    /// <summary>Reads a body of a shape, or refuses it.</summary>
    public SandboxAnswer Read(SandboxCall call, Shape shape, Func<JsonObject, SandboxAnswer> act)
    {
        if (!call.HasJson)
        {
            return Malformed("Send the body as application/json.");
        }

        return shape.Read(call.Body, out var misfit) is { } body ? act(body) : Malformed($"{misfit!.Path} is not {misfit.Expected}.");
    }

    // Amounts, rates and percentages are decimals here, counts are integers.
    private static JsonNode? AsStrings(JsonNode? node) =>
        node switch
        {
            JsonObject document => new JsonObject(document.Select(member => KeyValuePair.Create(member.Key, AsStrings(member.Value)))),
            JsonArray array => Json.Array(array.Select(AsStrings)),
            JsonValue value when value.GetValue<object>() is decimal number => number.ToString(CultureInfo.InvariantCulture),
            JsonValue value => value.DeepClone(),
            _ => null,
        };

    private static bool TryNumber(SandboxCall call, string name, int usual, out int value)
    {
        value = usual;
        return call.QueryValue(name) is not { } text
            || (int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out value) && value >= 1);
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}

/// <summary>Everything that looks random: ids, tokens and codes, drawn from the sandbox's seed. Guarded by the twin's lock.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
internal sealed class GifqDraw(int seed)
{
    private readonly Random _random = new(seed);

    public string Hex(int length) => new(_random.GetItems<char>("0123456789abcdef", length));

    public string Digits(int length) => new(_random.GetItems<char>("0123456789", length));

    public string Letters(int length) => new(_random.GetItems<char>("ABCDEFGHJKLMNPQRSTUVWXYZ23456789", length));

    public string Uuid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes).ToString("D");
    }
}
