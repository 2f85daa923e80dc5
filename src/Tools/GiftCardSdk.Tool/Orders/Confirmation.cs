using System.Globalization;

namespace GiftCardSdk.Tool.Orders;

/// <summary>The question before money is spent. Real money takes a sentence, so that nobody spends it by a habit of the fingers.</summary>
internal sealed class Confirmation(IGiftCardAccount account, OrderRequest request, FundsCheck? funds)
{
    private bool IsReal => account.Environment == GiftCardEnvironment.Production;

    /// <summary>What has to be typed.</summary>
    private string Sentence => IsReal ? $"{Total} {account.Name} PRODUCTION" : "yes";

    private Money Total => request.Lines[0].Total;

    /// <returns>Whether it was typed.</returns>
    public async Task<bool> AskAsync(ToolConsole console, CancellationToken cancellationToken)
    {
        var screen = new Screen(console.Error, console with { IsTerminal = false });
        screen.Line(IsReal ? "This spends REAL MONEY:" : "This spends play money:");
        screen.Facts(
            ("account", $"{account.Name} ({account.Provider}, {Reports.Words.Environment(account.Environment)})"),
            ("product", request.Lines[0].ProductId),
            ("cards", string.Create(CultureInfo.InvariantCulture, $"{request.Lines[0].Quantity} of {request.Lines[0].FaceValue}")),
            ("delivery", Reports.Words.Of(request.Delivery)),
            ("costs", Cost()),
            ("reference", request.Reference.Value)
        );
        var answer = await console.AskAsync($"Type '{Sentence}' to buy: ", cancellationToken).ConfigureAwait(false);
        return string.Equals(answer, Sentence, IsReal ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
    }

    private string Cost() =>
        funds is null || funds.Currencies.Count == 0
            ? "not known before"
            : string.Join(
                "; ",
                funds.Currencies.Select(static need =>
                    $"{need.Cost?.ToString() ?? "not known before"}, {need.Available} available{(need.Answer == FundsAnswer.NotCovered ? ": NOT ENOUGH" : "")}"
                )
            );
}
