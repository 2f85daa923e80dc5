using System.Globalization;

namespace GiftCardSdk.Http;

/// <summary>
/// One reading of a provider's list, page after page, by rules that hold for every list: a row comes once; a page that repeats others is the
/// end, and so are many in a row that bring nothing new, whatever their figures say, so that no server is asked without end; and a list that becomes
/// shorter meanwhile is read again from where it is known, since what was removed has moved rows forward to a page that was read before.
/// </summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed class ListReading<T>
{
    /// <summary>How often a reading goes back because the list became shorter by its own figures.</summary>
    private const int MostFalls = 20;

    /// <summary>How often a reading begins anew because a page that was announced is not there.</summary>
    private const int MostRestarts = 3;

    /// <summary>How many pages in a row may bring nothing new: rows that cannot be read, that were seen or that have no id.</summary>
    private const int MostIdlePages = 20;

    private readonly Func<T, string?>? _idOf;
    private readonly int _first;
    private readonly HashSet<string> _seen = new(StringComparer.Ordinal);
    private readonly List<int> _starts = [0];
    private IReadOnlyList<T> _previous = [];
    private long? _total;
    private int _furthest;
    private int _falls;
    private int _restarts;
    private int _idlePages;
    private bool _isAnnounced;
    private bool _hidesRows;
    private string? _doubt;

    /// <summary>Begins a reading.</summary>
    /// <param name="idOf">What tells a row from others; null for a row, or altogether, where nothing does: such rows are told apart by whole pages, and a list that becomes shorter cannot be read to its end.</param>
    /// <param name="first">The number of the first page to be read.</param>
    public ListReading(Func<T, string?>? idOf, int first = 1)
    {
        _idOf = idOf;
        _first = first;
        _furthest = first - 1;
        Next = new(first, 0);
    }

    /// <summary>The page to be read next.</summary>
    public ListPosition Next { get; private set; }

    /// <summary>Whether there is no page left to read.</summary>
    public bool IsAtEnd { get; private set; }

    /// <summary>Whether the list has just become shorter, so that pages are read again to find what moved: until that is done nothing is proved.</summary>
    public bool IsGoingBack { get; private set; }

    /// <summary>Why rows may be missing from what was read; null if none are, as far as the answers tell.</summary>
    public string? Doubt => _doubt ?? (_hidesRows ? "the list has rows that cannot be read" : null);

    /// <summary>Whether the answers themselves say that rows are missing: then the reading is not the list.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Whether an answer that there is no such page is taken by <see cref="TakeEnd"/>; otherwise it is an error like any other.</summary>
    public bool MayEnd => Next.Number > _first && (!_isAnnounced || _restarts < MostRestarts);

    /// <summary>Takes the page at <see cref="Next"/> in.</summary>
    /// <param name="page">The page.</param>
    /// <returns>The rows that were not seen before.</returns>
    public IReadOnlyList<T> Take(ListPage<T> page)
    {
        ArgumentNullException.ThrowIfNull(page);
        var (fell, grew) = (page.Total < _total, page.Total > _total);
        var isBeyond = Next.Number > _furthest;
        (_total, _furthest) = (page.Total ?? _total, Math.Max(_furthest, Next.Number));
        var isKnown = page.Rows is [var top, ..] && IdOf(top) is { } id && _seen.Contains(id);
        var news = Sift(page.Rows);
        _idlePages = news.Any(row => _idOf is null || IdOf(row) is not null) ? 0 : _idlePages + (isBeyond ? 1 : 0);
        if ((fell || (IsGoingBack && !isKnown)) && Next.Number > _first)
        {
            GoBack(fell);
        }
        else
        {
            GoOn(page, isBeyond, news.Count > 0 || grew);
        }

        _previous = page.Rows;
        _hidesRows |= page.RowCount > page.Rows.Count;
        return news;
    }

    /// <summary>Takes in that there is no page at <see cref="Next"/>: the end after a full page of a list without figures; where a page was announced, a list that became shorter.</summary>
    public void TakeEnd()
    {
        if (!_isAnnounced)
        {
            IsAtEnd = true;
            return;
        }

        _restarts++;
        IsGoingBack = false;
        Next = new(_first, 0);
    }

    private void GoBack(bool fell)
    {
        IsGoingBack = true;
        if (_idOf is null || (fell && ++_falls > MostFalls))
        {
            End(
                _idOf is null
                    ? "the list became shorter while it was read, and its rows cannot be told apart"
                    : string.Create(CultureInfo.InvariantCulture, $"the list became shorter {MostFalls} times while it was read"),
                isCut: true
            );
            return;
        }

        MoveTo(Next.Number - 1);
    }

    private void GoOn(ListPage<T> page, bool isBeyond, bool hasNews)
    {
        IsGoingBack = false;
        if (page.RowCount == 0)
        {
            End(_isAnnounced && isBeyond ? "the list ends before the page that it calls its last" : null, isCut: false);
        }
        else if (isBeyond && !hasNews && !page.IsNamed && page.Rows.Count > 0)
        {
            // Pages that a server ignores look the same; without figures it shows all it has, for all that can be known.
            End("a page repeats what earlier pages showed", isCut: page.IsLast is not null);
        }
        else if (page.IsLast == true)
        {
            End(null, isCut: false);
        }
        else if (_idlePages >= MostIdlePages)
        {
            End(string.Create(CultureInfo.InvariantCulture, $"{MostIdlePages} pages in a row brought nothing new"), isCut: true);
        }
        else
        {
            _isAnnounced = page.IsLast == false;
            SetStart(Next.Number + 1, Next.Skip + page.RowCount);
            MoveTo(Next.Number + 1);
        }
    }

    private void End(string? doubt, bool isCut) => (IsAtEnd, _doubt, IsCut) = (true, doubt, isCut);

    private void MoveTo(int number) => Next = new(number, _starts[number - _first]);

    private void SetStart(int number, int skip)
    {
        var index = number - _first;
        if (index == _starts.Count)
        {
            _starts.Add(skip);
        }

        _starts[index] = skip;
    }

    private IReadOnlyList<T> Sift(IReadOnlyList<T> rows) =>
        _idOf is null ? (rows.SequenceEqual(_previous) ? [] : rows)
        : rows.Any(row => IdOf(row) is not null) || !rows.SequenceEqual(_previous) ? [.. rows.Where(IsNew)]
        : [];

    private bool IsNew(T row) => IdOf(row) is not { } id || _seen.Add(id);

    private string? IdOf(T row) => _idOf?.Invoke(row);
}
