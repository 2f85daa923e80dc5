using System.Text;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>Whoever steals the folder has no card and no person, and no message holds what an entry holds.</summary>
public sealed class CanaryTests : IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task No_file_of_the_folder_holds_a_secret_or_a_person()
    {
        var provider = new InMemoryGiftCardProvider();
        var application = new Application(_folder.JournalPath, provider);
        var request = new OrderRequest
        {
            Reference = "survey-81",
            Lines =
            [
                new()
                {
                    ProductId = "coffee",
                    FaceValue = Money.Of(25, "EUR"),
                    Recipient = new() { Name = "Canary Maja Ek", Email = "canary.person@fjord.example" },
                },
            ],
            Delivery = Delivery.Email,
            Message = new() { Body = "Canary text to Maja" },
        };
        var order = await application.Cards.GetAccount("test").Orders.PlaceAsync(request);
        var codes = (await application.Cards.GetAccount("test").Orders.PlaceAsync(Application.Request("codes")))
            .Rewards.Select(reward => reward.Code!.Reveal())
            .ToList();
        // What a crash would leave now. (Whoever closes the database beside SQLite takes its locks away.)
        var whileOpen = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(_folder.JournalPath + "-wal"));
        await application.DisposeAsync();
        await SqliteJournal.BackupAsync(_folder.JournalPath, _folder.JournalPath + ".backup");

        foreach (var bytes in (string[])[whileOpen, await BytesAsync()])
        {
            bytes.ShouldContain("survey-81");
            bytes.ShouldContain(order.Id);
            foreach (var secret in (string[])[.. codes, "Canary", "canary", "Maja", "fjord"])
            {
                bytes.ShouldNotContain(secret, Case.Insensitive);
            }
        }
    }

    [Fact]
    public async Task What_a_failed_write_says_holds_nothing_of_the_entry_but_at_most_its_reference()
    {
        var journal = _folder.Open();
        _folder.Execute("CREATE TRIGGER poison BEFORE INSERT ON gift_card_orders BEGIN SELECT RAISE(ABORT, 'canary of the database'); END");
        var entry = Entries.Entry("reference") with
        {
            ProviderKey = "canary-key",
            Fingerprint = "canary-print",
            ProviderOrderIds = ["canary-id"],
        };

        var failure = await Should.ThrowAsync<OrderJournalException>(journal.TryAddAsync(entry).AsTask());

        failure.Message.ShouldNotContain("canary");
        failure.Message.ShouldContain("SQLite error");
    }

    private async Task<string> BytesAsync()
    {
        var all = new StringBuilder();
        foreach (var path in Directory.GetFiles(_folder.Folder, "*", SearchOption.AllDirectories))
        {
            all.Append(Encoding.Latin1.GetString(await File.ReadAllBytesAsync(path)));
        }

        return all.ToString();
    }
}
