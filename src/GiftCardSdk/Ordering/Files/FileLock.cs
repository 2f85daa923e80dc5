using System.Globalization;

namespace GiftCardSdk.Ordering.Files;

/// <summary>
/// One process at a time. The lock is on a file of its own, <c>.lock</c>, which is never renamed or deleted: a lock goes with the file, not with
/// its name. The operating system releases it however the process ends. Who holds it stands beside it in <c>.owner</c>.
/// </summary>
internal sealed class FileLock : IDisposable
{
    private readonly FileStream _lock;
    private readonly string _ownerPath;

    private FileLock(FileStream held, string ownerPath) => (_lock, _ownerPath) = (held, ownerPath);

    /// <summary>How this process is named to others.</summary>
    public static string DescribeHolder(TimeProvider time) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"process {Environment.ProcessId} ({Path.GetFileName(Environment.ProcessPath)}) on {Environment.MachineName} since {time.GetUtcNow():yyyy-MM-dd HH:mm:ss}Z"
        );

    public static FileLock Take(string path, string holder)
    {
        var (lockPath, ownerPath) = (path + ".lock", path + ".owner");
        var held = TryHold(lockPath) ?? throw FileJournalErrors.InUse(path, ReadHolder(ownerPath));
        try
        {
            // Asked of the file system itself: .NET's locks can be switched off, and some network drives know none.
            using var second = TryHold(lockPath);
            if (second is not null)
            {
                throw FileJournalErrors.NoLocks(path);
            }

            File.Delete(ownerPath);
            using var owner = new StreamWriter(JournalDisk.Stream(ownerPath, FileMode.CreateNew, FileShare.ReadWrite));
            owner.Write(holder);
            return new(held, ownerPath);
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    public void Dispose()
    {
        if (_lock.SafeFileHandle.IsClosed)
        {
            return;
        }

        try
        {
            // Before the lock is released: afterwards it may be somebody else's.
            File.Delete(_ownerPath);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // The folder is gone; the lock alone decides.
        }

        _lock.Dispose();
    }

    private static FileStream? TryHold(string lockPath)
    {
        try
        {
            return JournalDisk.Stream(lockPath, FileMode.OpenOrCreate, FileShare.None);
        }
        catch (IOException failure) when (IsHeld(failure))
        {
            return null;
        }
    }

    /// <summary>A sharing violation on Windows; "would block" on Linux and on macOS.</summary>
    private static bool IsHeld(IOException failure) =>
        failure.GetType() == typeof(IOException) && failure.HResult is unchecked((int)0x80070020) or 11 or 35;

    private static string ReadHolder(string ownerPath)
    {
        try
        {
            using var stream = new FileStream(ownerPath, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var reader = new StreamReader(stream);
            return reader.ReadToEnd() is { Length: > 0 } holder ? holder : "another process";
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return "another process";
        }
    }
}
