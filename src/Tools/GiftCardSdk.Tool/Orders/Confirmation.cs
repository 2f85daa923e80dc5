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
        await console.Error.WriteAsync($"Type '{Sentence}' to buy: ").ConfigureAwait(false);
        await console.Error.FlushAsync(cancellationToken).ConfigureAwait(false);
        var answer = await console.In.ReadLineAsync(cancellationToken).ConfigureAwait(false);
        if (answer is null)
        {
            await console.Error.WriteLineAsync("Nobody answered; a script says --yes.").ConfigureAwait(false);
        }

        return string.Equals(answer?.Trim(), Sentence, IsReal ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
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
