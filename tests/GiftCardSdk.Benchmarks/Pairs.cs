using GiftCardSdk.Huuray;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Benchmarks;

/// <summary>The same calls by the SDK and by hand, against one address. Telemetry off: nobody listens.</summary>
internal sealed class Pairs : IAsyncDisposable
{
    private readonly string _name;
    private readonly ServiceProvider _services;
    private readonly HttpClient _http;
    private readonly IAsyncDisposable? _server;
    private readonly string _run = OrderReference.New().Value;
    private int _orders;

    private Pairs(string name, Uri address, Func<HttpMessageHandler>? stub = null, IAsyncDisposable? server = null)
    {
        (_name, _server) = (name, server);
        var services = new ServiceCollection();
        var builder = services
            .AddGiftCards()
            .AddGiftbit(options =>
            {
                options.ApiToken = "benchmark-token";
                options.BaseAddress = address;
            })
            .AddHuuray(options =>
            {
                options.ApiToken = "benchmark-token";
                options.ApiSecret = "benchmark-secret";
                options.BaseAddress = address;
            });
        if (stub is not null)
        {
            builder.UsePrimaryHandler(_ => stub());
        }

        _services = services.BuildServiceProvider();
        _http = new HttpClient(stub?.Invoke() ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = address,
        };
        All = [.. Compare(_services.GetRequiredService<IGiftCards>())];
    }

    public IReadOnlyList<Pair> All { get; }

    /// <summary>No network: what the SDK itself costs.</summary>
    public static Pairs OnAStub() => new(nameof(OnAStub), new Uri("http://localhost/"), static () => new StubHandler());

    /// <summary>Real sockets, a server in the same process, whose processor time counts on both sides: what an application would notice.</summary>
    public static async Task<Pairs> OverLoopbackAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var server = builder.Build();
        server.Run(static async context =>
        {
            var body = Answers.For(context.Request.Path);
            await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
            context.Response.ContentType = "application/json";
            context.Response.ContentLength = body.Length;
            await context.Response.Body.WriteAsync(body, context.RequestAborted);
        });
        await server.StartAsync();
        var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        return new("OverLoopback", new Uri(address), server: server);
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _http.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
        }
    }

    private IEnumerable<Pair> Compare(IGiftCards giftCards)
    {
        var (giftbit, huuray) = (giftCards.GetAccount("giftbit"), giftCards.GetAccount("huuray"));
        var api = (IHuurayApi)huuray.GetService(typeof(IHuurayApi))!;
        var (giftbitByHand, huurayByHand) = (new GiftbitByHand(_http), new HuurayByHand(_http));
        const string byHand = "hand-written";
        yield return new(
            _name + ".Read",
            byHand,
            () => giftbitByHand.GetOrderAsync(Answers.OrderId),
            () => giftbit.Status.GetAsync(Answers.OrderId, RewardDetail.None)
        );
        yield return new(
            _name + ".Write",
            byHand,
            () => giftbitByHand.PlaceAsync(NextReference()),
            () => giftbit.Orders.PlaceAsync(Order("northcafeus", Money.Of(12, "USD")))
        );
        yield return new(
            _name + ".NativeWrite",
            byHand,
            () => huurayByHand.PlaceAsync(NextReference()),
            () => api.CreateOrderAsync(Native())
        );
        yield return new(
            _name + ".NeutralWrite",
            nameof(IHuurayApi),
            () => api.CreateOrderAsync(Native()),
            () => huuray.Orders.PlaceAsync(Order("coffee-token", Money.Of(200, "SEK")))
        );
    }

    /// <summary>A reference that was never used, as every real order has one.</summary>
    private string NextReference() => $"{_run}-{Interlocked.Increment(ref _orders)}";

    private OrderRequest Order(string product, Money value) =>
        new()
        {
            Reference = NextReference(),
            Lines = [new() { ProductId = product, FaceValue = value }],
            Delivery = Delivery.Returned,
        };

    private HuurayNewOrder Native() =>
        new()
        {
            Product = new()
            {
                Token = "coffee-token",
                Value = 20000,
                Currency = "SEK",
                Quantity = 1,
            },
            Sync = true,
            RefId = NextReference(),
        };
}
