using System.Net;
using System.Net.Http.Headers;

namespace GiftCardSdk.Http.Internal;

/// <summary>
/// The body of a request that is written once an attempt. It knows whether anything was handed over to the transport, which is the proof of
/// "never sent", and it refuses a second writing, so that nothing below us can repeat a purchase unseen.
/// </summary>
internal sealed class SingleUseContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly SendPermit? _permit;
    private int _state;

    /// <param name="body">The bytes.</param>
    /// <param name="permit">The permit of the order that this body places; null for everything else.</param>
    public SingleUseContent(ProviderBody body, SendPermit? permit)
    {
        _bytes = body.Bytes;
        _permit = permit;
        permit?.Attach();
        if (body.ContentType is { } type)
        {
            Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        }
    }

    /// <summary>The bytes as they go out.</summary>
    public ReadOnlyMemory<byte> Bytes => _bytes;

    /// <summary>Whether a byte of this attempt may have left.</summary>
    public bool WasHandedOver => Volatile.Read(ref _state) == State.Taken;

    /// <summary>Why the permit was not given; null if it was. Transports wrap what a body throws.</summary>
    public GiftCardException? Refusal { get; private set; }

    /// <summary>Uses the turn at a limiter that was waited for before the order began.</summary>
    /// <returns>How long that was waited for; null if there is none, or no more.</returns>
    public TimeSpan? TakeTurn(RateLimiter limiter) => _permit?.TakeTurn(limiter);

    /// <summary>Allows one writing.</summary>
    public void BeginAttempt()
    {
        Refusal = null;
        Volatile.Write(ref _state, State.Ready);
    }

    /// <summary>Notes that an answer came: then something was sent, even by a transport that never asked for the bytes.</summary>
    public void MarkAnswered() => Interlocked.CompareExchange(ref _state, State.Taken, State.Ready);

    /// <summary>Allows none any more, so that what is said about the attempt stays true even if its transport goes on in secret.</summary>
    public void EndAttempt() => Interlocked.CompareExchange(ref _state, State.Closed, State.Ready);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (Interlocked.CompareExchange(ref _state, State.Taken, State.Ready) != State.Ready)
        {
            throw new InvalidOperationException("The transport tried to send one attempt twice, or after its end; that was refused.");
        }

        AskForPermit();
        return stream.WriteAsync(_bytes, cancellationToken).AsTask();
    }

    protected override bool TryComputeLength(out long length)
    {
        length = _bytes.Length;
        return true;
    }

    private void AskForPermit()
    {
        try
        {
            _permit?.HandOver();
        }
        catch (GiftCardException refusal)
        {
            Refusal = refusal;
            Volatile.Write(ref _state, State.Closed);
            throw;
        }
    }

    private static class State
    {
        public const int Closed = 0;
        public const int Ready = 1;
        public const int Taken = 2;
    }
}
