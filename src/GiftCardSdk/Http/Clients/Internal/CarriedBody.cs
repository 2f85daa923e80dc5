using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Http.Clients.Internal;

/// <summary>
/// The body of Refit's own message: it carries the argument and writes nothing, since that message never goes out. The pipeline's own request gets
/// the bytes, with the account's names of members.
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
