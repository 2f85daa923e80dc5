using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Orders;

/// <summary>Orders by their reference, at whichever account.</summary>
internal sealed class OrderFinder(Session session, string? account)
{
    /// <summary>What the journal knows under a reference: of each account, and of accounts that are not configured here if it is open.</summary>
    public async Task<IReadOnlyList<OrderExplanation>> ExplainAsync(string reference, CancellationToken cancellationToken)
    {
        var found = new Dictionary<OrderIdentity, OrderExplanation>();
        foreach (var one in session.AccountsOf(account))
        {
            Add(await session.GiftCards.Journal.ExplainAsync(one.Name, reference, cancellationToken).ConfigureAwait(false));
        }

        await foreach (var entry in session.GiftCards.Journal.ListUnresolvedAsync(cancellationToken).ConfigureAwait(false))
        {
            if (entry.Identity.Reference.Value == reference && (account is null || entry.Identity.Account == account))
            {
                Add(await session.GiftCards.Journal.ExplainAsync(entry.Identity, cancellationToken).ConfigureAwait(false));
            }
        }

        return [.. found.Values];

        void Add(OrderExplanation? explanation)
        {
            if (explanation is not null)
            {
                found[explanation.Entry.Identity] = explanation;
            }
        }
    }

    /// <summary>The one order of a reference.</summary>
    public async Task<OrderExplanation> ExplainOneAsync(string reference, CancellationToken cancellationToken) =>
        await ExplainAsync(reference, cancellationToken).ConfigureAwait(false) switch
        {
            [var only] => only,
            [] => throw new ToolException($"The journal knows no order '{reference}'.", ExitCode.NotFound),
            var several => throw new ToolException(
                $"'{reference}' is an order at several accounts ({string.Join(", ", several.Select(static one => one.Entry.Identity.Account))}): name one by --account.",
                ExitCode.Usage
            ),
        };

    /// <summary>The orders of a reference as their providers show them: those that the journal knows, else those that a provider finds.</summary>
    public async Task<IReadOnlyList<Order>> FindAsync(string reference, RewardDetail detail, CancellationToken cancellationToken)
    {
        var orders = new List<Order>();
        var unsure = new List<Exception>();
        foreach (var one in session.AccountsOf(account))
        {
            try
            {
                orders.AddRange(await FindAtAsync(one, reference, detail, cancellationToken).ConfigureAwait(false));
            }
            catch (Exception failure) when (failure is GiftCardException or ToolException)
            {
                unsure.Add(failure);
            }
        }

        return orders.Count > 0 ? orders
            : unsure.Count > 0 ? throw unsure[0]
            : throw new ToolException($"No account has an order '{reference}'.", ExitCode.NotFound);
    }

    private async Task<IReadOnlyList<Order>> FindAtAsync(
        IGiftCardAccount at,
        string reference,
        RewardDetail detail,
        CancellationToken cancellationToken
    )
    {
        var known = await session.GiftCards.Journal.ExplainAsync(at.Name, reference, cancellationToken).ConfigureAwait(false);
        if (known is { State: OrderJournalState.Accepted })
        {
            var orders = new List<Order>();
            foreach (var id in known.Entry.ProviderOrderIds)
            {
                var order = await at.Status.GetAsync(id, detail, cancellationToken).ConfigureAwait(false);
                orders.Add(order with { Reference = new(reference) });
            }

            return orders;
        }

        if (known is not null)
        {
            throw new ToolException(
                $"'{reference}' at {at.Name} is {known.State}: giftcards explain says why, and what is safe.",
                known.Entry.IsUnresolved ? ExitCode.Unknown : ExitCode.NotFound
            );
        }

        return
            at.Capabilities.Supports(GiftCardFeature.FindByReference)
            && await at.Status.FindAsync(reference, detail, cancellationToken).ConfigureAwait(false) is { } found
            ? [found]
            : [];
    }
}
