using GiftCardSdk.Http.Internal;

namespace GiftCardSdk.Http;

/// <summary>
/// The right to hand one attempt of an order over to the provider, asked for at the last moment before the first byte. The core's HTTP layer
/// does it for every adapter that sends through it; only an adapter with a transport of its own calls <see cref="HandOver"/> itself.
/// </summary>
/// <remarks>
/// It is what makes "never sent" provable: it can be taken back only while nothing has been handed over, and it runs out with the attempt's
/// deadline, so that a process that slept between the last check and the socket sends nothing.
/// </remarks>
public sealed class SendPermit
{
    private static readonly AsyncLocal<SendPermit?> Ambient = new();

    private readonly TimeProvider _time;
    private readonly long _started;
    private readonly TimeSpan _life;
    private int _state;
    private StartTurn? _turn;

    /// <summary>Makes a permit.</summary>
    /// <param name="time">The clock that the deadline runs on.</param>
    /// <param name="life">How long it may be used, from now; by the monotonic clock.</param>
    public SendPermit(TimeProvider time, TimeSpan life)
    {
        ArgumentNullException.ThrowIfNull(time);
        _time = time;
        _life = life;
        _started = time.GetTimestamp();
    }

    /// <summary>The permit of the order that is being sent in this flow of execution; null for calls that are no order.</summary>
    public static SendPermit? Current
    {
        get => Ambient.Value;
        internal set => Ambient.Value = value;
    }

    /// <summary>Called once, at the hand-over; must not throw.</summary>
    internal Action? OnHandOver { get; init; }

    /// <summary>The turn at the account's limiter that this order waited for before it began; null for none.</summary>
    internal StartTurn? Turn
    {
        init => _turn = value;
    }

    /// <summary>Uses that turn, once.</summary>
    internal TimeSpan? TakeTurn(RateLimiter limiter) => _turn?.Limiter == limiter ? Interlocked.Exchange(ref _turn, null)?.Waited : null;

    /// <summary>Whether a byte may have left.</summary>
    public bool WasHandedOver => Volatile.Read(ref _state) == State.HandedOver;

    /// <summary>Says that a transport will ask before it sends. From now on, and until then, the permit can be taken back.</summary>
    public void Attach() => Interlocked.CompareExchange(ref _state, State.Attached, State.Unattached);

    /// <summary>Asks for the right to send, last before the first byte.</summary>
    /// <exception cref="GiftCardException">The permit was taken back or has run out. Nothing may be sent.</exception>
    public void HandOver()
    {
        if (_time.GetElapsedTime(_started) >= _life)
        {
            throw Refused("its time had run out before the first byte");
        }

        for (var seen = Volatile.Read(ref _state); seen != State.HandedOver; seen = Volatile.Read(ref _state))
        {
            if (seen == State.Revoked)
            {
                throw Refused("the caller gave up before the first byte");
            }

            if (Interlocked.CompareExchange(ref _state, State.HandedOver, seen) == seen)
            {
                OnHandOver?.Invoke();
            }
        }
    }

    /// <summary>Takes the permit back, if a transport has attached itself and nothing was handed over yet.</summary>
    /// <returns>True if nothing was sent and nothing will be.</returns>
    public bool TryRevoke() => Interlocked.CompareExchange(ref _state, State.Revoked, State.Attached) is State.Attached or State.Revoked;

    private static GiftCardException Refused(string why) =>
        new($"The order was not sent: {why}.", GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.NothingCreated)
        {
            IsTransient = true,
        };

    private static class State
    {
        public const int Unattached = 0;
        public const int Attached = 1;
        public const int HandedOver = 2;
        public const int Revoked = 3;
    }
}
