using GiftCardSdk.Conformance;
using GiftCardSdk.Providers.Conformance;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Gifq.Tests.Conformance;

public sealed class GifqFixture : ConformanceFixture
{
    public override async Task<ConformanceStage> StartAsync(ConformanceClock clock, CancellationToken cancellationToken)
    {
        var sandbox = await GiftCardSandbox.StartAsync(
            options =>
            {
                options.TimeProvider = clock;
                // On a clock that jumps, calls that were paced arrive at one instant; the kit watches the pace on the client's side.
                options.Gifq.RequestsPerSecond = null;
            },
            cancellationToken
        );
        return new GifqConformanceStage(clock, sandbox);
    }
}

internal sealed class GifqConformanceStage(ConformanceClock clock, GiftCardSandbox sandbox) : TwinStage(clock, sandbox, sandbox.Gifq)
{
    private readonly GifqTwin _twin = sandbox.Gifq;

    public override IReadOnlyCollection<string> ProductIds => _twin.Products;

    public override IReadOnlyCollection<string> Credentials => _twin.ApiTokens;

    public override IReadOnlyCollection<string> StatusWords { get; } = ["pending", "processing", "completed"];

    public override ConformanceLimit Limit { get; } = new(10, TimeSpan.FromSeconds(1));

    public override IReadOnlySet<int> Refusals { get; } = new HashSet<int> { 400, 401, 422, 429 };

    protected override IReadOnlyList<string> Sells { get; } = ["orders.create"];

    public override void AddAccount(GiftCardsBuilder builder, string name) => builder.AddGifq(name, Configure);

    public override void AddUnusableAccount(GiftCardsBuilder builder, string name) =>
        builder.AddGifq(
            name,
            options =>
            {
                Configure(options);
                options.ApiToken = null;
            }
        );

    public override void ReplaceCredentials(IServiceProvider services, string name)
    {
        _twin.SetApiTokens("gifq-token-renewed");
        services.Renew<GifqOptions>(name);
    }

    public override ConformanceCall CallOf(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath == "/api/orders"
            ? ConformanceCall.Create
            : ConformanceCall.Read;

    public override string ErrorBody(int status) => """{"status":"error","message":"Not today","request_id":"rq-51c0e9"}""";

    public override OrderRequest OrderFor(Delivery delivery, OrderReference reference) => Requests.Order(reference.Value);

    public override void Fund(Money available) => _twin.SetBalance(available.Currency, available.Amount);

    public override void Withdraw(string productId) => _twin.RemoveProduct(productId);

    private void Configure(GifqOptions options)
    {
        options.BaseAddress = _twin.BaseAddress;
        options.ApiToken = _twin.ApiToken;
    }
}
