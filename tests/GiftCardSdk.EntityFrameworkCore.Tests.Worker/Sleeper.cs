using System.Runtime.InteropServices;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>Where a process falls asleep, in the order in which it comes by.</summary>
internal enum Gap
{
    Nowhere = 0,
    BeforeJournal,
    AfterJournal,
    BeforeRequest,
    BeforeConnect,
    AfterConnect,
    BeforeBody,
    BeforeWrite,
}

/// <summary>Suspends the whole process once, in one gap, until somebody sends SIGCONT.</summary>
internal sealed partial class Sleeper(Gap gap)
{
    private const int LinuxSigStop = 19;

    private int _isOver;

    public void Pass(Gap here)
    {
        if (here != gap || Interlocked.Exchange(ref _isOver, 1) != 0)
        {
            return;
        }

        Console.WriteLine("asleep");
        // To this very thread, which then stops at once and takes the process along; a signal to the process may find another thread first.
        if (Raise(LinuxSigStop) != 0)
        {
            throw new InvalidOperationException("The process could not be suspended.");
        }
    }

    [LibraryImport("libc", EntryPoint = "raise")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Raise(int signal);
}
