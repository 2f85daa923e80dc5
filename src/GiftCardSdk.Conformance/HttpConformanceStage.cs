using GiftCardSdk.Conformance.Running;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Conformance;

/// <summary>
/// A stage for an adapter that speaks HTTP. The kit puts itself between the adapter and the stand-in, as the innermost handler of each account:
/// there it loses and spoils calls, holds them and counts them, so that a stand-in need not be able to misbehave.
/// </summary>
public abstract class HttpConformanceStage : ConformanceStage
{
    /// <summary>Makes the stage.</summary>
    /// <param name="clock">The clock of stand-in and application.</param>
    protected HttpConformanceStage(ConformanceClock clock)
        : base(clock) => Wire = new Wire(this);

    /// <summary>The credentials of the account; no log, exception or print may show one.</summary>
    public abstract IReadOnlyCollection<string> Credentials { get; }

    /// <summary>The words for the state of orders and cards in the stand-in's answers. The kit puts others in their place, which the adapter has never heard of. Empty where the provider has none.</summary>
    public abstract IReadOnlyCollection<string> StatusWords { get; }

    /// <summary>The rate limit that the provider documents and the adapter keeps; null, the default, where it documents none.</summary>
    public virtual ConformanceLimit? Limit => null;

    /// <summary>
    /// The statuses by which the provider documents that a create did nothing; the adapter's <see cref="GiftCardSdk.Http.ProviderErrors.RefusesWith"/>
    /// should know the same. Empty, the default: no refusal is certain, and what needs one is skipped.
    /// </summary>
    public virtual IReadOnlySet<int> Refusals { get; } = new HashSet<int>();

    /// <inheritdoc/>
    public sealed override int CreateCalls => Wire.Creates;

    internal Wire Wire { get; }

    /// <summary>Adds an account with a setting that cannot be right, such as a missing token.</summary>
    /// <param name="builder">What <c>AddGiftCards()</c> returned.</param>
    /// <param name="name">The name of the account; the message about it must say it.</param>
    public abstract void AddUnusableAccount(GiftCardsBuilder builder, string name);

    /// <summary>
    /// Replaces the credentials of an account at work, as an operator does: the stand-in takes new ones alone from now on, and the account's options have
    /// them. The next call is expected to use them, without a restart.
    /// </summary>
    /// <param name="services">The application's services: <c>services.Renew&lt;NorthlakeOptions&gt;(name)</c> has its options made anew.</param>
    /// <param name="name">The name of the account.</param>
    public abstract void ReplaceCredentials(IServiceProvider services, string name);

    /// <summary>What a call does, by its method and path.</summary>
    /// <param name="request">The call as it goes out.</param>
    /// <returns>Whether it buys, fetches a token, or does neither.</returns>
    public abstract ConformanceCall CallOf(HttpRequestMessage request);

    /// <summary>The provider's own error with a status, in JSON, as it would answer a create.</summary>
    /// <param name="status">The HTTP status, 300 to 599.</param>
    /// <returns>The body; null, the default, where the provider documents no form of its errors.</returns>
    public virtual string? ErrorBody(int status) => null;

    /// <summary>
    /// What the calls go to: by default sockets; for a stand-in without a socket, its handler. Asked for by every application that a test starts, and
    /// disposed with it; a handler that does not mind may be the same each time.
    /// </summary>
    /// <returns>The handler.</returns>
    public virtual HttpMessageHandler CreateHandler() => new SocketsHttpHandler();

    /// <inheritdoc/>
    public override void StrikeCreates(ConformanceFault fault, int times = 1) => Wire.StrikeCreates(fault, times);

    /// <inheritdoc/>
    public sealed override void StrikeReads(ConformanceFault fault, int times = int.MaxValue) => Wire.StrikeReads(fault, times);

    /// <inheritdoc/>
    public override void Calm() => Wire.Calm();
}
