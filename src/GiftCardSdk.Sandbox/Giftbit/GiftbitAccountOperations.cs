using GiftCardSdk.Sandbox.Giftbit.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Who the account is, and what it has.</summary>
internal sealed class GiftbitAccountOperations(GiftbitTwinOptions options, GiftbitFunds funds, GiftbitState state)
{
    public SandboxAnswer Ping(SandboxCall call)
    {
        var code = options.MisspellCredentials ? "INFO_CREDNTIALS" : "INFO_CREDENTIALS";
        var reply = new PingReply("ops@harbourpine.example", options.CompanyName, new Info(code, "Token accepted", "Token is good."));
        return GiftbitReplies.Ok(reply, GiftbitJsonContext.Default.PingReply);
    }

    public SandboxAnswer Funds(SandboxCall call) => Report(new Info("INFO_FUNDS", "Funds", "Balances."));

    public SandboxAnswer AddFunds(SandboxCall call)
    {
        if (!GiftbitBodies.TryRead(call, GiftbitJsonContext.Default.AddFunds, out var body, out var refusal))
        {
            return refusal.ToAnswer();
        }

        if (Refuse(body) is { } refused)
        {
            return refused.ToAnswer();
        }

        if (funds.TryTopUp(body.Id!, body.Currency!, body.FundAmountInCents!.Value))
        {
            state.Release(call.Now);
        }

        return Report(new Info("INFO_FUNDS_ADDED", "Funds added", "Balances."));
    }

    private GiftbitRefusal? Refuse(AddFunds body)
    {
        if (string.IsNullOrWhiteSpace(body.Id))
        {
            return GiftbitRefusal.BadRequest("ERROR_SIM_MISSING_ID", "Adding funds needs an id.");
        }

        if (funds.HasTopUp(body.Id))
        {
            // A repeat is safe whatever else it says.
            return null;
        }

        if (body.Currency is not ("USD" or "CAD"))
        {
            return GiftbitRefusal.BadRequest("ERROR_SIM_INVALID_CURRENCY", "Cards are charged in USD or CAD.");
        }

        if (body.FundAmountInCents is not { } amount || amount < options.MinimumTopUp || amount > options.MaximumTopUp)
        {
            return new GiftbitRefusal(
                StatusCodes.Status400BadRequest,
                "ERROR_FUNDS_INVALID_FUND_AMOUNT",
                "Bad amount",
                $"The amount lies between {options.MinimumTopUp} and {options.MaximumTopUp}."
            );
        }

        return options.CardAccepted
            ? null
            : new GiftbitRefusal(StatusCodes.Status402PaymentRequired, "ERROR_FUNDS_CARD_ERROR", "Card refused", "Update the card.");
    }

    private SandboxAnswer Report(Info info) =>
        GiftbitReplies.Ok(new FundsReply(info, funds.Report()), GiftbitJsonContext.Default.FundsReply);
}
