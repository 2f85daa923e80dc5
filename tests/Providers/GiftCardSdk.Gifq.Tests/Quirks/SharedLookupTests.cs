using System.Globalization;
using GiftCardSdk.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>GIFQ finds no order by its reference, so one reading of its list answers for all that are open.</summary>
public sealed class SharedLookupTests
{
    private const int Open = 1_000;
    private const int Sold = 60;

    [Fact]
    public async Task A_thousand_open_orders_cost_one_reading_of_the_list_a_pass()
    {
        await using var stage = await Stage.StartAsync();
        await using (var lost = stage.Restarted())
        {
            foreach (var number in Enumerable.Range(0, Sold))
            {
                await lost.Account.Orders.PlaceAsync(Requests.Order(Reference(number)));
            }
        }

        var journal = new InMemoryOrderJournal();
        foreach (var number in Enumerable.Range(0, Open))
        {
            (await journal.TryAddAsync(Entry(Reference(number), stage.Clock.GetUtcNow()))).ShouldBeTrue();
        }

        await using var ours = stage.Restarted(journal);
        var giftCards = ours.Services.GetRequiredService<IGiftCards>();
        var (lists, reads) = (stage.Twin.Requests.Count("orders.list"), stage.Twin.Requests.Count("orders.get"));

        var first = await giftCards.Journal.ResolveAsync();
        stage.Clock.Advance(TimeSpan.FromMinutes(5));
        var second = await giftCards.Journal.ResolveAsync();

        (first.LookedAt, first.Accepted, first.Absent).ShouldBe((Open, Sold, 0), "the quiet time begins with the first look");
        (second.LookedAt, second.Absent).ShouldBe((Open - Sold, Open - Sold));
        (stage.Twin.Requests.Count("orders.list") - lists).ShouldBe(2 * 3, "three pages a pass, to the last one");
        (stage.Twin.Requests.Count("orders.get") - reads).ShouldBe(Sold, "each that was found is read");
    }

    private static string Reference(int number) => string.Create(CultureInfo.InvariantCulture, $"open-{number}");

    private static JournalEntry Entry(string reference, DateTimeOffset now)
    {
        var line = Requests.Order(reference).Lines[0];
        return new()
        {
            Identity = new(
                GifqDefaults.Provider,
                GiftCardEnvironment.Sandbox,
                GifqDefaults.AccountName,
                OrderIdentity.PlaceOrder,
                new(reference)
            ),
            ProviderKey = reference,
            Fingerprint = "v1:0",
            Lines = [new(line.ProductId, line.FaceValue, line.Quantity, null)],
            Delivery = Delivery.Returned,
            State = OrderJournalState.Unknown,
            IsAmbiguous = true,
            Attempt = 1,
            FirstSentAt = now,
            LastSentAt = now,
            CreatedAt = now,
            UpdatedAt = now,
        };
    }
}
