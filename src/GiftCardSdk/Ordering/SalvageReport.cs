namespace GiftCardSdk.Ordering;

/// <summary>What was salvaged of a damaged journal, and what was not.</summary>
/// <param name="Path">The new file.</param>
/// <param name="Orders">How many orders it holds, tombstones included.</param>
/// <param name="Gaps">The damaged places, in the order of the file; the last may be a write that was interrupted.</param>
/// <param name="IsKeyLost">
/// Whether the key of the fingerprints could not be read, and a new one was made. Every order that is known keeps its reference from buying
/// again, but what it stands for cannot be compared any more: placing it again ends with <see cref="GiftCardErrorCode.JournalUnavailable"/> and names the
/// order instead of returning it.
/// </param>
public sealed record SalvageReport(string Path, int Orders, IReadOnlyList<SalvageGap> Gaps, bool IsKeyLost);

/// <summary>A damaged place. Orders that were written in its time may be missing from the new file, or stand there as they were before.</summary>
/// <param name="Offset">Where it begins in the damaged file, in bytes.</param>
/// <param name="Length">How many bytes it has; 0 where commits were cut out of the file.</param>
/// <param name="Recovered">How many records could be read from it all the same.</param>
/// <param name="After">When the last entry before it was written; null if there is none.</param>
/// <param name="Before">When the first entry after it was written; null if there is none.</param>
public sealed record SalvageGap(long Offset, long Length, int Recovered, DateTimeOffset? After, DateTimeOffset? Before);
