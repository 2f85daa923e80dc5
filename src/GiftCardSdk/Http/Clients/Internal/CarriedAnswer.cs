using System.Net;

namespace GiftCardSdk.Http.Clients.Internal;

/// <summary>An answer that was read already, within its bounds, on its way through Refit. Of unknown length: Refit takes an empty one for null.</summary>
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
