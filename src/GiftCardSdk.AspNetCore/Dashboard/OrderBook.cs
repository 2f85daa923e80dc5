using GiftCardSdk.AspNetCore.Health;
using GiftCardSdk.Journal;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>Reads the journal for the pages: in one stream, keeping no more of it than is shown.</summary>
internal sealed class OrderBook
{
    /// <summary>For so many days, today included, ended orders are shown.</summary>
    public const int Days = 14;

    public const int PageSize = 50;

    /// <summary>Further back nobody turns pages, and reading so far would cost too much.</summary>
    public const int LastPage = 200;

    /// <summary>The newest orders are looked for in short times first, so that a busy application does not read two weeks to show an hour.</summary>
    private static readonly TimeSpan[] Windows = [TimeSpan.FromHours(1), TimeSpan.FromHours(8), TimeSpan.FromDays(2)];

    private const int MostRead = 200_000;
    private static readonly TimeSpan KeptFor = TimeSpan.FromSeconds(15);

    private readonly IOrderJournal _journal;
    private readonly TimeProvider _time;
    private readonly Periodic<OrderSummary> _summary;

    public OrderBook(IOrderJournal journal, TimeProvider time)
    {
        (_journal, _time) = (journal, time);
        _summary = new(SumUpAsync, KeptFor, time);
    }

    /// <summary>How many orders are where, and what was bought by day; some seconds old, however often it is asked for.</summary>
    public Task<OrderSummary> SummaryAsync(CancellationToken cancellationToken) => _summary.GetAsync(cancellationToken);

    /// <summary>A page of the open orders, the oldest first.</summary>
    public async Task<OrderPageOf> OpenAsync(IEnumerable<OrderJournalState> states, int page, CancellationToken cancellationToken)
    {
        var (shown, count) = (new List<JournalEntry>(), 0);
        foreach (var state in states)
        {
            await foreach (var entry in _journal.ListAsync(new() { States = [state] }, cancellationToken).ConfigureAwait(false))
            {
                if (count / PageSize == page - 1)
                {
                    shown.Add(entry);
                }

                count++;
            }
        }

        return new(shown, count);
    }

    /// <summary>A page of the orders that were sent lately and have ended so, the newest first.</summary>
    public async Task<OrderPageOf> EndedAsync(OrderJournalState state, int page, CancellationToken cancellationToken)
    {
        foreach (var window in Windows)
        {
            var recent = await EndedAsync(state, _time.GetUtcNow() - window, page, cancellationToken).ConfigureAwait(false);
            if (recent.Count > page * PageSize)
            {
                return recent with { IsAll = false };
            }
        }

        return await EndedAsync(state, Since(), page, cancellationToken).ConfigureAwait(false);
    }

    private async Task<OrderPageOf> EndedAsync(OrderJournalState state, DateTimeOffset since, int page, CancellationToken cancellationToken)
    {
        var (newest, count) = (new Queue<JournalEntry>(), 0);
        var query = new JournalQuery { States = [state], LastSentAfter = since.AddTicks(-1) };
        await foreach (var entry in _journal.ListAsync(query, cancellationToken).ConfigureAwait(false))
        {
            newest.Enqueue(entry);
            if (++count > page * PageSize)
            {
                newest.Dequeue();
            }
        }

        return new([.. newest.Reverse().Skip((page - 1) * PageSize)], count);
    }

    private DateTimeOffset Since() => new DateTimeOffset(_time.GetUtcNow().UtcDateTime.Date, TimeSpan.Zero).AddDays(1 - Days);

    private async Task<OrderSummary> SumUpAsync(CancellationToken cancellationToken)
    {
        var since = Since();
        var summary = new OrderSummary(DateOnly.FromDateTime(since.UtcDateTime));
        await foreach (var entry in _journal.ListAsync(JournalQuery.Unresolved, cancellationToken).ConfigureAwait(false))
        {
            summary.Add(entry);
        }

        var query = new JournalQuery
        {
            States = [OrderJournalState.Accepted, OrderJournalState.Refused, OrderJournalState.Absent],
            LastSentAfter = since.AddTicks(-1),
        };
        var read = 0;
        await foreach (var entry in _journal.ListAsync(query, cancellationToken).ConfigureAwait(false))
        {
            if (++read > MostRead)
            {
                summary.IsCut = true;
                break;
            }

            summary.Add(entry);
        }

        return summary;
    }
}

/// <summary>A page of orders.</summary>
internal sealed record OrderPageOf(IReadOnlyList<JournalEntry> Entries, int Count)
{
    /// <summary>Whether there are no more than <see cref="Count"/>; else there are at least as many.</summary>
    public bool IsAll { get; init; } = true;
}

/// <summary>What orders come to together.</summary>
internal sealed class OrderSummary(DateOnly since)
{
    private readonly Dictionary<OrderJournalState, (int Count, DateTimeOffset Oldest)> _ends = [];
    private readonly SortedDictionary<string, decimal[]> _bought = new(StringComparer.Ordinal);

    /// <summary>Whether there are more orders than are read for a page.</summary>
    public bool IsCut { get; set; }

    /// <summary>The face value of what was bought by day, in each currency.</summary>
    public IEnumerable<(string Currency, IReadOnlyList<(DateOnly Day, decimal Amount)> Days)> Bought =>
        _bought.Select(bought =>
            (bought.Key, (IReadOnlyList<(DateOnly, decimal)>)[.. bought.Value.Select((amount, day) => (since.AddDays(day), amount))])
        );

    public (int Count, DateTimeOffset Oldest) Of(OrderJournalState state) => _ends.GetValueOrDefault(state);

    public void Add(JournalEntry entry)
    {
        var (count, oldest) = Of(entry.State);
        _ends[entry.State] = (count + 1, count == 0 || entry.CreatedAt < oldest ? entry.CreatedAt : oldest);
        if (entry is { State: OrderJournalState.Accepted, LastSentAt: { } sent })
        {
            AddMoney(entry, DateOnly.FromDateTime(sent.UtcDateTime).DayNumber - since.DayNumber);
        }
    }

    private void AddMoney(JournalEntry entry, int day)
    {
        // A clock that is ahead elsewhere must not leave the chart.
        var index = Math.Clamp(day, 0, OrderBook.Days - 1);
        foreach (var line in entry.Lines)
        {
            if (!_bought.TryGetValue(line.FaceValue.Currency, out var days))
            {
                _bought[line.FaceValue.Currency] = days = new decimal[OrderBook.Days];
            }

            days[index] += line.FaceValue.Amount * line.Quantity;
        }
    }
}
