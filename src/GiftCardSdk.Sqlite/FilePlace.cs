using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Microsoft.Win32.SafeHandles;

namespace GiftCardSdk.Sqlite;

/// <summary>Where an open file was, by the kernel's word: one that was moved, removed or replaced is elsewhere. Asked for twice a commit, so by one call.</summary>
internal sealed partial class FilePlace
{
    private const int Longest = 4096;

    private readonly byte[] _link;
    private readonly byte[] _before;

    public FilePlace(SafeFileHandle handle)
    {
        _link = Encoding.ASCII.GetBytes(string.Create(CultureInfo.InvariantCulture, $"/proc/self/fd/{handle.DangerousGetHandle()}\0"));
        Span<byte> buffer = stackalloc byte[Longest];
        _before = OperatingSystem.IsLinux() ? Read(buffer).ToArray() : [];
    }

    /// <summary>Whether it is there still; null where nobody says.</summary>
    public bool? IsKept
    {
        get
        {
            if (_before.Length == 0)
            {
                return null;
            }

            Span<byte> buffer = stackalloc byte[Longest];
            return Read(buffer).SequenceEqual(_before);
        }
    }

    private ReadOnlySpan<byte> Read(Span<byte> buffer)
    {
        var length = ReadLink(_link, buffer, buffer.Length);
        return length > 0 ? buffer[..(int)length] : [];
    }

    [LibraryImport("libc", EntryPoint = "readlink")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint ReadLink(ReadOnlySpan<byte> path, Span<byte> buffer, nint size);
}
