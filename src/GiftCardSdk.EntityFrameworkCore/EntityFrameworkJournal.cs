using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using GiftCardSdk.Ordering;
using Microsoft.EntityFrameworkCore;

namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>
/// The journal in a relational database, for any number of processes. Every write is one statement on a connection of its own, and committed
/// when its task completes.
/// </summary>
internal sealed class EntityFrameworkJournal(IJournalContexts contexts, TimeProvider time) : IOrderJournal
{
    private const int KeyLength = 32;
    private const int PageSize = 256;

    private byte[]? _key;

    /// <summary>True, as far as the database keeps what it has committed.</summary>
    public bool IsDurable => true;

    /// <summary>False: other processes may have it open.</summary>
    public bool IsExclusive => false;

    /// <inheritdoc/>
    public async ValueTask<ReadOnlyMemory<byte>> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) =>
        _key ??= await GuardAsync("read", ReadOrMakeKeyAsync, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public async ValueTask<JournalEntry?> FindAsync(OrderIdentity identity, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(identity);
        var row = await GuardAsync("read", token => FindRowAsync(RowId.Of(identity), token), cancellationToken).ConfigureAwait(false);
        var entry = row?.ToEntry();
        return entry is null || entry.Identity == identity ? entry : throw JournalErrors.WrongIdentity(identity.Reference.Value);
    }

    /// <inheritdoc/>
    public ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        WriteAsync(entry, EntityState.Added, cancellationToken);

    /// <inheritdoc/>
    public ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
        WriteAsync(entry, EntityState.Modified, cancellationToken);

    /// <summary>Streams entries page by page, so that no connection is held while the caller is busy with an entry.</summary>
    /// <inheritdoc/>
    public async IAsyncEnumerable<JournalEntry> ListAsync(
        JournalQuery query,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(query);
        OrderRow? last = null;
        do
        {
            var page = await GuardAsync("read", token => ReadPageAsync(query, last, token), cancellationToken).ConfigureAwait(false);
            foreach (var row in page)
            {
                // The database may compare text more loosely than the query does.
                if (row.ToEntry() is var entry && query.Matches(entry))
                {
                    yield return entry;
                }
            }

            last = page.Count == PageSize ? page[^1] : null;
        } while (last is not null);
    }

    /// <inheritdoc/>
    public async ValueTask<int> DropTombstonesAsync(DateTimeOffset purgedBefore, CancellationToken cancellationToken = default)
    {
        var before = purgedBefore.UtcTicks;
        return await GuardAsync(
                "written",
                (context, token) => context.All<OrderRow>().Where(row => row.PurgedAt < before).ExecuteDeleteAsync(token),
                cancellationToken
            )
            .ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyList<JournalEntry>> FindByOrderIdAsync(
        string provider,
        GiftCardEnvironment environment,
        string orderId,
        CancellationToken cancellationToken = default
    )
    {
        var hash = RowMapping.HashOf(provider, environment, orderId);
        var rows = await GuardAsync(
                "read",
                (context, token) => context.All<OrderRow>().Where(row => row.OrderIdHash == hash).ToListAsync(token),
                cancellationToken
            )
            .ConfigureAwait(false);
        return [.. rows.Select(static row => row.ToEntry())];
    }

    /// <inheritdoc/>
    public async ValueTask<IReadOnlyCollection<JournalAccount>> ListAccountsAsync(CancellationToken cancellationToken = default)
    {
        var rows = await GuardAsync(
                "read",
                (context, token) =>
                    context
                        .All<OrderRow>()
                        .Select(static row => new
                        {
                            row.Provider,
                            row.Environment,
                            row.Account,
                        })
                        .Distinct()
                        .ToListAsync(token),
                cancellationToken
            )
            .ConfigureAwait(false);
        return
        [
            .. rows.Where(static row => Enum.TryParse<GiftCardEnvironment>(row.Environment, out _))
                .Select(static row => new JournalAccount(row.Provider, Enum.Parse<GiftCardEnvironment>(row.Environment), row.Account)),
        ];
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryRemoveAsync(JournalEntry entry, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(entry);
        var (id, version) = (RowId.Of(entry.Identity), entry.Version);
        return await GuardAsync(
                    "written",
                    (context, token) =>
                        context.All<OrderRow>().Where(row => row.Id == id && row.Version == version).ExecuteDeleteAsync(token),
                    cancellationToken
                )
                .ConfigureAwait(false) == 1;
    }

    /// <inheritdoc/>
    public async ValueTask<bool> TryLeaseAsync(string account, string holder, TimeSpan life, CancellationToken cancellationToken = default)
    {
        var lease = new LeaseRow
        {
            Id = RowId.Of(account),
            Account = account,
            Holder = holder,
            Until = life > TimeSpan.Zero ? (time.GetUtcNow() + life).UtcTicks : 0,
        };
        return await GuardAsync("written", token => TakeAsync(lease, token), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Writes a row on the condition that its version is the next one. If the database refuses or its answer is lost, what stands there now
    /// decides; the execution strategy of the context may have repeated the statement, and then the refusal speaks of the repeat.
    /// </summary>
    private async ValueTask<bool> WriteAsync(JournalEntry entry, EntityState state, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(entry);
        return await GuardAsync("written", token => WriteRowAsync(entry, state, token), cancellationToken).ConfigureAwait(false);
    }

    private async Task<bool> WriteRowAsync(JournalEntry entry, EntityState state, CancellationToken cancellationToken)
    {
        var row = entry.ToRow(Guid.NewGuid());
        try
        {
            await contexts.RunAsync((context, token) => SaveAsync(context, row, state, token), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (IsOfWrite(failure))
        {
            var stored = await FindRowAsync(row.Id, cancellationToken).ConfigureAwait(false);
            if (stored?.WriteId == row.WriteId)
            {
                return true;
            }

            if ((stored?.Version ?? 0) != entry.Version - 1)
            {
                return false;
            }

            // Nobody was faster: it was not written for another reason.
            throw;
        }
    }

    private static Task<int> SaveAsync(DbContext context, OrderRow row, EntityState state, CancellationToken cancellationToken)
    {
        var tracked = context.Entry(row);
        tracked.State = state;
        if (state == EntityState.Modified)
        {
            tracked.Property(static stored => stored.Version).OriginalValue = row.Version - 1;
        }

        return context.SaveChangesAsync(cancellationToken);
    }

    private Task<OrderRow?> FindRowAsync(string id, CancellationToken cancellationToken) =>
        contexts.RunAsync((context, token) => context.All<OrderRow>().SingleOrDefaultAsync(row => row.Id == id, token), cancellationToken);

    private Task<List<OrderRow>> ReadPageAsync(JournalQuery query, OrderRow? last, CancellationToken cancellationToken) =>
        contexts.RunAsync(
            (context, token) => JournalQueries.Page(context.All<OrderRow>(), query, last, PageSize).ToListAsync(token),
            cancellationToken
        );

    /// <summary>Takes or renews a lease; of several that try at once, one gets it.</summary>
    private async Task<bool> TakeAsync(LeaseRow lease, CancellationToken cancellationToken)
    {
        if (await contexts.RunAsync((context, token) => RenewAsync(context, lease, token), cancellationToken).ConfigureAwait(false))
        {
            return true;
        }

        var isNew = !await contexts
            .RunAsync((context, token) => context.All<LeaseRow>().AnyAsync(row => row.Id == lease.Id, token), cancellationToken)
            .ConfigureAwait(false);
        if (!isNew)
        {
            return false;
        }

        try
        {
            await contexts.RunAsync((context, token) => AddAsync(context, lease, token), cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (Exception failure) when (IsOfWrite(failure))
        {
            // Somebody else has just added it, or this write was made and its answer lost.
            return await contexts.RunAsync((context, token) => RenewAsync(context, lease, token), cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<bool> RenewAsync(DbContext context, LeaseRow lease, CancellationToken cancellationToken)
    {
        var now = time.GetUtcNow().UtcTicks;
        var taken = await context
            .All<LeaseRow>()
            .Where(row => row.Id == lease.Id && (row.Holder == lease.Holder || row.Until <= now))
            .ExecuteUpdateAsync(
                row => row.SetProperty(r => r.Holder, lease.Holder).SetProperty(r => r.Until, lease.Until),
                cancellationToken
            )
            .ConfigureAwait(false);
        return taken == 1;
    }

    private async Task<byte[]> ReadOrMakeKeyAsync(CancellationToken cancellationToken)
    {
        if (await contexts.RunAsync(FindKeyAsync, cancellationToken).ConfigureAwait(false) is { } there)
        {
            return there;
        }

        var key = RandomNumberGenerator.GetBytes(KeyLength);
        var setting = new SettingRow { Name = SettingRow.FingerprintKey, Value = Convert.ToBase64String(key) };
        try
        {
            await contexts.RunAsync((context, token) => AddAsync(context, setting, token), cancellationToken).ConfigureAwait(false);
            return key;
        }
        catch (Exception failure) when (IsOfWrite(failure))
        {
            if (await contexts.RunAsync(FindKeyAsync, cancellationToken).ConfigureAwait(false) is { } made)
            {
                return made;
            }

            throw;
        }
    }

    private static async Task<byte[]?> FindKeyAsync(DbContext context, CancellationToken cancellationToken)
    {
        var setting = await context
            .All<SettingRow>()
            .SingleOrDefaultAsync(row => row.Name == SettingRow.FingerprintKey, cancellationToken)
            .ConfigureAwait(false);
        if (setting is null)
        {
            return null;
        }

        var key = new byte[KeyLength];
        return Convert.TryFromBase64String(setting.Value, key, out var length) && length == KeyLength
            ? key
            : throw JournalErrors.ShortKey();
    }

    private static Task<int> AddAsync<TRow>(DbContext context, TRow row, CancellationToken cancellationToken)
        where TRow : class
    {
        context.Entry(row).State = EntityState.Added;
        return context.SaveChangesAsync(cancellationToken);
    }

    /// <summary>Execution strategies put a write's failure into one of their own, also those that repeat nothing.</summary>
    private static bool IsOfWrite(Exception? failure) =>
        failure is DbUpdateException || (failure is not null && IsOfWrite(failure.InnerException));

    private Task<T> GuardAsync<T>(string what, Func<DbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken) =>
        GuardAsync(what, token => contexts.RunAsync(work, token), cancellationToken);

    /// <summary>Gives every failure the form that the coordinator repeats to the caller.</summary>
    private static async Task<T> GuardAsync<T>(string what, Func<CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure)
            when (failure is not OrderJournalException
                && !(failure is OperationCanceledException && cancellationToken.IsCancellationRequested)
            )
        {
            throw JournalErrors.Failed(what, failure);
        }
    }
}
