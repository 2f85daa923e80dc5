using System.Text.Json.Serialization;
using GiftCardSdk.Http;
using GiftCardSdk.Http.Clients;
using GiftCardSdk.Http.Internal;
using Microsoft.Extensions.DependencyInjection;
using Refit;

namespace GiftCardSdk.Benchmarks;

/// <summary>The same call through one pipeline, with Refit in front of it and without: what the wire interfaces cost.</summary>
internal sealed class Seam : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly ProviderHttpClient _http;
    private readonly ISeamApi _api;

    public Seam()
    {
        var services = new ServiceCollection();
        services.AddGiftCards().UsePrimaryHandler(static _ => new StubHandler());
        _services = services.BuildServiceProvider();
        var settings = new ProviderHttpSettings
        {
            BaseAddress = new("http://localhost/"),
            Credentials = ApiKeyCredentials.Bearer(static () => ["benchmark-token"]),
            Errors = new SeamErrors(),
        };
        _http = _services.GetRequiredService<ProviderHttpClientFactory>().Create("seam", "seam", GiftCardEnvironment.Sandbox, settings);
        _api = _http.CreateApi<ISeamApi>(SeamJson.Default.Options);
        All =
        [
            new("Refit.Read", "without", ReadAsync, () => _api.GetAsync("8801460")),
            new("Refit.Write", "without", WriteAsync, () => _api.PlaceAsync(Order)),
        ];
    }

    public IReadOnlyList<Pair> All { get; }

    private static SeamOrder Order { get; } = new("survey-wave3-00417", 20000, "SEK");

    public ValueTask DisposeAsync() => _services.DisposeAsync();

    private Task<ProviderResponse<object>> ReadAsync() =>
        _http.SendAsync(
            Operations.Get,
            "v4/cards/" + Uri.EscapeDataString("8801460") + "/Order",
            SeamJson.Default.SeamAnswer,
            "application/json",
            null,
            null,
            default
        );

    private Task<ProviderResponse<object>> WriteAsync() =>
        _http.SendAsync(
            Operations.Place,
            "v4/Order",
            SeamJson.Default.SeamAnswer,
            "application/json",
            ProviderBody.Json(Order, SeamJson.Default.SeamOrder),
            null,
            default
        );

    private static class Operations
    {
        public static readonly ProviderOperation Get = ProviderOperation.Read("order.get");
        public static readonly ProviderOperation Place = ProviderOperation.Create("order.create", RetrySafety.Unsafe);
    }

    private sealed class SeamErrors : ProviderErrors
    {
        public override ProviderFault Read(ProviderFailure failure) => new();
    }
}

internal interface ISeamApi
{
    [Get("/v4/cards/{id}/Order")]
    [Operation("order.get", OperationKind.Read)]
    Task<SeamAnswer> GetAsync(string id, CancellationToken cancellationToken = default);

    [Post("/v4/Order")]
    [Operation("order.create", OperationKind.Create)]
    Task<SeamAnswer> PlaceAsync([Body] SeamOrder order, CancellationToken cancellationToken = default);
}

internal sealed record SeamOrder(string RefID, long Value, string Currency);

internal sealed record SeamAnswer(string OrderUID, int Status);

[JsonSerializable(typeof(SeamOrder))]
[JsonSerializable(typeof(SeamAnswer))]
internal sealed partial class SeamJson : JsonSerializerContext;
