namespace GiftCardSdk.Batches;

/// <summary>What is kept of a batch beside the orders. What each line has come to is in the journal, under its reference.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="FirstBegun">When it was run first.</param>
/// <param name="LastBegun">When the run began that wrote last.</param>
/// <param name="UpdatedAt">When that run wrote last.</param>
/// <param name="HasEnded">Whether that run came to the end of its list; false while it runs, and where it was stopped or its process has died.</param>
/// <param name="Progress">How far that run had come.</param>
public sealed record BatchSummary(
    string Name,
    DateTimeOffset FirstBegun,
    DateTimeOffset LastBegun,
    DateTimeOffset UpdatedAt,
    bool HasEnded,
    BatchProgress Progress
);
