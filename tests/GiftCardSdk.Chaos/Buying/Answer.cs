using System.Globalization;

namespace GiftCardSdk.Chaos.Buying;

/// <summary>What a line of the answers says.</summary>
internal enum AnswerKind
{
    /// <summary>Somebody is about to place the order; written before.</summary>
    Asks,

    /// <summary>How that ended for the caller; written before it counts as told.</summary>
    Told,

    /// <summary>The resolver reported an end to the observer.</summary>
    Observed,

    /// <summary>The journal had it open when a process started.</summary>
    Open,

    /// <summary>No more callers come; what is still open is left to the resolver.</summary>
    Settled,
}

/// <summary>How a call ended for its caller.</summary>
internal enum Ending
{
    /// <summary>There was no answer: the caller was killed, or the resolver acted as the caller.</summary>
    None,

    /// <summary>The order was returned.</summary>
    Bought,

    /// <summary>It is bought, and could not be read.</summary>
    Exists,

    /// <summary>Nothing was created.</summary>
    Refused,

    /// <summary>The reference stands for other content; nothing was created.</summary>
    Conflict,

    /// <summary>It may exist.</summary>
    Unknown,

    /// <summary>The caller did not wait for the end.</summary>
    Left,

    /// <summary>An exception that a caller should never see.</summary>
    Broke,
}

/// <summary>What a caller brings under a reference.</summary>
internal enum Content
{
    /// <summary>What is wanted.</summary>
    Wanted,

    /// <summary>Something else, by mistake.</summary>
    Other,
}

/// <summary>One line of the answers. No secret is in it.</summary>
/// <param name="Number">Which order.</param>
/// <param name="Kind">What it says.</param>
/// <param name="Call">Which call; <see cref="Nothing"/> where none is meant.</param>
/// <param name="Word">A <see cref="Content"/>, an <see cref="Ending"/>, or the journal's state.</param>
/// <param name="OrderId">The provider's id, or the type of an exception; <see cref="Nothing"/> for neither.</param>
internal sealed record Answer(int Number, AnswerKind Kind, string Call, string Word, string OrderId)
{
    public const string Nothing = "-";

    /// <summary>Shows that a line was written to its end.</summary>
    private const string End = ".";

    public string ToLine() => string.Create(CultureInfo.InvariantCulture, $"{Number} {Kind} {Call} {Word} {OrderId} {End}\n");

    /// <summary>Reads a line; null for one that was torn by a kill.</summary>
    public static Answer? Parse(string line) =>
        line.Split(' ') is [var number, var kind, var call, var word, var orderId, End]
        && int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
        && Enum.TryParse<AnswerKind>(kind, out var known)
            ? new(parsed, known, call, word, orderId)
            : null;
}
