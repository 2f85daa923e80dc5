using GiftCardSdk.Sandbox.Giftronaut.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The prepaid balance, its movements, and the request for more.</summary>
internal sealed class GiftronautBalanceOperations(
    GiftronautTwinOptions options,
    GiftronautIds ids,
    GiftronautOnce once,
    GiftronautReplies replies
)
{
    private const decimal SmallestTopUp = 100m;

    private static GiftronautJsonContext Json => GiftronautJsonContext.Default;

    public SandboxAnswer Get(GiftronautCall call)
    {
        var funds = call.Account.Funds;
        var reply = new BalanceReply(Money.Dollars(funds.Available), Money.Dollars(funds.Pending));
        return replies.Data(
            options.ShowOptionalMembers
                ? reply with
                {
                    RewardBalance = Money.Dollars(0),
                    TotalBalance = Money.Dollars(funds.Available),
                }
                : reply,
            Json.BalanceReply
        );
    }

    public SandboxAnswer Ledger(GiftronautCall call)
    {
        if (!GiftronautPage.TryRead(call, options, out var page, out var refusal))
        {
            return refusal.ToAnswer();
        }

        var http = call.Http;
        var type = http.QueryValue("type");
        var complaint = type is not null && !GiftronautEntryType.IsKnown(type) ? "type is not known." : GiftronautDays.Complain(http);
        if (complaint is not null)
        {
            return GiftronautRefusal.Invalid(complaint).ToAnswer();
        }

        var found = call
            .Account.Funds.Entries.Reverse()
            .Where(entry => (type is null || entry.Type == type) && GiftronautDays.Include(http, entry.At))
            .ToArray();
        return replies.List(page, [.. page.Cut(found).Select(Write)], found.Length, Json.IReadOnlyListLedgerEntry);
    }

    public SandboxAnswer Charge(GiftronautCall call) => once.Run(call, "charge", required: false, _ => ChargeOnce(call));

    private SandboxAnswer ChargeOnce(GiftronautCall call)
    {
        if (!call.Account.IsProduction)
        {
            return GiftronautRefusal.Forbidden("FORBIDDEN", "The sandbox's balance is virtual; it cannot be charged.").ToAnswer();
        }

        if (!GiftronautBodies.TryRead(call.Http, Json.ChargeBalance, out var body, out var unreadable))
        {
            return unreadable.ToAnswer();
        }

        if (Refuse(body) is { } refusal)
        {
            return refusal.ToAnswer();
        }

        var funding = new GiftronautFunding(ids.Funding(call.Now), body.Amount!.Value, call.Now);
        call.Account.Funds.Await(funding);
        var reply = new ChargeReply(funding.Number, Money.Dollars(funding.Amount), "PENDING", GiftronautTime.WriteUtc(call.Now));
        return replies.Bare(StatusCodes.Status201Created, reply, Json.ChargeReply);
    }

    private static GiftronautRefusal? Refuse(ChargeBalance body)
    {
        if (body.Amount is not { } amount || amount < SmallestTopUp || decimal.Truncate(amount) != amount)
        {
            return GiftronautRefusal.Invalid("amount is in whole US dollars, at least 100.");
        }

        (string Name, string? Value)[] required =
        [
            ("companyName", body.CompanyName),
            ("phoneNumber", body.PhoneNumber),
            ("billingAddress", body.BillingAddress),
            ("city", body.City),
            ("state", body.State),
            ("country", body.Country),
            ("zipCode", body.ZipCode),
            ("ein", body.Ein),
        ];
        var missing = Array.Find(required, member => string.IsNullOrWhiteSpace(member.Value)).Name;
        return missing is null ? null : GiftronautRefusal.Required(missing);
    }

    private static LedgerEntry Write(GiftronautEntry entry) =>
        new()
        {
            Type = entry.Type,
            Amount = Money.Dollars(entry.Amount),
            BalanceAfter = Money.Dollars(entry.BalanceAfter),
            ReferenceNumber = entry.Reference,
            Description = entry.Description,
            CreatedAt = GiftronautTime.Write(entry.At),
        };
}
