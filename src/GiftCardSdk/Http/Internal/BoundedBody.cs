using System.Buffers;

namespace GiftCardSdk.Http.Internal;

/// <summary>The body of an answer in rented memory, never more than was allowed. Wiped when it is given back: it may hold codes.</summary>
internal readonly struct BoundedBody : IDisposable
{
    private const int FirstBuffer = 4096;

    private readonly byte[] _buffer;
    private readonly int _length;

    private BoundedBody(byte[] buffer, int length, bool isWhole)
    {
        _buffer = buffer;
        _length = length;
        IsWhole = isWhole;
    }

    /// <summary>What was read.</summary>
    public ReadOnlySpan<byte> Bytes => _buffer.AsSpan(0, _length);

    /// <summary>Whether that is all of it.</summary>
    public bool IsWhole { get; }

    public static async ValueTask<BoundedBody> ReadAsync(HttpContent content, int limit, CancellationToken cancellationToken)
    {
        var stream = await content.ReadAsStreamAsync(cancellationToken).ConfigureAwait(false);
        var expected = content.Headers.ContentLength ?? FirstBuffer;
        // One byte more than is expected or allowed: that is where the end, or the excess, shows.
        var buffer = ArrayPool<byte>.Shared.Rent((int)Math.Min(Math.Clamp(expected, 0, limit) + 1, Array.MaxLength));
        var length = 0;
        try
        {
            while (true)
            {
                var read = await stream.ReadAsync(buffer.AsMemory(length), cancellationToken).ConfigureAwait(false);
                length += read;
                if (read == 0 || length > limit)
                {
                    return new(buffer, Math.Min(length, limit), length <= limit);
                }

                if (length == buffer.Length)
                {
                    Grow(ref buffer, length);
                }
            }
        }
        catch
        {
            Return(buffer);
            throw;
        }
    }

    public void Dispose() => Return(_buffer);

    private static void Grow(ref byte[] buffer, int length)
    {
        var larger = ArrayPool<byte>.Shared.Rent((int)Math.Min(2L * length, Array.MaxLength));
        buffer.AsSpan(0, length).CopyTo(larger);
        Return(buffer);
        buffer = larger;
    }

    private static void Return(byte[] buffer) => ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
}
