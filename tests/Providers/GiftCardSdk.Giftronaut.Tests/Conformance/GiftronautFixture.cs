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

    public override IReadOnlyCollection<string> Credentials => [_twin.ClientSecret];

    public override IReadOnlyCollection<string> StatusWords { get; } = ["PENDING", "IN_PROGRESS", "COMPLETE", "SENT"];

    public override ConformanceLimit Limit { get; } = new(60, TimeSpan.FromMinutes(1));

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

    public override ConformanceCall CallOf(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath switch
        {
            var path when path.EndsWith("/token", StringComparison.Ordinal) => ConformanceCall.Token,
            var path when request.Method == HttpMethod.Post && path.Contains("orders/", StringComparison.Ordinal) => ConformanceCall.Create,
            _ => ConformanceCall.Read,
        };

    public override OrderRequest OrderFor(Delivery delivery, OrderReference reference) =>
        delivery == Delivery.Email ? Requests.Email(reference.Value) : Requests.Links(reference.Value);

    /// <summary>Giftronaut funds US dollars alone, and converts where a card is in another currency.</summary>
    public override void Fund(Money available) => _twin.SetBalance("USD", available.Amount);

    public override void Withdraw(string productId) => _twin.RemoveProduct(productId);

    private void Configure(GiftronautOptions options)
    {
        options.BaseAddress = _twin.BaseAddress;
        options.ClientId = _twin.ClientId;
        options.ClientSecret = _twin.ClientSecret;
    }
}
