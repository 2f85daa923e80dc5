using System.Net;
using System.Net.Http.Headers;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.Http;

/// <summary>
/// The body of a request that is written once an attempt. It knows whether anything was handed over to the transport, which is the proof of
/// "never sent", and it refuses a second writing, so that nothing below us can repeat a purchase unseen.
/// </summary>
internal sealed class SingleUseContent : HttpContent
{
    private readonly ReadOnlyMemory<byte> _bytes;
    private readonly SendPermit? _permit;
    private int _writes;

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

    /// <summary>Whether a byte of this attempt may have left.</summary>
    public bool WasHandedOver { get; private set; }

    /// <summary>Why the last writing was refused; null if it was not. Transports wrap what a body throws.</summary>
    public GiftCardException? Refusal { get; private set; }

    /// <summary>Allows one more writing.</summary>
    public void BeginAttempt()
    {
        WasHandedOver = false;
        Refusal = null;
        Volatile.Write(ref _writes, 0);
    }

    /// <summary>Notes that an answer came: then something was sent, even by a transport that never asked for the bytes.</summary>
    public void MarkAnswered() => WasHandedOver = true;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) =>
        SerializeToStreamAsync(stream, context, CancellationToken.None);

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context, CancellationToken cancellationToken)
    {
        if (Interlocked.Increment(ref _writes) != 1)
        {
            throw new InvalidOperationException("The transport tried to send one attempt twice; the second was refused.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        AskForPermit();
        WasHandedOver = true;
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
            throw;
        }
    }
}
