namespace GiftCardSdk;

/// <summary>
/// A word from a set that may grow: a status, a delivery state. Known words are static members; an unknown word never throws and stays readable.
/// </summary>
/// <typeparam name="TSelf">The type that implements this interface.</typeparam>
public interface IOpenSet<TSelf>
    where TSelf : struct, IOpenSet<TSelf>
{
    /// <summary>The word itself, as it was given; <c>unknown</c> for a default value.</summary>
    string Value { get; }

    /// <summary>Makes a value of any word.</summary>
    /// <param name="value">The word; not empty.</param>
    /// <returns>The value.</returns>
    static abstract TSelf From(string value);
}
