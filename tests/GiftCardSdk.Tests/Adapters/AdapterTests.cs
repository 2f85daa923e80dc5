using GiftCardSdk.Adapters;

namespace GiftCardSdk.Tests.Adapters;

/// <summary>A driver that overrides nothing answers "not supported" and never crashes.</summary>
public sealed class AdapterTests
{
    private static readonly OrderRequest Request = new()
    {
        Reference = "r",
        Delivery = Delivery.Returned,
        Lines = [],
    };

    private readonly Idle _adapter = new();

    public static TheoryData<string> Members => ["list", "product", "submit", "get", "find", "resend", "cancel", "balances"];

    [Theory]
    [MemberData(nameof(Members))]
    public async Task Every_member_that_is_not_overridden_says_so(string member)
    {
        var failure = await Should.ThrowAsync<GiftCardException>(() => CallAsync(member));

        failure.Code.ShouldBe(GiftCardErrorCode.NotSupported);
        failure.Outcome.ShouldBe(member == "submit" ? GiftCardOutcome.NothingCreated : GiftCardOutcome.NotAnOrder);
        failure.Provider.ShouldBe("idle");
        failure.Message.ShouldStartWith("idle cannot ");
    }

    [Fact]
    public void It_finds_no_mistakes_and_has_no_services()
    {
        _adapter.FindMistakes(Request).ShouldBeEmpty();
        _adapter.GetService(typeof(string)).ShouldBeNull();
    }

    [Fact]
    public void An_unknown_outcome_may_exist_and_may_be_tried_again()
    {
        var failure = new OrderOutcomeUnknownException("what to do") { Reference = "r" };

        failure.Code.ShouldBe(GiftCardErrorCode.OutcomeUnknown);
        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        failure.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public void An_order_carries_options_of_several_kinds_and_finds_its_own()
    {
        var mine = new Mine();
        var request = Request with { Options = [new Other(), mine] };

        request.OptionsOf<Mine>().ShouldBeSameAs(mine);
        Request.OptionsOf<Mine>().ShouldBeNull();
    }

    [Fact]
    public void A_line_totals_its_cards() =>
        new OrderLine
        {
            ProductId = "p",
            FaceValue = Money.Of(2.50m, "EUR"),
            Quantity = 3,
        }.Total.ShouldBe(Money.Of(7.50m, "EUR"));

    private async Task CallAsync(string member)
    {
        switch (member)
        {
            case "list":
                _ = _adapter.ListProductsAsync(CatalogQuery.All, CancellationToken.None);
                break;
            case "product":
                await _adapter.GetProductAsync("p", CancellationToken.None);
                break;
            case "submit":
                await _adapter.SubmitOrderAsync(new(Request, "r"), CancellationToken.None);
                break;
            case "get":
                await _adapter.GetOrderAsync("o", RewardDetail.None, CancellationToken.None);
                break;
            case "find":
                await _adapter.FindOrderAsync(new("r", null, null, RewardDetail.None), CancellationToken.None);
                break;
            case "resend":
                await _adapter.ResendAsync("o", null, CancellationToken.None);
                break;
            case "cancel":
                await _adapter.CancelAsync("o", null, CancellationToken.None);
                break;
            default:
                await _adapter.ListBalancesAsync(CancellationToken.None);
                break;
        }
    }

    private sealed class Idle : GiftCardAdapter
    {
        public override string Provider => "idle";

        public override Capabilities Capabilities { get; } = new();
    }

    private sealed record Mine : ProviderOrderOptions
    {
        public override string Provider => "mine";
    }

    private sealed record Other : ProviderOrderOptions
    {
        public override string Provider => "other";
    }
}
