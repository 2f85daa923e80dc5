using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Benchmarks;

/// <summary>Both sides against one address: the account with its whole pipeline, and the hand-written client.</summary>
internal sealed class Pair : IAsyncDisposable
{
    private readonly ServiceProvider _services;
    private readonly HttpClient _http;
    private readonly string _run = OrderReference.New().Value;
    private int _orders;

    public Pair(Uri address, Func<HttpMessageHandler>? stub = null)
    {
        var services = new ServiceCollection();
        var builder = services
            .AddGiftCards()
            .AddGiftbit(options =>
            {
                options.ApiToken = "benchmark-token";
                options.BaseAddress = address;
            });
        if (stub is not null)
        {
            builder.UsePrimaryHandler(_ => stub());
        }

        _services = services.BuildServiceProvider();
        Account = _services.GetRequiredService<IGiftCards>().GetAccount("giftbit");
        _http = new HttpClient(stub?.Invoke() ?? new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
        {
            BaseAddress = address,
        };
        Hand = new HandWritten(_http);
    }

    public IGiftCardAccount Account { get; }

    public HandWritten Hand { get; }

    /// <summary>A reference that was never used, as every real order has one.</summary>
    public string NextReference() => $"{_run}-{Interlocked.Increment(ref _orders)}";

    public OrderRequest NextOrder() =>
        new()
        {
            Reference = NextReference(),
            Lines = [new() { ProductId = "northcafeus", FaceValue = Money.Of(12, "USD") }],
            Delivery = Delivery.Returned,
        };

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _http.Dispose();
    }
}
