using GiftCardSdk.Texts;

namespace GiftCardSdk;

/// <summary>A text of an order, with its place. Prints its place alone.</summary>
/// <param name="Name">Where it stands, such as <c>Lines[0].Recipient.Name</c>.</param>
/// <param name="Value">The text; null if it is not given.</param>
/// <param name="Kind">What it is.</param>
public readonly record struct OrderText(string Name, string? Value, TextKind Kind = TextKind.Line)
{
    /// <summary>What is wrong with it, beginning with its place and without showing it; null if nothing is.</summary>
    public string? Mistake => DeliverableText.MistakeOf(Value, Kind) is { } mistake ? $"{Name}: {mistake}" : null;

    /// <summary>The place, never the text.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => Name;
}
