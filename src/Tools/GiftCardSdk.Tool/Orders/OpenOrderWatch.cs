using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Orders;

/// <summary>Something has changed.</summary>
internal sealed record News(string Account, string Reference, string What);

/// <summary>Looks at the open orders again and again, as an application does in the background, and tells what changes.</summary>
internal sealed class OpenOrderWatch(Session session, string? reference, string? account, Action<News> tell)
{
    private readonly Dictionary<OrderIdentity, OrderJournalState> _seen = [];

    /// <returns>The exit code: whether a person has to decide about one.</returns>
    public async Task<int> RunAsync(TimeSpan every, CancellationToken cancellationToken)
    {
        while (true)
        {
            var open = await LookAsync(cancellationToken).ConfigureAwait(false);
            if (open.TrueForAll(static entry => entry.State == OrderJournalState.Parked))
            {
                return open.Count == 0 ? ExitCode.Done : ExitCode.Attention;
            }

            await Task.Delay(every, session.Time, cancellationToken).ConfigureAwait(false);
            await session.GiftCards.Journal.ResolveAsync(cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<List<JournalEntry>> LookAsync(CancellationToken cancellationToken)
    {
        var open = new List<JournalEntry>();
        await foreach (var entry in session.GiftCards.Journal.ListUnresolvedAsync(cancellationToken).ConfigureAwait(false))
        {
            if (
                (reference is null || entry.Identity.Reference.Value == reference) && (account is null || entry.Identity.Account == account)
            )
            {
                open.Add(entry);
                Note(entry);
            }
        }

        foreach (var identity in _seen.Keys.Except(open.Select(static entry => entry.Identity)).ToList())
        {
            _seen.Remove(identity);
            var end = await session.GiftCards.Journal.ExplainAsync(identity, cancellationToken).ConfigureAwait(false);
            Tell(identity, end is null ? "not known any more" : Words.Of(end.State));
        }

        return open;
    }

    private void Note(JournalEntry entry)
    {
        if (!_seen.TryGetValue(entry.Identity, out var before) || before != entry.State)
        {
            _seen[entry.Identity] = entry.State;
            Tell(entry.Identity, Words.Of(entry.State));
        }
    }

    private void Tell(OrderIdentity identity, string what) => tell(new(identity.Account, identity.Reference.Value, what));
}
