using GiftCardSdk.Chaos.Orders;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Chaos.Faults;

/// <summary>
/// Something between buyer and twin that answers in the provider's stead, before the provider has acted or after it has sold: a firewall, a proxy, a
/// delivery network. It has every status there is and never the provider's own words, so nothing that it says refuses an order.
/// </summary>
internal static class Gateway
{
    private static readonly int[] Statuses =
    [
        301,
        302,
        303,
        308,
        400,
        401,
        402,
        403,
        404,
        405,
        406,
        407,
        408,
        409,
        410,
        413,
        415,
        418,
        421,
        422,
        425,
        429,
        431,
        451,
        499,
        500,
        501,
        502,
        503,
        504,
        520,
        524,
        599,
    ];

    private static readonly (string? Body, string? Type)[] Bodies =
    [
        (null, null),
        ("", null),
        ("""{"fault":{"faultstring":"Rejected by policy","detail":{"errorcode":"policies.Rejected"}}}""", "application/json"),
        ("""{"gateway":"edge-7","ray":"8f2c1d"}""", "application/json"),
        ("Request blocked.", "text/plain"),
        ("[]", "application/json"),
        ("""<?xml version="1.0"?><Error><Code>AccessDenied</Code></Error>""", "application/xml"),
    ];

    /// <summary>What it says to a call that sells.</summary>
    public static IEnumerable<Fault> OfCreate(string create, Dice dice) =>
        Statuses.SelectMany(status =>
            new[]
            {
                Make(create, FaultKind.ServerErrorAfterCommit, status, dice, 0.0005m, 0.0025m),
                Make(create, FaultKind.ServerErrorBeforeCommit, status, dice, 0.0002m, 0.001m),
            }
        );

    /// <summary>What it says to a call that only reads.</summary>
    public static IEnumerable<Fault> OfRead(string read, Dice dice) =>
        Statuses.Select(status => Make(read, FaultKind.ServerErrorBeforeCommit, status, dice, 0.0002m, 0.0015m));

    private static Fault Make(string operation, FaultKind kind, int status, Dice dice, decimal least, decimal most)
    {
        var (body, type) = dice.Pick(Bodies);
        return new()
        {
            Operation = operation,
            Kind = kind,
            Status = status,
            Body = body,
            ContentType = type,
            Probability = least + ((most - least) * (decimal)dice.NextFraction()),
        };
    }
}
