using System.Runtime.InteropServices;

namespace GiftCardSdk.Chaos.Cluster;

/// <summary>Stops a process where it is, and wakes it, as a suspended machine does.</summary>
internal static partial class Signals
{
    private const int Continue = 18;
    private const int Stop = 19;

    public static void Suspend(int process) => Send(process, Stop);

    public static void Wake(int process) => Send(process, Continue);

    private static void Send(int process, int signal)
    {
        if (Kill(process, signal) != 0)
        {
            throw new InvalidOperationException($"Signal {signal} could not be sent to the process {process}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int Kill(int process, int signal);
}
