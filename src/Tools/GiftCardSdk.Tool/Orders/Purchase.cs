using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Orders;

/// <summary>One purchase: asked about, placed once, and followed for as long as somebody wants to wait.</summary>
internal sealed class Purchase(Session session, OrderWish wish)
{
    private readonly IGiftCardAccount _account = session.AccountOf(wish.Account);

    /// <summary>The order as it is placed; its reference is made now if nobody gave one.</summary>
    public OrderRequest Request { get; private set; } = wish.ToRequest(wish.Reference is { } given ? new(given) : OrderReference.New());

    /// <summary>Asks a person, unless the journal knows the order as bought: then nothing is bought.</summary>
    public async Task ConfirmAsync(ToolConsole console, CancellationToken cancellationToken)
    {
        var known = await session.GiftCards.Journal.CompareAsync(_account.Name, Request, cancellationToken).ConfigureAwait(false);
        if (known?.Entry.State == OrderJournalState.Accepted)
        {
            return;
        }

        var funds = await FundsAsync(cancellationToken).ConfigureAwait(false);
        var question = new Confirmation(_account, Request, funds);
        if (!await question.AskAsync(console, cancellationToken).ConfigureAwait(false))
        {
            throw new ToolException("Not confirmed; nothing was bought.", ExitCode.NotConfirmed);
        }

        // What was agreed to is the most that is paid.
        var mayBound = _account.Capabilities.ShapeFor(Request.Delivery)?.RuleOf(OrderField.MaxCost) != FieldRule.Forbidden;
        Request = Request with { MaxCost = Request.MaxCost ?? (mayBound && funds?.Currencies is [{ Cost: { } cost }] ? cost : null) };
    }

    /// <summary>Buys once under the reference, and then waits for the cards.</summary>
    /// <returns>The order; not final if the time was up first, or if it is bought and cannot be read just now.</returns>
    public async Task<Order> PlaceAsync(TimeSpan wait, TextWriter hints, CancellationToken cancellationToken)
    {
        var placed = await _account.Orders.PlaceCheckedAsync(Request, cancellationToken).ConfigureAwait(false);
        if (placed.Status.IsFinal || wait <= TimeSpan.Zero)
        {
            return placed;
        }

        try
        {
            var seen = await _account
                .Status.WaitForCompletionAsync(placed.Id, new WatchOptions { Deadline = wait }, cancellationToken)
                .ConfigureAwait(false);
            return seen with { Reference = placed.Reference, WasReplayed = placed.WasReplayed };
        }
        catch (OperationCanceledException interrupted) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException(
                $"Interrupted. The order '{placed.Reference}' is bought, as {placed.Id}; status shows its cards.",
                interrupted,
                cancellationToken
            );
        }
        catch (GiftCardException failure)
        {
            await hints.WriteLineAsync($"It is bought, and cannot be read just now: {failure.Message}").ConfigureAwait(false);
            return placed;
        }
    }

    /// <summary>What it costs and whether the money is there; null where the provider does not say.</summary>
    private async Task<FundsCheck?> FundsAsync(CancellationToken cancellationToken)
    {
        try
        {
            return await _account.CheckFundsAsync(Request, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException unknown) when (unknown.Code is GiftCardErrorCode.NotSupported or GiftCardErrorCode.ProviderUnavailable)
        {
            return null;
        }
    }
}
