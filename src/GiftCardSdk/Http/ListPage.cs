using System.Runtime.InteropServices;

namespace GiftCardSdk.Http;

/// <summary>Where a page of a list begins.</summary>
/// <param name="Number">The number of the page, the first being that of the reading.</param>
/// <param name="Skip">How many rows stand on the pages before it, as they were read.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct ListPosition(int Number, int Skip);

/// <summary>One page of a provider's list, as <see cref="ListReading{T}"/> takes it.</summary>
/// <typeparam name="T">What is listed.</typeparam>
public sealed record ListPage<T>
{
    /// <summary>The rows that can be read.</summary>
    public required IReadOnlyList<T> Rows { get; init; }

    /// <summary>How many rows stand on the page, those included that cannot be read; at least as many as <see cref="Rows"/>.</summary>
    public int RowCount
    {
        get => Math.Max(field, Rows.Count);
        init;
    }

    /// <summary>How many rows all pages have, or a figure that falls when the list becomes shorter; null if the answer does not say.</summary>
    public long? Total { get; init; }

    /// <summary>Whether the answer says that no page follows (true) or that one does (false); null if it says neither.</summary>
    public bool? IsLast { get; init; }

    /// <summary>Whether the answer says that it is the page that was asked for: then rows that were seen before are no sign of a page that is ignored.</summary>
    public bool IsNamed { get; init; }
}
