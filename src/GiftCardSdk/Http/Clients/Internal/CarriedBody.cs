using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Http.Clients.Internal;

/// <summary>
/// The body of Refit's own message. It carries the argument and writes nothing, since that message is never sent. The bytes go into the pipeline's own
/// request, written with the JSON options of the account.
/// </summary>
internal abstract class CarriedBody : HttpContent
{
    public abstract object? Value { get; }

    /// <summary>The argument as JSON.</summary>
    public abstract ProviderBody Write();

    protected override Task SerializeToStreamAsync(Stream stream, TransportContext? context) => Task.CompletedTask;

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return true;
    }
}

internal sealed class CarriedBody<T>(T value, JsonSerializerOptions json) : CarriedBody
{
    public override object? Value => value;

    public override ProviderBody Write() => ProviderBody.Json(value, (JsonTypeInfo<T>)json.GetTypeInfo(typeof(T)));
}
