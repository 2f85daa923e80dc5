using GiftCardSdk.Conformance;
using GiftCardSdk.Providers.Conformance;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftronaut.Tests.Conformance;

public sealed class GiftronautFixture : ConformanceFixture
{
    public override async Task<ConformanceStage> StartAsync(ConformanceClock clock, CancellationToken cancellationToken)
    {
        var sandbox = await GiftCardSandbox.StartAsync(
            options =>
            {
                options.TimeProvider = clock;
                // On a clock that jumps, calls that were paced arrive at one instant; the kit watches the pace on the client's side.
                options.Giftronaut.SandboxRequestsPerMinute = null;
                // What the kit takes from the balance is to stay taken.
                options.Giftronaut.RefillBelow = null;
            },
            cancellationToken
        );
        return new GiftronautConformanceStage(clock, sandbox);
    }
}

internal sealed class GiftronautConformanceStage(ConformanceClock clock, GiftCardSandbox sandbox)
    : TwinStage(clock, sandbox, sandbox.Giftronaut)
{
    private readonly GiftronautTwin _twin = sandbox.Giftronaut;

    public override IReadOnlyCollection<string> ProductIds => _twin.ProductIds;

    public override IReadOnlyCollection<string> Credentials => [_twin.ClientId, _twin.ClientSecret];

    public override IReadOnlyCollection<string> StatusWords { get; } =
    ["PENDING", "IN_PROGRESS", "COMPLETE", "CANCELED", "SENT", "BOUNCED"];

    public override ConformanceLimit Limit { get; } = new(60, TimeSpan.FromMinutes(1));

    public override IReadOnlySet<int> Refusals { get; } = new HashSet<int> { 400, 401, 402, 403, 404, 429 };

    protected override IReadOnlyList<string> Sells { get; } = ["branded_cards.order", "choice_cards.order", "reward_links.order"];

    public override void AddAccount(GiftCardsBuilder builder, string name) => builder.AddGiftronaut(name, Configure);

    public override void AddUnusableAccount(GiftCardsBuilder builder, string name) =>
        builder.AddGiftronaut(
            name,
            options =>
            {
                Configure(options);
                options.ClientSecret = null;
            }
        );

    public override void ReplaceCredentials(IServiceProvider services, string name)
    {
        _twin.SetClientSecret(_twin.ClientId, "giftronaut-secret-renewed");
        _twin.RevokeTokens();
        services.Renew<GiftronautOptions>(name);
    }

    public override ConformanceCall CallOf(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath == "/oauth2/token" ? ConformanceCall.Token
        : request.Method == HttpMethod.Post ? ConformanceCall.Create
        : ConformanceCall.Read;

    public override string ErrorBody(int status) =>
        $$"""
            {"error":"{{status switch
            {
                400 => "VALIDATION_ERROR",
                401 => "UNAUTHORIZED",
                402 => "INSUFFICIENT_BALANCE",
                403 => "INSUFFICIENT_SCOPE",
                404 => "PRODUCT_NOT_FOUND",
                409 => "DUPLICATE_IDEMPOTENCY_KEY",
                429 => "RATE_LIMIT_EXCEEDED",
                _ => "INTERNAL_ERROR",
            }}}","message":"Not today"}
            """;

    public override OrderRequest OrderFor(Delivery delivery, OrderReference reference) =>
        delivery == Delivery.Returned ? Requests.Links(reference.Value) : Requests.Email(reference.Value);

    /// <summary>Only US dollars are funded. No currency of the twin costs ten of them.</summary>
    public override void Fund(Money available) =>
        _twin.SetBalance("USD", available.Currency == "USD" ? available.Amount : available.Amount * 10);

    public override void Withdraw(string productId) => _twin.RemoveProduct(productId);

    private void Configure(GiftronautOptions options)
    {
        options.BaseAddress = _twin.BaseAddress;
        options.ClientId = _twin.ClientId;
        options.ClientSecret = _twin.ClientSecret;
    }
}
