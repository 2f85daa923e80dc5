using System.Diagnostics;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>A disk of its own, of half a megabyte; the test is skipped where none can be mounted.</summary>
internal sealed class SmallDisk : IDisposable
{
    private SmallDisk(string folder) => Folder = folder;

    public string Folder { get; }

    private string Filler => Path.Combine(Folder, "filler");

    public static SmallDisk Mount()
    {
        var folder = Directory.CreateTempSubdirectory("giftcards-disk-").FullName;
        if (
            !OperatingSystem.IsLinux()
            || !Environment.IsPrivilegedProcess
            || !Run("mount", "-t", "tmpfs", "-o", "size=512k", "tmpfs", folder)
        )
        {
            Directory.Delete(folder);
            Assert.Skip("Only root may mount a disk, and not everywhere.");
        }

        return new(folder);
    }

    /// <summary>Takes all the room that is left.</summary>
    public void Fill()
    {
        try
        {
            using var file = File.Create(Filler, bufferSize: 1);
            while (true)
            {
                file.WriteByte(1);
                file.Flush();
                file.Write(new byte[511]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    public void Free() => File.Delete(Filler);

    public bool BecomeReadOnly() => Run("mount", "-o", "remount,ro", Folder);

    public bool BecomeWritable() => Run("mount", "-o", "remount,rw", Folder);

    public void Dispose()
    {
        Run("umount", "-l", Folder);
        Directory.Delete(Folder, recursive: true);
    }

    private static bool Run(string program, params string[] arguments)
    {
        using var process = Process.Start(
            new ProcessStartInfo(program, arguments) { UseShellExecute = false, RedirectStandardError = true }
        )!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
