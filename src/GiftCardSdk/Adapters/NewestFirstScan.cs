using System.Runtime.CompilerServices;
using GiftCardSdk.Http;

namespace GiftCardSdk.Adapters;

/// <summary>
/// How far back in time a list has been read that begins with the newest. It tells only as long as the list keeps that order, says the time of
/// every row, and says it with or without a zone alike: one row that does not, and times prove nothing any more. Nor do they where nothing has shown
/// that the provider's clock, as the account hears it, is the one by which the rows are dated.
/// </summary>
/// <param name="clock">The provider's clock.</param>
/// <param name="isNewestFirst">Whether the list is known or assumed to begin with the newest; where not, times prove nothing.</param>
public sealed class NewestFirstScan(ProviderClock clock, bool isNewestFirst = true)
{
    private bool _hasFallen;
    private ProviderTime? _oldest;

    /// <summary>Whether the rows so far begin with the newest, so that reading on may come past a time.</summary>
    public bool IsInOrder { get; private set; } = isNewestFirst;

    /// <summary>Takes the next row in; not one that was shown before, since a list that grows shows some twice.</summary>
    /// <param name="id">The provider's id of what the row shows.</param>
    /// <param name="made">When it was made, as the list says; null if it does not.</param>
    public void Add(string id, ProviderTime? made)
    {
        clock.Seen(id, made);
        IsInOrder &= made is { } time && (_oldest is not { } last || (time.HasZone == last.HasZone && time.Written <= last.Written));
        // Equal times fit either order; only one that falls shows which it is.
        _hasFallen |= made?.Written < _oldest?.Written;
        _oldest = made ?? _oldest;
    }

    /// <summary>Whether everything has been seen that was made since a first send.</summary>
    /// <param name="firstSent">The first send by the provider's clock; null if that is not known.</param>
    /// <returns>True if all rows that follow are older, for certain; false if they may not be.</returns>
    public bool IsPast(DateTimeOffset? firstSent) => HasPassed(firstSent) && _oldest is { } oldest && clock.Fits(oldest.HasZone);

    /// <summary>Whether everything has been seen that the list itself dates at or after an instant, whatever another clock says.</summary>
    /// <param name="instant">The instant by the times of the list; null if there is none.</param>
    /// <returns>True if all rows that follow are older.</returns>
    public bool HasPassed(DateTimeOffset? instant) =>
        IsInOrder && _hasFallen && _oldest is { } oldest && oldest.Latest < instant - ProviderClock.Margin;

    /// <summary>The rows of a list that may be of a period. Reading ends early once the list has passed it.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="rows">The list, read from its first row on; none twice.</param>
    /// <param name="period">The period.</param>
    /// <param name="read">A row's id, and when it was made as the list says; null if it does not.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>The rows, those included whose time is not shown.</returns>
    public async IAsyncEnumerable<T> WithinAsync<T>(
        IAsyncEnumerable<T> rows,
        TimePeriod period,
        Func<T, (string Id, ProviderTime? Made)> read,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(period);
        ArgumentNullException.ThrowIfNull(read);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            var (id, made) = read(row);
            Add(id, made);
            if (made?.MayBeIn(period) != false)
            {
                yield return row;
            }

            if (HasPassed(period.From))
            {
                yield break;
            }
        }
    }
}
