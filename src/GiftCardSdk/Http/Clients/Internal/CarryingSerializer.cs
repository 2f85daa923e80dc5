using System.Reflection;
using System.Text.Json;
using Refit;

namespace GiftCardSdk.Http.Clients.Internal;

/// <summary>The serializer that Refit is given. It only passes objects on: the pipeline writes and reads the bytes.</summary>
internal sealed class CarryingSerializer(JsonSerializerOptions json) : IHttpContentSerializer, ISynchronousContentSerializer
{
    public HttpContent ToHttpContent<T>(T item) => new CarriedBody<T>(item, json);

    public HttpContent ToHttpContentSynchronous<T>(T item) => new CarriedBody<T>(item, json);

    public HttpContent ToStreamingHttpContent<T>(T item) => new CarriedBody<T>(item, json);

    public Task<T?> FromHttpContentAsync<T>(HttpContent content, CancellationToken cancellationToken = default) =>
        Task.FromResult((T?)((CarriedAnswer)content).Value);

    public string? GetFieldNameForProperty(PropertyInfo propertyInfo) => null;
}
