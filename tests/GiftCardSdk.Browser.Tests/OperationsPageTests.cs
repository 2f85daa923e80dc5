using System.Globalization;
using GiftCardSdk.AspNetCore.Tests;
using GiftCardSdk.Batches;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Browser.Tests;

/// <summary>The operations page of an application, by its links and buttons.</summary>
public sealed class OperationsPageTests(Chromium chromium)
{
    private static readonly TimeSpan Interval = TimeSpan.FromMinutes(29);

    [Fact]
    public async Task A_parked_order_is_marked_by_clicking()
    {
        await using var stage = await DashboardStage.StartAsync();
        var order = await stage.LeaveAsync("survey-81-respondent-1044", OrderJournalState.Parked);
        await using var visit = await chromium.OpenAsync(stage.Address);
        var page = visit.Page;

        await page.GetByText("Parked").ClickAsync();
        await page.GetByText("survey-81-respondent-1044").ClickAsync();
        await page.GetByText("It was bought").CheckAsync();
        await page.GetByLabel("The provider's id of the order").FillAsync("o-7");
        await page.GetByLabel("Why").FillAsync("seen in the portal");
        await page.ClickAsync("button:text('Mark')");
        await page.GetByText("The order is marked.").WaitForAsync();

        var entry = (await stage.EntryAsync(order))!;
        (entry.State, entry.ProviderOrderIds[0], entry.Decision!.Why).ShouldBe((OrderJournalState.Accepted, "o-7", "seen in the portal"));
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task What_was_given_up_is_delivered_again_by_a_button()
    {
        await using var stage = await DashboardStage.StartAsync();
        await stage.GiveUpAsync("event-1");
        await using var visit = await chromium.OpenAsync(stage.Address);

        await visit.Page.ClickAsync(".tiles a:has-text('Inbox')");
        await visit.Page.ClickAsync("text=Deliver again");
        await visit.Page.GetByText("It is due again").WaitForAsync();

        (await stage.GiftCards.Webhooks.ListParkedAsync().ToListAsync()).ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(Visit.Phone, false)]
    [InlineData(Visit.Phone, true)]
    [InlineData(1280, false)]
    public async Task Every_page_fits_the_window_and_the_browser_complains_of_nothing(int width, bool isDark)
    {
        await using var stage = await StartAsync();
        await using var visit = await chromium.OpenAsync(stage.Address, width, isDark);
        await PictureAsync(visit, width, isDark);

        foreach (var title in (string[])["Overview", "Orders", "Balances", "Batches", "Inbox", "Accounts"])
        {
            await visit.Page.ClickAsync($"header nav a:text-is('{title}')");
            (await visit.Page.InnerTextAsync("h1")).ShouldBe(title);
            (await visit.TooWideAsync()).ShouldBeEmpty(title);
        }

        await visit.Page.ClickAsync("header nav a:text-is('Orders')");
        await visit.Page.ClickAsync("td a");
        (await visit.TooWideAsync()).ShouldBeEmpty("an order");
        visit.Complaints.ShouldBeEmpty();
    }

    private static async Task PictureAsync(Visit visit, int width, bool isDark)
    {
        if (width > Visit.Phone && !isDark)
        {
            await visit.TakePictureAsync("operations.png");
        }
    }

    /// <summary>An application with two weeks of orders behind it, and a day of balances.</summary>
    private static async Task<DashboardStage> StartAsync()
    {
        PassClock? passes = null;
        var stage = await DashboardStage.StartAsync(setup =>
        {
            setup.Time = passes = new(setup.Clock, Interval);
            SetBalances(setup.Provider, 0);
            setup.Cards = cards =>
                cards
                    .AddBatches()
                    .MonitorBalances(options =>
                    {
                        options.Interval = Interval;
                        options.AlertBelow(DashboardStage.Account, Money.Of(2_000, "USD"));
                    });
        });
        await passes!.EndsAsync();
        for (var i = 1; i <= 44; i++)
        {
            SetBalances(stage.Provider, i);
            stage.Clock.Advance(Interval);
            await passes.EndsAsync();
        }

        await FillAsync(stage);
        return stage;
    }

    private static void SetBalances(InMemoryGiftCardProvider provider, int reading)
    {
        provider.SetBalance(Money.Of(9_600 - (reading * 130) - (reading * 7 % 11 * 25), "USD"));
        provider.SetBalance(Money.Of(5_400 - (reading * 60) + (reading >= 25 ? 2_500 : 0), "EUR"));
    }

    private static async Task FillAsync(DashboardStage stage)
    {
        var now = stage.Clock.GetUtcNow();
        for (var i = 0; i < 260; i++)
        {
            var line = new JournalLine("books", Money.Of(25 + (i % 3 * 25), i % 4 == 0 ? "EUR" : "USD"), 1 + (i * i % 7), null);
            await stage.LeaveAsync(
                string.Create(CultureInfo.InvariantCulture, $"wave-7-{i}"),
                i % 40 == 0 ? OrderJournalState.Refused : OrderJournalState.Accepted,
                now.AddHours(-i * (1 + (i * 13 % 5 / 20.0))),
                entry => entry with { Lines = [line] }
            );
        }

        await stage.LeaveAsync("survey-81-respondent-1044", OrderJournalState.Parked, now.AddHours(-7));
        await stage.LeaveAsync(
            "a-reference-of-many-letters-without-any-blank-in-it-" + new string('x', 120),
            OrderJournalState.Parked,
            now.AddHours(-2)
        );
        await stage.LeaveAsync("survey-81-respondent-1051", OrderJournalState.Unknown, now.AddMinutes(-12));
        await stage.GiveUpAsync("event-1");
        var batches = stage.Services.GetRequiredService<IGiftCardBatches>();
        var lines = Enumerable.Range(1, 3).Select(i => new BatchLine(Order($"december-{i}"))).ToAsyncEnumerable();
        await foreach (var _ in batches.RunAsync("december", lines, new() { Account = DashboardStage.Account, ExpectedLines = 5 })) { }
    }

    private static OrderRequest Order(string reference) =>
        new()
        {
            Reference = reference,
            Lines = [new() { ProductId = "books", FaceValue = Money.Of(25, "USD") }],
            Delivery = Delivery.Returned,
        };
}
