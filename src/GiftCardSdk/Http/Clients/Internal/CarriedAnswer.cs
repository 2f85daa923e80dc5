using System.Net;

namespace GiftCardSdk.Http.Clients.Internal;

/// <summary>Carries an answer, which the pipeline has already read, through Refit. Its length is unknown: Refit would make null of an empty content.</summary>
internal sealed class CarriedAnswer(object? value) : HttpContent
{
    public object? Value { get; } = value;

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
