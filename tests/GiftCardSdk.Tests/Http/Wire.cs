using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Tests.Http;

/// <summary>A made-up provider's answer.</summary>
internal sealed record Thing(string Name, int Count = 0);

[JsonSourceGenerationOptions(PropertyNameCaseInsensitive = true)]
[JsonSerializable(typeof(Thing))]
internal sealed partial class ThingJson : JsonSerializerContext;

/// <summary>The made-up provider's operations, one of each kind.</summary>
internal static class Operations
{
    public static ProviderOperation Read { get; } = ProviderOperation.Read("thing.get");

    public static ProviderOperation ReadByPost { get; } = ProviderOperation.Read("thing.search", HttpMethod.Post);

    public static ProviderOperation Create { get; } = ProviderOperation.Create("order.create", RetrySafety.Unsafe);

    public static ProviderOperation CreateWithKey { get; } = ProviderOperation.Create("order.create", RetrySafety.SafeWithKey);

    public static ProviderOperation Change { get; } = ProviderOperation.Change("thing.change", HttpMethod.Put);
}

/// <summary>How the made-up provider says that something went wrong: <c>{"code","message"}</c>, where the code begins with an E. Any such answer is a refusal.</summary>
internal sealed class ThingErrors : ProviderErrors
{
    public override string? RequestIdHeader => "X-Request-Id";

    public override ProviderFault Read(ProviderFailure failure)
    {
        var root = failure.ReadJson();
        var code = ErrorJson.Text(root, "code");
        return new(null, code, ErrorJson.Text(root, "message"))
        {
            IsOwn = failure.IsJson && code?.StartsWith('E') == true && ErrorJson.Repeats(root, "status", failure.Status) != false,
            OrderId = ErrorJson.Text(root, "existing"),
        };
    }

    public override bool RefusesWith(ProviderOperation operation, int status) => true;
}
