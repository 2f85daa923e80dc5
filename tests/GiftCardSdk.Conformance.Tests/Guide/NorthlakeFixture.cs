using GiftCardSdk.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace Northlake.Tests;

public sealed class NorthlakeFixture : ConformanceFixture
{
    public override Task<ConformanceStage> StartAsync(ConformanceClock clock, CancellationToken cancellationToken) =>
        Task.FromResult<ConformanceStage>(new NorthlakeStage(clock));
}

/// <summary>The stand-in, and how an application gets an account at it.</summary>
internal class NorthlakeStage(ConformanceClock clock) : HttpConformanceStage(clock)
{
    private readonly NorthlakeStandIn _northlake = new(clock);

    public override IReadOnlyList<ConformanceSale> Sales => _northlake.Ledger;

    public override IReadOnlyCollection<string> ProductIds => NorthlakeStandIn.Skus;

    public override IReadOnlyCollection<string> Credentials => [_northlake.Token];

    public override IReadOnlyCollection<string> StatusWords => ["making", "done"];

    public override ConformanceLimit Limit { get; } = new(20, TimeSpan.FromSeconds(1));

    // A key is looked up directly: no list of orders has to be read.
    public override int OrdersToFillAPage => 0;

    // What the documents say of refused orders.
    public override IReadOnlySet<int> Refusals { get; } = new HashSet<int> { 401, 402, 409, 422, 429 };

    public override string ErrorBody(int status) =>
        status switch
        {
            401 => """{"error":"bad_token"}""",
            402 => """{"error":"no_funds"}""",
            409 => """{"error":"key_taken"}""",
            422 => """{"error":"out_of_stock"}""",
            429 => """{"error":"too_many_calls"}""",
            _ => """{"error":"went_wrong"}""",
        };

    public override HttpMessageHandler CreateHandler() => _northlake;

    public override void AddAccount(GiftCardsBuilder builder, string name) =>
        builder.AddNorthlake(name, options => options.ApiToken = _northlake.Token);

    public override void AddUnusableAccount(GiftCardsBuilder builder, string name) =>
        builder.AddNorthlake(name, options => options.ApiToken = null);

    public override void ReplaceCredentials(IServiceProvider services, string name)
    {
        _northlake.ReplaceToken();
        services.Renew<NorthlakeOptions>(name);
    }

    public override ConformanceCall CallOf(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath == "/v1/orders"
            ? ConformanceCall.Create
            : ConformanceCall.Read;

    public override OrderRequest OrderFor(Delivery delivery, OrderReference reference) =>
        new()
        {
            Reference = reference,
            Delivery = delivery,
            Lines =
            [
                new()
                {
                    ProductId = "tea-eur",
                    FaceValue = Money.Of(25, "EUR"),
                    Recipient = delivery == Delivery.Email ? new() { Email = "lena@harbour.example" } : null,
                },
            ],
        };

    public override void Fund(Money available) => _northlake.Fund(available.Currency, available.ToMinorUnits());

    public override void Withdraw(string productId) => _northlake.Withdraw(productId);

    public override ValueTask DisposeAsync()
    {
        _northlake.Dispose();
        return base.DisposeAsync();
    }
}
