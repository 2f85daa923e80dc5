namespace GiftCardSdk.Http;

/// <summary>The rows of a list as far as they can be read.</summary>
/// <typeparam name="T">What a row is.</typeparam>
/// <param name="Rows">The rows that can be read, without those that are null.</param>
/// <param name="Broken">
/// What is left of the rows that cannot be: any member may be null here, whatever its type says. For a search alone, to tell whether a row is that of
/// somebody else.
/// </param>
/// <param name="Count">How many rows there were, whatever became of them.</param>
public sealed record WireRows<T>(IReadOnlyList<T> Rows, IReadOnlyList<T> Broken, int Count)
    where T : class;
