using Microsoft.Win32.SafeHandles;

namespace GiftCardSdk.Sqlite;

/// <summary>
/// Keeps a file open to see whether it is still the one at its path. All journals of the process share one handle a file, closed with the last of
/// them: on Unix, closing a file ends every lock that the process has on it, SQLite's too, and another process would take the log away.
/// </summary>
internal sealed class SqlitePin : IDisposable
{
    private static readonly Lock Gate = new();
    private static readonly Dictionary<string, Shared> Open = new(StringComparer.Ordinal);

    private readonly string _path;
    private readonly Shared _shared;
    private bool _isDisposed;

    private SqlitePin(string path, Shared shared) => (_path, _shared) = (path, shared);

    /// <summary>Whether the file is where it was when it was opened. Only Linux tells of one that was moved or replaced.</summary>
    public bool IsInPlace => _shared.Place.IsKept ?? File.Exists(_path);

    /// <exception cref="IOException">There is no such file, or it cannot be read.</exception>
    public static SqlitePin To(string path)
    {
        lock (Gate)
        {
            if (!Open.TryGetValue(path, out var shared) || shared.Place.IsKept == false)
            {
                var handle = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
                Open[path] = shared = new(handle, new(handle));
            }

            shared.Users++;
            return new(path, shared);
        }
    }

    public void Dispose()
    {
        lock (Gate)
        {
            if (_isDisposed || --_shared.Users > 0)
            {
                _isDisposed = true;
                return;
            }

            _isDisposed = true;
            _shared.Handle.Dispose();
            if (Open.TryGetValue(_path, out var present) && present == _shared)
            {
                Open.Remove(_path);
            }
        }
    }

    private sealed class Shared(SafeFileHandle handle, FilePlace place)
    {
        public SafeFileHandle Handle => handle;

        public FilePlace Place => place;

        public int Users { get; set; }
    }
}
