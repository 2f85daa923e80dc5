namespace GiftCardSdk.Tool.Sessions;

/// <summary>What a command wants to run with.</summary>
/// <param name="Config">The file that was named; null for the usual places.</param>
/// <param name="IsSandbox">Whether it plays with twins inside this process.</param>
/// <param name="Journal">What it needs the journal for.</param>
/// <param name="Limits">The most that each account may spend; null for no limits.</param>
internal sealed record SessionRequest(string? Config, bool IsSandbox, JournalUse Journal, SpendingLimits? Limits = null);
