using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>The same journey in every dialect that the twin can speak: each is a reading of GIFQ's documents that may prove true.</summary>
public sealed class DialectJourneyTests
{
    private static readonly Dictionary<string, Action<GifqTwinOptions>> Switches = new(StringComparer.Ordinal)
    {
        ["usual"] = _ => { },
        ["alternative names"] = twin => twin.Names = GifqNames.Alternative,
        ["second alternative names"] = twin => twin.Names = GifqNames.SecondAlternative,
        ["numbers as texts"] = twin => twin.NumbersAsStrings = true,
        ["wrapped lists"] = twin => twin.WrapLists = true,
        ["cards at the top level"] = twin => twin.RedemptionPlace = GifqRedemptionPlace.TopLevel,
        ["cards at the top level under other names"] = twin =>
            (twin.RedemptionPlace, twin.Names) = (GifqRedemptionPlace.TopLevel, GifqNames.Alternative),
        ["minimal lists"] = twin => twin.ListedOrder = GifqListedOrder.Minimal,
        ["oldest first"] = twin => twin.ListOrder = GifqListOrder.OldestFirst,
        ["page items as page size"] = twin => twin.PageItems = GifqPageItems.PageSize,
        ["large limits refused"] = twin => twin.RefuseLargeLimits = true,
        ["every refusal named"] = twin => twin.RequestIdOnEveryRefusal = true,
        ["conversions apart"] = twin => twin.SeparateFxTransactions = true,
        ["all at once"] = twin =>
        {
            (twin.Names, twin.NumbersAsStrings, twin.WrapLists) = (GifqNames.Alternative, true, true);
            (twin.ListedOrder, twin.ListOrder) = (GifqListedOrder.Minimal, GifqListOrder.OldestFirst);
        },
    };

    public static TheoryData<string> Dialects => [.. Switches.Keys];

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_card_is_bought_read_and_found_again(string dialect)
    {
        await using var stage = await Stage.StartAsync(Switches[dialect]);
        var request = Requests.Order("o-1", brand: "lumen-books", paymentCurrency: "EUR");

        var order = await stage.Account.PlaceAndWaitAsync(request, TimeSpan.FromMinutes(1));
        var found = await stage.Account.Status.FindAsync("o-1");

        var reward = order.Rewards.ShouldHaveSingleItem();
        (reward.Code is not null, reward.Pin is not null, reward.Serial is not null).ShouldBe((true, true, true));
        order.TotalCost.ShouldBe(Money.Of(22.30m, "EUR"));
        order.Exchange!.Rate.ShouldBe(0.92m);
        (found!.Id, found.Rewards.ShouldHaveSingleItem().Code).ShouldBe((order.Id, reward.Code));
        (await stage.Account.Balances.GetAsync("EUR"))!.Available.ShouldBe(Money.Of(5000 - 22.30m, "EUR"));
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task The_catalog_reads_the_same(string dialect)
    {
        await using var stage = await Stage.StartAsync(Switches[dialect]);

        var product = await stage.Account.Catalog.GetAsync("lumen-books");
        var brand = await stage.Api.ListAllProductsAsync().FirstAsync(brand => brand.Slug == "lumen-books");

        product.Offers.Select(offer => (offer.Currency, offer.DiscountPercent)).ShouldBe([("USD", 4m), ("EUR", -1.5m)]);
        Guid.TryParse(brand.Id, out _).ShouldBeTrue();
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_lost_answer_is_found_or_safely_repeated(string dialect)
    {
        await using var stage = await Stage.StartAsync(Switches[dialect]);
        stage.Twin.Faults.Add(
            new()
            {
                Operation = "orders.create",
                Kind = FaultKind.CloseAfterCommit,
                Times = 1,
            }
        );

        var order = await stage.Account.Orders.PlaceAsync(Requests.Order("o-1"));

        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        stage.Twin.Requests.Count("orders.create").ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(Dialects))]
    public async Task A_batch_of_payouts_is_sent_and_read(string dialect)
    {
        await using var stage = await Stage.StartAsync(Switches[dialect], MatchingNames(dialect));
        var campaign = await stage.CampaignAsync();

        var batch = await stage.Payouts.DispatchAsync("wave-1", Requests.Batch(campaign, "ida@fjord.example", "ola@fjord.example"));
        stage.LetTimePass();

        (batch.Value.RecipientsCount, batch.Value.TotalAmount).ShouldBe((2, 40m));
        (await stage.Api.GetPayoutOrderAsync(batch.Value.Id)).Status.ShouldBe(GifqWords.PayoutOrderStatus.Completed);
        var payouts = await stage.Api.ListAllPayoutsAsync().ToListAsync();
        payouts.Select(payout => payout.Email).Order(StringComparer.Ordinal).ShouldBe(["ida@fjord.example", "ola@fjord.example"]);
        var movement = await stage.Api.ListAllTransactionsAsync().FirstAsync(row => row.PayoutOrderId == batch.Value.Id);
        (movement.Type, movement.Amount).ShouldBe((GifqWords.TransactionType.Payout, -40m));
    }

    /// <summary>What is written cannot be written under several names at once, so where GIFQ's are others the account says so.</summary>
    private static Action<GifqOptions> MatchingNames(string dialect) =>
        options =>
        {
            var twin = new GifqTwinOptions();
            Switches[dialect](twin);
            if (twin.Names != GifqNames.Usual)
            {
                options.WireAssumptions.MemberNames = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["campaign.name"] = "title",
                    ["campaign.email_subject"] = "mail_subject",
                    ["campaign.email_body"] = "mail_body",
                };
            }
        };
}
