using System.Globalization;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Providers.Wire;

/// <summary>What stands between a buyer and a twin and answers in its stead, whatever the twin has done.</summary>
internal static class Gateways
{
    private static readonly int[] Statuses = [307, 400, 401, 402, 403, 404, 405, 406, 409, 413, 421, 422, 429, 451, 499, 503];

    /// <summary>Each status with a few of the bodies: a page, nothing, the JSON of several gateways, half of one.</summary>
    public static IReadOnlyList<Fault> Answers(string operation, FaultKind kind) =>
        [
            .. Statuses.SelectMany(status =>
                new (string? Body, string? Type)[]
                {
                    (null, null),
                    ("", "text/plain"),
                    ("""{"message":"Forbidden"}""", null),
                    ("""{"error":"forbidden","status":"PERMISSION_DENIED"}""", null),
                    (string.Create(CultureInfo.InvariantCulture, $$"""{"status":{{status}},"message":"Too many"}"""), null),
                    (
                        string.Create(CultureInfo.InvariantCulture, $$"""{"title":"Refused","status":{{status}}}"""),
                        "application/problem+json"
                    ),
                    ("""{"error":{"code":"REFUSED","message":"By policy."}}""", null),
                }
                    .Index()
                    .Where(each => (each.Index + status) % 7 < 3)
                    .Select(each => new Fault
                    {
                        Operation = operation,
                        Kind = kind,
                        Status = status,
                        Body = each.Item.Body,
                        ContentType = each.Item.Type,
                        IsCut = each.Index == 4 && status % 2 == 0,
                        Times = 1,
                    })
            ),
        ];

    /// <summary>The answer in words, for the message of a failed assertion.</summary>
    public static string Describe(this Fault fault) =>
        string.Create(CultureInfo.InvariantCulture, $"{fault.Status} {fault.Body ?? "page"}{(fault.IsCut ? " (cut)" : "")}");
}
