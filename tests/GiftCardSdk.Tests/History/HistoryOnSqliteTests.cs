using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.History;

/// <summary>History lives where the journal lives: it outlives the process, and nothing of a card is in the file that could be spent.</summary>
public sealed class HistoryOnSqliteTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("giftcards-").FullName;
    private readonly ManualTimeProvider _clock = new();
    private readonly InMemoryGiftCardProvider _provider;

    public HistoryOnSqliteTests() => _provider = new(new InMemoryProviderOptions(), _clock);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task The_next_process_knows_what_became_of_a_card()
    {
        await using (var first = Process())
        {
            var account = first.GetRequiredService<IGiftCards>().GetAccount("emea");
            var placed = await account.Orders.PlaceAsync(HistoryShop.Request("order-1", "bo@mail.example", "al@mail.example"));
            _provider.Redeem(placed.Rewards[1].Id!);
            await account.Status.GetAsync(placed.Id);
        }

        await using var next = Process();
        var history = next.GetRequiredService<IGiftCards>().History;
        var found = (await history.FindAsync("emea", "order-1")).ShouldNotBeNull();
        var ofAl = await history.FindByRecipientAsync(new() { Email = "al@mail.example" }).ToListAsync();

        found.Cards.Select(card => card.Redemption).ShouldBe([RedemptionState.Redeemable, RedemptionState.Redeemed]);
        ofAl.ShouldHaveSingleItem().Reference.Value.ShouldBe("order-1");
    }

    [Fact]
    public async Task Neither_a_code_nor_an_address_is_in_the_file()
    {
        await using (var process = Process())
        {
            await process
                .GetRequiredService<IGiftCards>()
                .GetAccount("emea")
                .Orders.PlaceAsync(HistoryShop.Request("order-1", "bo@mail.example"));
        }

        var code = _provider.Ledger[0].Codes[0].Reveal();
        foreach (var file in Directory.EnumerateFiles(_folder))
        {
            var text = System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            text.ShouldNotContain(code);
            text.ShouldNotContain("bo@mail.example", Case.Insensitive);
        }
    }

    private ServiceProvider Process()
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(_clock).AddLogging();
        services.AddGiftCards().UseSqliteJournal(Path.Combine(_folder, "journal.db")).KeepOrderHistory().AddInMemory("emea", _provider);
        return services.BuildServiceProvider();
    }
}
