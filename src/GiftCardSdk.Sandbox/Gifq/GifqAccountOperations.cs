using GiftCardSdk.Sandbox.Gifq.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>What the account has, and how it came to have it.</summary>
internal sealed class GifqAccountOperations(GifqFunds funds, GifqReplies replies)
{
    public SandboxAnswer Balances(SandboxCall call) => replies.List([.. Entries(funds)]);

    public SandboxAnswer Transactions(SandboxCall call) => replies.Page(call, funds.Transactions, Write);

    public static IEnumerable<BalanceEntry> Entries(GifqFunds funds) =>
        funds.Balances.Select(balance => new BalanceEntry(balance.Key, balance.Value));

    private static Transaction Write(GifqTransaction transaction) =>
        new()
        {
            Id = transaction.Id,
            Type = transaction.Type,
            Amount = transaction.Amount,
            Currency = transaction.Currency,
            Reference = transaction.Reference,
            OrderId = transaction.OrderId,
            PayoutOrderId = transaction.PayoutOrderId,
            Description = transaction.Description,
            CreatedAt = GifqReplies.Time(transaction.At),
        };
}
