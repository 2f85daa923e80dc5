using GiftCardSdk.Conformance;
using GiftCardSdk.Providers.Conformance;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Huuray.Tests.Conformance;

public sealed class HuurayFixture : ConformanceFixture
{
    public override async Task<ConformanceStage> StartAsync(ConformanceClock clock, CancellationToken cancellationToken) =>
        new HuurayConformanceStage(clock, await GiftCardSandbox.StartAsync(options => options.TimeProvider = clock, cancellationToken));
}

internal class HuurayConformanceStage(ConformanceClock clock, GiftCardSandbox sandbox) : TwinStage(clock, sandbox, sandbox.Huuray)
{
    private readonly HuurayTwin _twin = sandbox.Huuray;

    /// <summary>Two are shown without a token, so they cannot be ordered.</summary>
    public override IReadOnlyCollection<string> ProductIds =>
        [.. _twin.ProductTokens.Where(token => !token.Contains("-closed-", StringComparison.Ordinal))];

    public override IReadOnlyCollection<string> Credentials => [_twin.ApiToken, _twin.ApiSecret];

    /// <summary>Huuray has no word for how an order is: its cards tell.</summary>
    public override IReadOnlyCollection<string> StatusWords { get; } = [];

    public override IReadOnlySet<int> Refusals { get; } = new HashSet<int> { 400, 401, 403, 404, 422 };

    protected override IReadOnlyList<string> Sells { get; } = ["order.create"];

    public override void AddAccount(GiftCardsBuilder builder, string name) => builder.AddHuuray(name, Configure);

    public override void AddUnusableAccount(GiftCardsBuilder builder, string name) =>
        builder.AddHuuray(
            name,
            options =>
            {
                Configure(options);
                options.ApiSecret = null;
            }
        );

    public override void ReplaceCredentials(IServiceProvider services, string name)
    {
        _twin.SetApiCredentials(new HuurayCredential("huuray-token-renewed", "huuray-secret-renewed"));
        services.Renew<HuurayOptions>(name);
    }

    public override ConformanceCall CallOf(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath == "/v4/Order" ? ConformanceCall.Create : ConformanceCall.Read;

    public override string ErrorBody(int status) => $$"""{"Status":{{status}},"Message":"Refused","StatusMessage":"Not today"}""";

    public override OrderRequest OrderFor(Delivery delivery, OrderReference reference) =>
        delivery switch
        {
            Delivery.Email => Requests.Email(reference.Value, "maja@panel.example"),
            Delivery.Sms => Requests.Sms(reference.Value, "+46701234567"),
            _ => Requests.Returned(reference.Value),
        };

    /// <summary>Where one currency does not suffice, Huuray takes the money from another: so those are emptied.</summary>
    public override void Fund(Money available)
    {
        foreach (var currency in _twin.Balances.Keys)
        {
            _twin.SetBalance(currency, 0);
        }

        _twin.SetBalance(available.Currency, available.ToMinorUnits());
    }

    public override void Withdraw(string productId) => _twin.RemoveProduct(productId);

    private void Configure(HuurayOptions options)
    {
        options.BaseAddress = _twin.BaseAddress;
        options.ApiToken = _twin.ApiToken;
        options.ApiSecret = _twin.ApiSecret;
    }
}
