namespace GiftCardSdk.Ordering.Files;

/// <summary>What the file journal asks of a file system, so that tests can put one in its place that fails, fills up or loses power.</summary>
internal interface IJournalDisk
{
    /// <summary>Keeps every other process, and every other journal of this one, away from a path until disposed of.</summary>
    /// <param name="path">The journal's path.</param>
    /// <param name="holder">Who takes it, for the message that others get.</param>
    /// <exception cref="OrderJournalException">Another holds it, or locks do not work here.</exception>
    IDisposable Lock(string path, string holder);

    /// <summary>How many bytes lie under a path now; null if there is no such file.</summary>
    long? LengthOf(string path);

    /// <summary>Opens what is there, for reading and writing by its owner alone.</summary>
    IJournalFile Open(string path);

    /// <summary>Opens what is there, for reading.</summary>
    IJournalFile OpenToRead(string path);

    /// <summary>Makes a new, empty file for its owner alone.</summary>
    IJournalFile Create(string path);

    /// <summary>Puts one file in the place of another, in one step.</summary>
    void Rename(string from, string to);

    /// <summary>Deletes a file, if it is there.</summary>
    void Delete(string path);

    /// <summary>Makes what a folder lists durable: a file that was made or renamed in it.</summary>
    void FlushFolderOf(string path);
}

/// <summary>An open file.</summary>
internal interface IJournalFile : IDisposable
{
    long Length { get; }

    /// <summary>Reads as many bytes as there are and fit; fewer only at the end of the file.</summary>
    int Fill(Span<byte> buffer, long offset);

    void Write(ReadOnlySpan<byte> bytes, long offset);

    /// <summary>Returns when all that was written is on the disk.</summary>
    void Flush();

    /// <summary>Cuts the file off.</summary>
    void SetLength(long length);
}
