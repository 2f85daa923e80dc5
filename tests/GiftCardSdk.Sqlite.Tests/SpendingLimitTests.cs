using System.Globalization;
using GiftCardSdk.Testing;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>Limits hold for all processes of a file together.</summary>
public sealed class SpendingLimitTests : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Sixty_four_callers_in_two_processes_spend_what_is_allowed_and_not_a_cent_more()
    {
        using var first = OtherProcess.Start("spend", _folder.JournalPath);
        using var second = OtherProcess.Start("spend", _folder.JournalPath);
        (await first.SaysAsync()).ShouldBe("ready");
        (await second.SaysAsync()).ShouldBe("ready");

        first.Tell("go");
        second.Tell("go");
        var sold = await SoldAsync(first) + await SoldAsync(second);

        sold.ShouldBeLessThanOrEqualTo(Spending.PerDay);
        // Whatever fits is bought: less than the smallest order is left.
        sold.ShouldBeGreaterThan(Spending.PerDay - 0.07m);

        // A third process, which has seen none of it, buys nothing either.
        var provider = new InMemoryGiftCardProvider();
        await using var third = Spending.Start(_folder.JournalPath, provider);
        await Spending.BuyAsync(third, "third");
        provider.Ledger.ShouldBeEmpty();
    }

    private static async Task<decimal> SoldAsync(OtherProcess process) =>
        decimal.Parse(await process.SaysAsync(), CultureInfo.InvariantCulture);
}
