using GiftCardSdk.Sandbox.Huuray.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>What the account has, and what currencies are worth to it.</summary>
internal sealed class HuurayAccountOperations(HuurayTwinOptions options, HuurayFunds funds)
{
    public SandboxAnswer Balance(SandboxCall call) =>
        HuurayReplies.Answer(new BalanceReply(funds.Report()), HuurayJsonContext.Default.BalanceReply);

    public SandboxAnswer ExchangeRate(SandboxCall call)
    {
        if (call.QueryValue("FromCurrency") is not { } from || call.QueryValue("ToCurrency") is not { } to)
        {
            return HuurayRefusal.BadRequest("FromCurrency and ToCurrency are both needed").ToAnswer();
        }

        if (HuurayCurrencies.Rate(from, to) is not { } rate)
        {
            return HuurayRefusal.NotFound("There is no rate for this pair").ToAnswer();
        }

        var spread = from == to ? 0 : options.SpreadPercent;
        var shown = options.RateContainsSpread ? Math.Round(rate * (100 - spread) / 100, 8) : rate;
        return HuurayReplies.Answer(new ExchangeRateReply(shown, spread), HuurayJsonContext.Default.ExchangeRateReply);
    }
}
