using System.Runtime.InteropServices;
using GiftCardSdk.Batches;

namespace BulkRewards;

/// <summary>The first Ctrl+C lets what is under way end; the second does not wait for it. Either way the same command goes on later.</summary>
internal sealed class Interrupt : IDisposable
{
    private readonly CancellationTokenSource _cancel = new();
    private readonly PosixSignalRegistration _signal;

    public Interrupt() => _signal = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);

    public BatchControl Control { get; } = new();

    public CancellationToken Token => _cancel.Token;

    public void Dispose()
    {
        _signal.Dispose();
        _cancel.Dispose();
    }

    private void Stop(PosixSignalContext context)
    {
        context.Cancel = true;
        if (Control.IsStopped)
        {
            _cancel.Cancel();
        }

        Control.Stop();
    }
}
