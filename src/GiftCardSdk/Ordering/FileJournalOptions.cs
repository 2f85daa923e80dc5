namespace GiftCardSdk.Ordering;

/// <summary>Where the file journal lies and how it is opened.</summary>
public sealed class FileJournalOptions
{
    /// <summary>
    /// The file. Its folder must exist, on a local disk, and belong to the journal alone or to files of other names: beside it lie
    /// <c>.lock</c>, <c>.owner</c> and, while it is written anew, <c>.tmp</c>.
    /// </summary>
    public string Path { get; set; } = "";

    /// <summary>
    /// Whether a file that is not there is made. Set it to false once the application has run: a disk that was not mounted is then told from a
    /// first start. Default true.
    /// </summary>
    public bool CreateIfMissing { get; set; } = true;

    /// <summary>
    /// Whether the file is written anew when it is opened and at least half of its records are superseded. Needs room for a second file; without
    /// it the old one is kept. Default true.
    /// </summary>
    public bool CompactAtOpen { get; set; } = true;

    /// <summary>Below this many bytes it is not worth the while.</summary>
    internal long LeastSizeToCompact { get; set; } = 16 * 1024 * 1024;
}
