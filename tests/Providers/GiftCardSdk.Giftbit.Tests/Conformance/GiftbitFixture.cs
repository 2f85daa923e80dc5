using GiftCardSdk.Conformance;
using GiftCardSdk.Providers.Conformance;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftbit.Tests.Conformance;

public sealed class GiftbitFixture : ConformanceFixture
{
    public override async Task<ConformanceStage> StartAsync(ConformanceClock clock, CancellationToken cancellationToken)
    {
        var sandbox = await GiftCardSandbox.StartAsync(
            options =>
            {
                options.TimeProvider = clock;
                options.Giftbit.MaxPageSize = 20;
            },
            cancellationToken
        );
        return new GiftbitConformanceStage(clock, sandbox);
    }
}

internal sealed class GiftbitConformanceStage(ConformanceClock clock, GiftCardSandbox sandbox) : TwinStage(clock, sandbox, sandbox.Giftbit)
{
    private readonly GiftbitTwin _twin = sandbox.Giftbit;

    /// <summary>An order is read by its own address.</summary>
    public override int OrdersToFillAPage => 0;

    public override IReadOnlyCollection<string> ProductIds => _twin.BrandCodes;

    public override IReadOnlyCollection<string> Credentials => _twin.ApiTokens;

    public override IReadOnlyCollection<string> StatusWords { get; } =
    ["API_CREATING", "CAMPAIGN_CREATED", "AWAITING_FUNDS", "UNSENT", "DELIVERED", "LINKCREATED", "SENT_AND_REDEEMABLE"];

    public override IReadOnlySet<int> Refusals { get; } = new HashSet<int> { 400, 401, 402, 403, 422, 429 };

    protected override IReadOnlyList<string> Sells { get; } = ["campaign.create", "direct_links.create"];

    public override void AddAccount(GiftCardsBuilder builder, string name) => builder.AddGiftbit(name, Configure);

    public override void AddUnusableAccount(GiftCardsBuilder builder, string name) =>
        builder.AddGiftbit(
            name,
            options =>
            {
                Configure(options);
                options.ApiToken = null;
            }
        );

    public override void ReplaceCredentials(IServiceProvider services, string name)
    {
        _twin.SetApiTokens("giftbit-token-renewed");
        services.Renew<GiftbitOptions>(name);
    }

    public override ConformanceCall CallOf(HttpRequestMessage request) =>
        request.Method == HttpMethod.Post && request.RequestUri!.AbsolutePath is "/papi/v1/campaign" or "/papi/v1/direct_links"
            ? ConformanceCall.Create
            : ConformanceCall.Read;

    public override string ErrorBody(int status) =>
        $$"""{"error":{"code":"ERROR_SIM_REFUSED","name":"Refused","message":"Not today."},"status":{{status}}}""";

    public override OrderRequest OrderFor(Delivery delivery, OrderReference reference) =>
        delivery == Delivery.Email ? Requests.Email(reference.Value) : Requests.DirectLink(reference.Value);

    public override void Fund(Money available) => _twin.SetBalance(available.Currency, available.ToMinorUnits(2));

    public override void Withdraw(string productId) => _twin.RemoveBrand(productId);

    protected override Money MoneyOf(long units, string currency) => Money.FromMinorUnits(units, currency, 2);

    private void Configure(GiftbitOptions options)
    {
        options.BaseAddress = _twin.BaseAddress;
        options.ApiToken = _twin.ApiToken;
        options.CatalogRequestsPerSecond = null;
    }
}
