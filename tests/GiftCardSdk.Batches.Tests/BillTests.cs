namespace GiftCardSdk.Batches.Tests;

/// <summary>Before the first order, a dry run says what the list would come to and what is wrong with it.</summary>
public sealed class BillTests
{
    [Fact]
    public async Task The_bill_adds_up_by_account_and_currency_and_leaves_out_what_is_bought()
    {
        await using var shop = new Shop();
        shop.Provider.SetBalance(Money.Of(60, "EUR"));
        var batches = shop.Application();
        await Shop.RunAsync(batches, Shop.Lines(1));
        var arrivals = shop.Provider.Arrivals;
        BatchLine[] lines = [new(Shop.Order(1)), new(Shop.Order(2)), new(Shop.Order(3, 30)), new(Shop.Order(4, 50, "USD"), "other")];

        var bill = await batches.CheckAsync(lines.ToAsyncEnumerable(), Shop.Options, Shop.Token);

        (bill.Lines, bill.BoughtBefore, bill.Cards, bill.FindingCount).ShouldBe((4, 1, 3, 0));
        bill.Accounts.Select(account => account.Account).ShouldBe(["other", "shop"]);
        bill.Accounts.SelectMany(account => account.FaceValue).ShouldBe([Money.Of(50, "USD"), Money.Of(55, "EUR")]);
        var need = bill.Accounts[1].Funds!.Currencies.Single();
        (need.Available, need.Currency).ShouldBe((Money.Of(35, "EUR"), "EUR"));
        shop.Provider.Arrivals.ShouldBe(arrivals);
    }

    [Fact]
    public async Task What_is_wrong_with_a_line_is_found_before_anything_is_bought()
    {
        await using var shop = new Shop();
        var batches = shop.Application();
        await Shop.RunAsync(batches, Shop.Lines(1));
        BatchLine[] lines =
        [
            new(Shop.Order(1, 50)),
            new(Shop.Order(2, -1)),
            new(Shop.Order(3, 1_000)),
            new(Shop.Order(4) with { Lines = [Shop.Order(4).Lines[0] with { ProductId = "gone" }] }),
            new(Shop.Order(5)),
            new(Shop.Order(5)),
            new(Mailed(6, "mira@mail.example")),
            new(Mailed(7, "MIRA@mail.example")),
            new(Shop.Order(8), "nobody"),
            new(Shop.Order(9) with { MaxCost = Money.Of(1, "EUR") }),
        ];

        var bill = await batches.CheckAsync(lines.ToAsyncEnumerable(), Shop.Options, Shop.Token);

        bill.IsClean.ShouldBeFalse();
        bill.Findings.Select(finding => (finding.Number, finding.Kind))
            .ShouldBe([
                (1, BatchFindingKind.Changed),
                (2, BatchFindingKind.Invalid),
                (3, BatchFindingKind.ProductUnavailable),
                (4, BatchFindingKind.ProductUnavailable),
                (6, BatchFindingKind.DuplicateReference),
                (8, BatchFindingKind.DuplicateRecipient),
                (9, BatchFindingKind.Invalid),
                (10, BatchFindingKind.TooDear),
            ]);
        bill.Findings.ShouldAllBe(finding => !finding.Message.Contains("mail.example", StringComparison.OrdinalIgnoreCase));
        shop.Provider.Ledger.Count.ShouldBe(1);
    }

    private static OrderRequest Mailed(int number, string address) =>
        Shop.Order(number) with
        {
            Delivery = Delivery.Email,
            Lines =
            [
                Shop.Order(number).Lines[0] with
                {
                    Recipient = new() { Name = "Mira Oduya", Email = address },
                },
            ],
            Message = new()
            {
                Subject = "Thank you",
                Body = "A coffee.",
                SenderName = "Harbour Pine",
                SenderEmail = "hello@harbour.example",
            },
        };
}
