namespace GiftCardSdk.Model.Tests;

/// <summary>One caller who places an order and waits.</summary>
internal sealed class Call(Reference reference, Content content, Told? expected, int sendsBefore, bool wasUnsold) : IDisposable
{
    public Reference Reference => reference;

    public Content Content => content;

    /// <summary>What it must be told if it is told at once; null where that is open.</summary>
    public Told? Expected { get; set; } = expected;

    /// <summary>How often the reference had been sent when the execution began that this call shares.</summary>
    public int SendsBefore => sendsBefore;

    /// <summary>Whether this call began its execution, and nothing was sold or could come of sends before it.</summary>
    public bool WasUnsold => wasUnsold;

    public CancellationTokenSource Caller { get; } = new();

    public bool HasGivenUp => Caller.IsCancellationRequested;

    public Task<Order>? Task { get; set; }

    public bool IsWaiting => !HasGivenUp && Task is not { IsCompleted: true };

    public void Dispose() => Caller.Dispose();
}
