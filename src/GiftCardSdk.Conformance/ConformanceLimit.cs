namespace GiftCardSdk.Conformance;

/// <summary>How many calls the provider documents that it takes.</summary>
/// <param name="Calls">How many, in any stretch of <paramref name="Window"/>.</param>
/// <param name="Window">How long the stretch is.</param>
public sealed record ConformanceLimit(int Calls, TimeSpan Window);
