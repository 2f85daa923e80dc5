using GiftCardSdk.Conformance;
using GiftCardSdk.Providers.Conformance;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.GiftCardPartners.Tests.Conformance;

public sealed class GiftCardPartnersFixture : ConformanceFixture
{
    public override async Task<ConformanceStage> StartAsync(ConformanceClock clock, CancellationToken cancellationToken)
    {
        var sandbox = await GiftCardSandbox.StartAsync(
            options =>
            {
                options.TimeProvider = clock;
                options.GiftCardPartners.MaxPageSize = 20;
            },
            cancellationToken
        );
        return new GiftCardPartnersConformanceStage(clock, sandbox);
    }
}

/// <summary>The same with an account that has seen the provider's errors; by default none of them is believed.</summary>
public sealed class KnownErrorsFixture : ConformanceFixture
{
    public override async Task<ConformanceStage> StartAsync(ConformanceClock clock, CancellationToken cancellationToken) =>
        new KnownErrorsStage(clock, await GiftCardSandbox.StartAsync(options => options.TimeProvider = clock, cancellationToken));

    private sealed class KnownErrorsStage(ConformanceClock clock, GiftCardSandbox sandbox)
        : GiftCardPartnersConformanceStage(clock, sandbox)
    {
        public override IReadOnlySet<int> Refusals { get; } = new HashSet<int> { 400, 401, 403, 422 };

        public override string ErrorBody(int status) => """{"Message":"Not today.","TraceCode":"gcp-1"}""";

        protected override void Configure(GiftCardPartnersOptions options)
        {
            base.Configure(options);
            options.WireAssumptions.ErrorMembers = ["Message", "TraceCode"];
        }
    }
}

internal class GiftCardPartnersConformanceStage(ConformanceClock clock, GiftCardSandbox sandbox)
    : TwinStage(clock, sandbox, sandbox.GiftCardPartners)
{
    private readonly GiftCardPartnersTwin _twin = sandbox.GiftCardPartners;

    public override IReadOnlyCollection<string> ProductIds => _twin.ProductIds;

    public override IReadOnlyCollection<string> Credentials => [.. _twin.AccessTokens, _twin.Email];

    public override IReadOnlyCollection<string> StatusWords { get; } = ["Pending", "Completed", "Complete"];

    protected override IReadOnlyList<string> Sells { get; } = ["orders.create"];

    public override void AddAccount(GiftCardsBuilder builder, string name) => builder.AddGiftCardPartners(name, Configure);

    public override void AddUnusableAccount(GiftCardsBuilder builder, string name) =>
        builder.AddGiftCardPartners(
            name,
            options =>
            {
                Configure(options);
                options.BaseAddress = null;
            }
        );

    public override void ReplaceCredentials(IServiceProvider services, string name)
    {
        _twin.SetAccessTokens("partners-token-renewed");
        _twin.RevokeTokens();
        services.Renew<GiftCardPartnersOptions>(name);
    }

    public override ConformanceCall CallOf(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath switch
        {
            "/v1/Tokens" => ConformanceCall.Token,
            "/v1/Orders" when request.Method == HttpMethod.Post => ConformanceCall.Create,
            _ => ConformanceCall.Read,
        };

    public override OrderRequest OrderFor(Delivery delivery, OrderReference reference)
    {
        if (delivery == Delivery.Post)
        {
            var posted = Requests.Post(reference.Value);
            return posted with { Lines = [posted.Lines[0] with { Quantity = 1 }] };
        }

        return delivery == Delivery.Returned
            ? Requests.Links(reference.Value)
            : Requests.Email(reference.Value) with
            {
                Delivery = delivery,
                Lines = [Requests.Line() with { Recipient = ReachedBy(delivery) }],
            };
    }

    public override void Fund(Money available) => _twin.SetBalance(available.Currency, available.Amount);

    public override void Withdraw(string productId) => _twin.RemoveProduct(productId);

    private static Recipient ReachedBy(Delivery delivery) =>
        new()
        {
            Name = "Ines",
            Email = delivery == Delivery.Sms ? null : "ines@panel.example",
            Phone = delivery == Delivery.Email ? null : "+12125550147",
        };

    protected virtual void Configure(GiftCardPartnersOptions options)
    {
        options.BaseAddress = _twin.BaseAddress;
        options.Email = _twin.Email;
        options.AccessToken = _twin.AccessToken;
    }
}
