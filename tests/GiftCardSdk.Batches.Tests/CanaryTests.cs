namespace GiftCardSdk.Batches.Tests;

/// <summary>Nothing that names somebody or can be spent is printed or kept.</summary>
public sealed class CanaryTests
{
    private const string Address = "canary.oduya@mail.example";

    [Fact]
    public async Task Lines_results_bills_and_what_is_kept_of_a_batch_show_no_recipient_and_no_code()
    {
        await using var shop = new Shop();
        var batches = shop.Application();
        BatchLine[] lines = [Mailed(1), Mailed(2), new(Shop.Order(3)), Mailed(4) with { Account = "nobody" }, new(Shop.Order(5, -1))];

        var bill = await batches.CheckAsync(lines.ToAsyncEnumerable(), Shop.Options, Shop.Token);
        var results = await Shop.RunAsync(batches, lines.ToAsyncEnumerable());
        var records = await shop.Journal.Records!.ListAsync(new() { Kind = "batch" }, Shop.Token).ToListAsync(Shop.Token);

        bill.Findings.ShouldContain(finding => finding.Kind == BatchFindingKind.DuplicateRecipient);
        results.Count(result => result.Status == BatchLineStatus.Bought).ShouldBe(3);
        string[] seen =
        [
            bill.ToString(),
            .. bill.Findings.Select(finding => finding.ToString()),
            .. results.SelectMany(result => new[] { result.ToString(), result.Line.ToString(), $"{result.Order}", $"{result.Failure}" }),
            .. records.Select(record => record.Body),
        ];
        string[] secrets = ["canary", .. shop.Provider.Ledger.SelectMany(sold => sold.Codes).Select(code => code.Reveal())];
        secrets.Length.ShouldBeGreaterThan(3);
        seen.ShouldAllBe(text => !secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
    }

    private static BatchLine Mailed(int number) =>
        new(
            Shop.Order(number) with
            {
                Delivery = Delivery.Email,
                Lines =
                [
                    Shop.Order(number).Lines[0] with
                    {
                        Recipient = new() { Name = "Canary Oduya", Email = Address },
                    },
                ],
                Message = new()
                {
                    Subject = "Thank you",
                    Body = "A coffee.",
                    SenderName = "Harbour Pine",
                    SenderEmail = "hello@harbour.example",
                },
            }
        );
}
