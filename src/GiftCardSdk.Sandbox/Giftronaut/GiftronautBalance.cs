using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>An account's prepaid balance in US dollars, the only currency Giftronaut funds. Guarded by the twin's lock.</summary>
internal sealed class GiftronautFunds
{
    private readonly List<JsonObject> _movements = [];

    public GiftronautFunds(decimal opening, DateTimeOffset now) => Put("CHARGE", opening, reference: null, "Opening balance", now);

    /// <summary>What can be spent.</summary>
    public decimal Available { get; set; }

    /// <summary>What orders have taken that are not complete yet.</summary>
    public decimal Pending { get; set; }

    /// <summary>The top-ups that wait for approval, by number.</summary>
    public Dictionary<string, decimal> TopUps { get; } = new(StringComparer.Ordinal);

    /// <summary>Every movement as it is shown, oldest first. The amount is never negative; the type says which way it went.</summary>
    public IReadOnlyList<JsonObject> Movements => _movements;

    public void Put(string type, decimal amount, string? reference, string description, DateTimeOffset now)
    {
        Available += type == "USE" ? -amount : amount;
        _movements.Add(
            new JsonObject
            {
                ["type"] = type,
                ["amount"] = GiftronautRules.Dollars(amount),
                ["balanceAfter"] = GiftronautRules.Dollars(Available),
                ["referenceNumber"] = reference,
                ["description"] = description,
                ["createdAt"] = GiftronautRules.Time(now),
            }.WithoutNulls()
        );
    }
}

/// <summary>The prepaid balance, its movements, and the request for more.</summary>
internal sealed class GiftronautBalance(GiftronautTwinOptions options, GiftronautStore store, GiftronautReplies replies)
{
    private const decimal SmallestTopUp = 100m;

    // The last two can be asked for, but nothing here makes such movements.
    private static readonly string[] Types = ["CHARGE", "USE", "REFUND", "REWARD", "TRANSFER"];

    public SandboxAnswer Get(GiftronautCall call)
    {
        var funds = call.Account.Funds;
        var reply = new JsonObject
        {
            ["availableBalance"] = GiftronautRules.Dollars(funds.Available),
            ["pendingBalance"] = GiftronautRules.Dollars(funds.Pending),
        };
        if (options.ShowOptionalMembers)
        {
            reply["rewardBalance"] = GiftronautRules.Dollars(0);
            reply["totalBalance"] = GiftronautRules.Dollars(funds.Available);
        }

        return replies.Data(reply);
    }

    public SandboxAnswer Ledger(GiftronautCall call)
    {
        if (GiftronautFilters.Refuse(call.Http, ("type", Types)) is { } refusal)
        {
            return refusal;
        }

        var found = call
            .Account.Funds.Movements.Reverse()
            .Where(movement => GiftronautFilters.Is(call.Http, "type", movement.Text("type")!))
            .Where(movement => GiftronautFilters.Include(call.Http, movement.Text("createdAt")!))
            .ToArray();
        return replies.Page(call, found, found.Length, Json.Copy);
    }

    public SandboxAnswer TopUp(GiftronautCall call)
    {
        if (!call.Account.IsProduction)
        {
            const string words = "The sandbox's balance is virtual; it cannot be charged.";
            return GiftronautRules.Refuse(StatusCodes.Status403Forbidden, "FORBIDDEN", words);
        }

        var amount = call.Body.Amount("amount") ?? 0;
        if (amount < SmallestTopUp || decimal.Truncate(amount) != amount)
        {
            return GiftronautRules.Invalid("amount is in whole US dollars, at least 100.");
        }

        var number = store.NewFunding(call.Now);
        call.Account.Funds.TopUps.Add(number, amount);
        return replies.Bare(
            new JsonObject
            {
                ["fundingNo"] = number,
                ["amount"] = GiftronautRules.Dollars(amount),
                ["status"] = "PENDING",
                ["createdAt"] = GiftronautRules.Time(call.Now, "'Z'"),
            },
            StatusCodes.Status201Created
        );
    }
}
