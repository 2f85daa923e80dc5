namespace GiftCardSdk.Http;

/// <summary>The rows of a list as far as they can be read.</summary>
/// <typeparam name="T">What a row is.</typeparam>
public sealed class WireRows<T>
    where T : class
{
    private readonly IReadOnlyList<(T Row, bool IsWhole)> _all;

    internal WireRows(IReadOnlyList<(T Row, bool IsWhole)> all, int count)
    {
        _all = all;
        Count = count;
        Rows = [.. all.Where(row => row.IsWhole).Select(row => row.Row)];
    }

    /// <summary>The rows that can be read, without those that are null.</summary>
    public IReadOnlyList<T> Rows { get; }

    /// <summary>How many rows there were, whatever became of them.</summary>
    public int Count { get; }

    /// <summary>
    /// For a search: the rows that can be read, and what is left of those that cannot but show whose they are, in the list's order. Any other member of
    /// the latter may be null, whatever its type says.
    /// </summary>
    /// <param name="keyOf">What tells whose a row is.</param>
    /// <returns>The rows. Fewer than <see cref="Count"/> means that the list proves nothing to be missing.</returns>
    public IReadOnlyList<T> Visible(Func<T, string?> keyOf) =>
        [.. _all.Where(row => row.IsWhole || !string.IsNullOrEmpty(keyOf(row.Row))).Select(row => row.Row)];
}
