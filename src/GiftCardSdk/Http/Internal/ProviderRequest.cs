using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Http.Internal;

/// <summary>
/// A call on its way through the pipeline. Fields instead of <see cref="HttpRequestMessage.Options"/>: those cost a dictionary a request.
/// HTTP/1.1, as is the default: there the body is asked for before the first byte leaves, which is what <see cref="SingleUseContent"/> stands on.
/// </summary>
internal abstract class ProviderRequest(ProviderOperation operation, Uri address, TimeProvider time)
    : HttpRequestMessage(operation.Method, address)
{
    private readonly long _started = time.GetTimestamp();

    public ProviderOperation Operation { get; } = operation;

    /// <summary>How many sends this call has begun, those that a 401 caused included.</summary>
    public int Attempt { get; private set; }

    /// <summary>Whether the answer of the last attempt is one to be read as documented.</summary>
    public bool Succeeded { get; set; }

    /// <summary>How long the last answer asks to wait; null if it does not.</summary>
    public TimeSpan? RetryAfter { get; set; }

    /// <summary>The body of the last answer if it is a failure, as far as it was read.</summary>
    public byte[] FailureBody { get; set; } = [];

    /// <summary>Whether that is all of it.</summary>
    public bool FailureIsWhole { get; set; }

    /// <summary>How long the retry that was just decided waits.</summary>
    public TimeSpan NextDelay { get; set; }

    /// <summary>What <see cref="Internal.CredentialNote"/> keeps.</summary>
    public object? CredentialNote { get; set; }

    /// <summary>What is left of the deadline for the whole call.</summary>
    public TimeSpan Remaining =>
        Operation.Deadline == Timeout.InfiniteTimeSpan ? TimeSpan.MaxValue : Operation.Deadline - time.GetElapsedTime(_started);

    /// <summary>
    /// Whether a byte of the last attempt may have left. Earlier attempts of a call that buys were all refused with the provider's own 401, so the
    /// last one decides.
    /// </summary>
    public bool WasHandedOver => Content is SingleUseContent { WasHandedOver: true };

    public void BeginAttempt()
    {
        Attempt++;
        Succeeded = false;
        RetryAfter = null;
        FailureBody = [];
        (Content as SingleUseContent)?.BeginAttempt();
    }

    /// <summary>The transport has given up: nothing of this attempt may be sent from now on.</summary>
    public void EndAttempt() => (Content as SingleUseContent)?.EndAttempt();

    /// <summary>The last attempt was refused for certain, by the provider itself or as a mere read, so that nothing of it counts as handed over.</summary>
    public void ForgetAttempt() => (Content as SingleUseContent)?.BeginAttempt();

    /// <summary>What could not be read in the answer, although it counts as read; null for nothing.</summary>
    public OddMembers? Odd { get; protected set; }

    /// <summary>The answer, once it was read.</summary>
    public object? Answer { get; protected set; }

    /// <summary>Reads a successful answer. Whatever it throws means that the answer is unreadable.</summary>
    public abstract void Read(ReadOnlySpan<byte> body, HttpContentHeaders headers);

    /// <summary>What the answer should have been, for messages.</summary>
    public abstract string Expected { get; }
}

internal sealed class JsonRequest(ProviderOperation operation, Uri address, TimeProvider time, JsonTypeInfo type)
    : ProviderRequest(operation, address, time)
{
    public override string Expected => "the documented answer";

    public override void Read(ReadOnlySpan<byte> body, HttpContentHeaders headers)
    {
        var json = WireText.ToUtf8(body, headers.ContentType?.CharSet);
        Odd = new();
        Answer = WireReader.Read(json, type, Odd) ?? throw new JsonException("The body is null.");
    }
}

internal sealed class DocumentRequest(ProviderOperation operation, Uri address, TimeProvider time)
    : ProviderRequest(operation, address, time)
{
    public override string Expected => "a document";

    public override void Read(ReadOnlySpan<byte> body, HttpContentHeaders headers) =>
        Answer = new ProviderDocument(
            body.ToArray(),
            headers.ContentType?.MediaType,
            headers.ContentDisposition is { } file ? file.FileNameStar ?? file.FileName?.Trim('"') : null
        );
}
