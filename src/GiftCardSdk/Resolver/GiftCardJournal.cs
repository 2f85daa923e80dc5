using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.Resolver;

/// <summary>The order journal by hand.</summary>
/// <param name="coordinator">Who has the journal.</param>
/// <param name="resolver">Who looks.</param>
/// <param name="notifier">Who is told.</param>
/// <param name="accounts">The account of an order; throws or says null if it cannot be had.</param>
/// <param name="named">The account of a name.</param>
/// <param name="time">The clock.</param>
/// <param name="configured">The accounts that are configured, as the journal knows them.</param>
/// <param name="records">What is kept beside the orders; null for the journal's own.</param>
internal sealed class GiftCardJournal(
    OrderCoordinator coordinator,
    OrderResolver resolver,
    ResolutionNotifier notifier,
    AccountFinder accounts,
    Func<string, IGiftCardAccount> named,
    TimeProvider time,
    Func<IReadOnlyCollection<JournalAccount>>? configured = null,
    IJournalRecords? records = null
) : IGiftCardJournal
{
    public Task<ResolveSummary> ResolveAsync(CancellationToken cancellationToken = default) =>
        resolver.RunAsync(onlyDue: false, cancellationToken);

    public IAsyncEnumerable<JournalEntry> ListUnresolvedAsync(CancellationToken cancellationToken = default) =>
        coordinator.Journal.ListAsync(JournalQuery.Unresolved, cancellationToken);

    public async Task<OrderExplanation?> ExplainAsync(OrderIdentity identity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        cancellationToken.ThrowIfCancellationRequested();
        var entry = await coordinator.Journal.FindAsync(identity).ConfigureAwait(false);
        return entry is null
            ? null
            : new OrderExplainer(
                entry,
                ProfileOf(entry),
                coordinator.IsBusy(entry.Identity),
                coordinator.IsHeldElsewhere(entry),
                time.GetUtcNow()
            ).Explain();
    }

    public Task<OrderExplanation?> ExplainAsync(string account, OrderReference reference, CancellationToken cancellationToken = default) =>
        ExplainAsync(IdentityOf(account, reference), cancellationToken);

    public Task<JournalComparison?> CompareAsync(string account, OrderRequest request, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(request);
        cancellationToken.ThrowIfCancellationRequested();
        return coordinator.CompareAsync(named(account) is IAccountHolder made ? made.Account : throw Foreign(account), request);
    }

    public async Task<JournalEntry> MarkAsync(OrderIdentity identity, OrderMark mark, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        ArgumentNullException.ThrowIfNull(mark);
        while (true)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var entry =
                await coordinator.Journal.FindAsync(identity).ConfigureAwait(false)
                ?? throw new ArgumentException(
                    $"The journal has no order '{identity.Reference}' of the account '{identity.Account}'.",
                    nameof(identity)
                );
            EnsureNobodyHasIt(entry);
            var marked = ManualDecision.Apply(entry, mark, time.GetUtcNow());
            if (await coordinator.Journal.TryWriteAsync(entry, marked).ConfigureAwait(false) is { } written)
            {
                coordinator.Forget(identity);
                await notifier.TellAsync(new(entry.State, written)).ConfigureAwait(false);
                return written;
            }
        }
    }

    public Task<JournalEntry> MarkAsync(
        string account,
        OrderReference reference,
        OrderMark mark,
        CancellationToken cancellationToken = default
    ) => MarkAsync(IdentityOf(account, reference), mark, cancellationToken);

    public Task<JournalGap?> FindGapAsync(CancellationToken cancellationToken = default) =>
        JournalAccess.AskAsync(() => coordinator.Journal.Journal.GetGapAsync(cancellationToken).AsTask(), cancellationToken).AsTask();

    public async Task CloseGapAsync(CancellationToken cancellationToken = default) =>
        await JournalAccess
            .AskAsync(
                async () =>
                {
                    await coordinator.Journal.Journal.CloseGapAsync(cancellationToken).ConfigureAwait(false);
                    return true;
                },
                cancellationToken
            )
            .ConfigureAwait(false);

    public Task<int> PurgeAsync(TimeSpan olderThan, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(olderThan, TimeSpan.Zero);
        return JournalAccess
            .AskAsync(
                () => coordinator.Journal.Journal.PurgeAsync(records, time.GetUtcNow() - olderThan, time, cancellationToken),
                cancellationToken
            )
            .AsTask();
    }

    public Task<int> DropTombstonesAsync(TimeSpan olderThan, CancellationToken cancellationToken = default)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(olderThan, TimeSpan.Zero);
        return JournalAccess
            .AskAsync(
                () => coordinator.Journal.Journal.DropTombstonesAsync(time.GetUtcNow() - olderThan, cancellationToken).AsTask(),
                cancellationToken
            )
            .AsTask();
    }

    public Task<int> RenameAccountAsync(string oldId, string newId, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(oldId);
        ArgumentException.ThrowIfNullOrWhiteSpace(newId);
        if (oldId == newId)
        {
            throw new ArgumentException($"Both ids are '{oldId}'; the new one must differ.", nameof(newId));
        }

        return new AccountRename(coordinator, configured?.Invoke() ?? [], oldId, newId).RunAsync(cancellationToken);
    }

    public async Task<int> ConfirmCredentialsAsync(string account, string by, string why, CancellationToken cancellationToken = default)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(by);
        ArgumentException.ThrowIfNullOrWhiteSpace(why);
        var known = named(account) is IAccountHolder made ? made.Account : throw Foreign(account);
        var current = await coordinator.Credentials.OfAsync(known).ConfigureAwait(false);
        var query = new JournalQuery
        {
            Provider = known.Provider,
            Account = known.JournalId,
            States = OrderResolver.Open,
        };
        var confirmed = 0;
        await foreach (var entry in coordinator.Journal.ListAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (
                entry.Identity.Environment == known.Environment
                && await coordinator.Credentials.AreForeignAsync(known, entry).ConfigureAwait(false)
                && await ConfirmAsync(entry.Identity, current, new(by, why, time.GetUtcNow())).ConfigureAwait(false)
            )
            {
                confirmed++;
            }
        }

        return confirmed;
    }

    private OrderIdentity IdentityOf(string account, OrderReference reference)
    {
        ArgumentException.ThrowIfNullOrEmpty(reference.Value, nameof(reference));
        var known = named(account);
        var journalId = (known as IAccountHolder)?.Account.JournalId ?? known.Name;
        return new(known.Provider, known.Environment, journalId, OrderIdentity.PlaceOrder, reference);
    }

    /// <summary>Writes the credentials of now beside those that an order was sent with, whoever else writes the entry meanwhile.</summary>
    private async ValueTask<bool> ConfirmAsync(OrderIdentity identity, IReadOnlyList<string> current, JournalDecision decision)
    {
        while (await coordinator.Journal.FindAsync(identity).ConfigureAwait(false) is { } entry)
        {
            var confirmed = entry.WithCredentials(current) with { Decision = decision };
            if (await coordinator.Journal.TryWriteAsync(entry, confirmed).ConfigureAwait(false) is not null)
            {
                return true;
            }
        }

        return false;
    }

    private static ArgumentException Foreign(string account) =>
        new($"The account '{account}' was not made by this container.", nameof(account));

    /// <summary>Whoever is placing or looking up an order may be about to find out more than a person knows.</summary>
    private void EnsureNobodyHasIt(JournalEntry entry)
    {
        if (coordinator.IsBusy(entry.Identity) || coordinator.IsHeldElsewhere(entry))
        {
            throw new InvalidOperationException(
                $"The order '{entry.Identity.Reference}' cannot be marked: it is being placed or looked up at this moment. Wait for that to end."
            );
        }
    }

    private IdempotencyProfile? ProfileOf(JournalEntry entry)
    {
        if (entry.Identity.Operation != OrderIdentity.PlaceOrder)
        {
            return null;
        }

        try
        {
            return accounts(entry.Identity) is { } account ? LookupOnlyOperation.ProfileOf(account, entry) : null;
        }
        catch (Exception)
        {
            // An account that cannot be made explains nothing; the story can still be told.
            return null;
        }
    }
}
