using GiftCardSdk.Chaos.Orders;

namespace GiftCardSdk.Chaos.Buying;

/// <summary>
/// Places orders as applications do: several callers for one reference, some of whom leave, some of whom come back. Who was told that nothing is
/// certain comes back with the same reference, a few times; then it is the resolver's.
/// </summary>
internal sealed class Buyer(IGiftCards giftCards, TimeProvider clock, AnswerFile answers, Plan plan)
{
    private const int Purpose = 505;
    private const int MostVisits = 3;

    private static readonly TimeSpan LongestAbsence = TimeSpan.FromSeconds(45);

    /// <summary>Everything that callers do about one order.</summary>
    public async Task BuyAsync(int number, CancellationToken stop)
    {
        for (var visit = 0; visit < MostVisits; visit++)
        {
            var dice = new Dice(plan.Seed, Purpose, number, visit);
            var ends = await Task.WhenAll(Caller.Draw(dice).Select(caller => CallAsync(number, caller, stop)));
            stop.ThrowIfCancellationRequested();
            if (!ComesBack(ends, dice))
            {
                break;
            }

            await Task.Delay(dice.Between(TimeSpan.Zero, LongestAbsence), clock, stop);
        }

        answers.Settled(number);
    }

    /// <summary>Comes once more, to whatever end: what the resolver leaves to its callers.</summary>
    public Task ComeAgainAsync(int number, Content content) => CallAsync(number, new(content, TimeSpan.Zero, null), CancellationToken.None);

    private static bool ComesBack(Ending[] ends, Dice dice) =>
        ends switch
        {
            _ when ends.Contains(Ending.Bought) => dice.Percent(10),
            _ when ends.All(end => end is Ending.Refused or Ending.Conflict or Ending.Exists) => dice.Percent(50),
            _ => true,
        };

    private async Task<Ending> CallAsync(int number, Caller caller, CancellationToken stop)
    {
        if (caller.Start > TimeSpan.Zero)
        {
            await Task.Delay(caller.Start, clock, stop).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        if (stop.IsCancellationRequested)
        {
            return Ending.Left;
        }

        using var patience = caller.Patience is { } longest ? new CancellationTokenSource(longest, clock) : new();
        using var leaves = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, stop);
        var call = answers.Asks(number, caller.Content);
        var (ending, orderId) = await PlaceAsync(number, caller.Content, leaves.Token);
        answers.Told(number, call, ending, orderId);
        return ending;
    }

    private async Task<(Ending Ending, string? OrderId)> PlaceAsync(int number, Content content, CancellationToken leaves)
    {
        var account = giftCards.GetAccount(OrderBook.ProviderOf(number).Name);
        var purchase = plan.PurchaseOf(number, content);
        try
        {
            return (Ending.Bought, await purchase.PlaceAsync(account, plan.Accounts, leaves));
        }
        catch (OperationCanceledException) when (leaves.IsCancellationRequested)
        {
            return (Ending.Left, null);
        }
        catch (GiftCardException failure)
        {
            return failure switch
            {
                { Outcome: GiftCardOutcome.NothingCreated, Code: GiftCardErrorCode.Conflict } => (Ending.Conflict, null),
                { Outcome: GiftCardOutcome.NothingCreated } => (Ending.Refused, null),
                { Outcome: GiftCardOutcome.MayExist, OrderId: { } id } => (Ending.Exists, id),
                { Outcome: GiftCardOutcome.MayExist } => (Ending.Unknown, null),
                _ => (Ending.Broke, $"{failure.Code}"),
            };
        }
        catch (Exception failure)
        {
            return (Ending.Broke, failure.GetType().Name);
        }
    }
}
