using System.Runtime.CompilerServices;

namespace GiftCardSdk.Http;

/// <summary>Reads whole lists.</summary>
public static class ListReadingExtensions
{
    /// <summary>Streams the rows of a list; pages are asked for as they are needed.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <param name="reading">The reading, not begun yet.</param>
    /// <param name="read">Reads the page at a position; null if the provider says that there is none (only where <see cref="ListReading{T}.MayEnd"/>).</param>
    /// <param name="provider">The provider, in small letters.</param>
    /// <param name="operation">The operation that lists, as exceptions name it.</param>
    /// <param name="cancellationToken">Ends the reading, waits included.</param>
    /// <returns>The rows, none twice.</returns>
    /// <exception cref="GiftCardException">A page could not be read, or, by its own figures, the list was not shown whole (<see cref="GiftCardErrorCode.UnexpectedResponse"/>).</exception>
    public static async IAsyncEnumerable<T> RowsAsync<T>(
        this ListReading<T> reading,
        Func<ListPosition, CancellationToken, Task<ListPage<T>?>> read,
        string provider,
        string operation,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
    {
        ArgumentNullException.ThrowIfNull(reading);
        ArgumentNullException.ThrowIfNull(read);
        while (!reading.IsAtEnd)
        {
            if (await read(reading.Next, cancellationToken).ConfigureAwait(false) is not { } page)
            {
                reading.TakeEnd();
                continue;
            }

            foreach (var row in reading.Take(page))
            {
                yield return row;
            }
        }

        if (reading.IsCut)
        {
            throw new GiftCardException(
                $"{operation}: the list could not be read whole: {reading.Doubt}. What was read so far is true, but rows are missing; read it again.",
                GiftCardErrorCode.UnexpectedResponse,
                GiftCardOutcome.NotAnOrder
            )
            {
                Provider = provider,
                Operation = operation,
                IsTransient = true,
            };
        }
    }

    /// <summary>Streams some rows of a list as something else.</summary>
    /// <typeparam name="T">What is listed.</typeparam>
    /// <typeparam name="TResult">What is made of it.</typeparam>
    /// <param name="rows">The rows.</param>
    /// <param name="choose">What is made of a row; null leaves it out.</param>
    /// <param name="cancellationToken">Ends the reading.</param>
    /// <returns>What is made of the rows, in their order.</returns>
    public static async IAsyncEnumerable<TResult> ChooseAsync<T, TResult>(
        this IAsyncEnumerable<T> rows,
        Func<T, TResult?> choose,
        [EnumeratorCancellation] CancellationToken cancellationToken = default
    )
        where TResult : class
    {
        ArgumentNullException.ThrowIfNull(rows);
        ArgumentNullException.ThrowIfNull(choose);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (choose(row) is { } chosen)
            {
                yield return chosen;
            }
        }
    }
}
