namespace GiftCardSdk.Providers.Wire;

/// <summary>One operation of a provider.</summary>
/// <typeparam name="TApi">The provider's own interface.</typeparam>
/// <param name="Answer">An answer that its documents show, or let one expect; empty where there is none to read.</param>
/// <param name="Call">The call that is answered so.</param>
internal sealed record WireCall<TApi>(string Answer, Func<TApi, Task> Call);
