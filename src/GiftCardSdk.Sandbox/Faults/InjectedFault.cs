namespace GiftCardSdk.Sandbox;

/// <summary>A fault that really struck.</summary>
/// <param name="Operation">The operation it struck.</param>
/// <param name="Kind">What went wrong.</param>
/// <param name="Key">The client key of the request, or null where it carried none.</param>
/// <param name="At">When, by the sandbox's clock.</param>
public sealed record InjectedFault(string Operation, FaultKind Kind, string? Key, DateTimeOffset At);
