using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Batches.Tests;

/// <summary>Several processes run one list on one journal.</summary>
public sealed class SeveralProcessesTests
{
    [Fact]
    public async Task What_one_has_in_hand_the_others_leave_and_each_line_is_one_card()
    {
        var folder = Directory.CreateTempSubdirectory("batches-");
        try
        {
            var provider = new Testing.InMemoryGiftCardProvider();
            await using var first = Application(folder, provider);
            await using var second = Application(folder, provider);

            var runs = await Task.WhenAll(RunAsync(first), RunAsync(second));

            runs.ShouldAllBe(results => results.Count == 200 && results.All(result => result.Status == BatchLineStatus.Bought));
            provider.Ledger.Count.ShouldBe(200);
            runs.Sum(results => results.Count(result => !result.WasBoughtBefore)).ShouldBe(200);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<List<BatchResult>> RunAsync(IServiceProvider application) =>
        await application
            .GetRequiredService<IGiftCards>()
            .Batches.RunAsync("june", Shop.Lines(200), Shop.Options with { FirstDelay = TimeSpan.FromMilliseconds(5) }, Shop.Token)
            .ToListAsync(Shop.Token);

    private static ServiceProvider Application(DirectoryInfo folder, Testing.InMemoryGiftCardProvider provider)
    {
        var services = new ServiceCollection();
        services
            .AddGiftCards()
            .AddBatches()
            .ConfigureOrdering(options => options.FirstDelay = TimeSpan.FromMilliseconds(5))
            .UseSqliteJournal(Path.Combine(folder.FullName, "giftcards.db"))
            .AddInMemory("shop", provider);
        return services.BuildServiceProvider();
    }
}
