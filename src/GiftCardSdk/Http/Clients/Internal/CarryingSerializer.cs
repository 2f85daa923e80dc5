using System.Reflection;
using System.Text.Json;
using Refit;

namespace GiftCardSdk.Http.Clients.Internal;

/// <summary>What Refit takes for a serializer. It only carries: the pipeline writes the bytes that go out and reads those that come in.</summary>
internal sealed class CarryingSerializer(JsonSerializerOptions json) : IHttpContentSerializer, ISynchronousContentSerializer
{
    public HttpContent ToHttpContent<T>(T item) => new CarriedBody<T>(item, json);

    public HttpContent ToHttpContentSynchronous<T>(T item) => new CarriedBody<T>(item, json);

    public HttpContent ToStreamingHttpContent<T>(T item) => new CarriedBody<T>(item, json);

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        Task.FromResult((T?)((CarriedAnswer)content).Value);

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;
}
