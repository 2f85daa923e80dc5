using GiftCardSdk.Sandbox.Gifq.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The operations on batches and payouts. A batch has no key of the client's: sent twice, it is sold twice.</summary>
internal sealed class GifqPayoutOperations(
    GifqTwinOptions options,
    GifqPayouts payouts,
    GifqPayoutRules rules,
    GifqFunds funds,
    GifqPrices prices,
    GifqCatalog catalog,
    GifqPayoutWriter writer,
    GifqReplies replies
)
{
    public SandboxAnswer Create(SandboxCall call)
    {
        if (!GifqBodies.TryRead<CreatePayoutOrder>(call, options, out var body, out var refusal))
        {
            return replies.Refuse(refusal);
        }

        if (!rules.TryComplete(body, call, out var campaign, out var shares, out refusal))
        {
            return replies.Refuse(refusal);
        }

        var charge = prices.Sum([.. shares.Select(share => share.Charge)], body.WalletCurrency!);
        if (call.BalanceEmpty || !funds.CanPay(charge))
        {
            return replies.Refuse(GifqRefusal.BalanceTooLow(charge.Currency));
        }

        var order = payouts.Commit(campaign, charge, shares, body.ExpiresInDays!.Value, body.CallbackUrl, call.Now);
        return replies.One(StatusCodes.Status202Accepted, writer.Write(order, call.Now));
    }

    public SandboxAnswer Orders(SandboxCall call) => replies.Page(call, payouts.Orders, order => writer.Write(order, call.Now));

    public SandboxAnswer Order(SandboxCall call) =>
        payouts.FindOrder(call.Route("id")) is { } order
            ? replies.Ok(writer.Write(order, call.Now))
            : replies.Refuse(GifqRefusal.Unknown("payout order"));

    public SandboxAnswer List(SandboxCall call) => replies.Page(call, payouts.All, writer.Write);

    /// <summary>The redeem page's data. The link is good for one use, so a payout that has ended is not found.</summary>
    public SandboxAnswer Page(SandboxCall call) =>
        payouts.FindByToken(call.Route("token")) is { IsOpen: true } payout
            ? replies.Ok(PageOf(payout))
            : replies.Refuse(GifqRefusal.Unknown("payout"));

    private RedeemPage PageOf(GifqPayout payout)
    {
        var campaign = payout.Order.Campaign;
        return new RedeemPage
        {
            Amount = payout.Share.Amount,
            Currency = payout.Share.Currency,
            Name = payout.Share.Name,
            Status = replies.Word(payout.Status),
            ExpiresAt = GifqReplies.Time(payout.ExpiresAt),
            WebpageHeadline = Fill(campaign.WebpageHeadline, payout),
            WebpageBody = Fill(campaign.WebpageBody, payout),
            Brands = [.. campaign.Choice(catalog).Select(GifqCatalogOperations.Write)],
        };
    }

    private static string Fill(string text, GifqPayout payout) =>
        text.Replace("{{recipient_name}}", payout.Share.Name ?? "", StringComparison.Ordinal)
            .Replace("{{amount}}", FormattableString.Invariant($"{payout.Share.Amount} {payout.Share.Currency}"), StringComparison.Ordinal);
}
