namespace GiftCardSdk.Chaos.Running;

/// <summary>Keeps the machine busy, as neighbours do: threads that compute nothing, for a run that must come to the same verdict, only later.</summary>
internal sealed class BusyThreads : IDisposable
{
    private volatile bool _isOver;

    public BusyThreads(int count)
    {
        for (var number = 0; number < count; number++)
        {
            new Thread(Spin) { IsBackground = true }.Start();
        }
    }

    public void Dispose() => _isOver = true;

    private void Spin()
    {
        while (!_isOver)
        {
            Thread.SpinWait(1_000);
        }
    }
}
