using System.Globalization;
using System.Net;
using GiftCardSdk.Batches;
using GiftCardSdk.Journal;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>What the operations page shows.</summary>
public sealed class DashboardPageTests
{
    private const string Markup = "<script>alert('x')</script>";

    [Fact]
    public async Task Open_orders_come_with_those_first_that_need_a_person_and_the_oldest_of_each()
    {
        await using var stage = await DashboardStage.StartAsync();
        var now = stage.Clock.GetUtcNow();
        await stage.LeaveAsync("sending-1", OrderJournalState.Sending, now.AddHours(-9));
        await stage.LeaveAsync("unknown-1", OrderJournalState.Unknown, now.AddHours(-5));
        await stage.LeaveAsync("parked-1", OrderJournalState.Parked, now.AddDays(-3));
        await stage.LeaveAsync("parked-2", OrderJournalState.Parked, now.AddHours(-4));
        await stage.LeaveAsync("bought-1", OrderJournalState.Accepted, now.AddHours(-1));

        var page = (await stage.GetAsync("/orders")).Body;
        var overview = (await stage.GetAsync()).Body;

        int[] places =
        [
            .. new[] { "parked-1", "parked-2", "unknown-1", "sending-1" }.Select(order =>
                page.IndexOf($">{order}</a>", StringComparison.Ordinal)
            ),
        ];
        places.ShouldBe(places.Order());
        places[0].ShouldBePositive();
        page.ShouldContain(">3 days<");
        page.ShouldNotContain("bought-1");
        overview.ShouldContain("Parked<b class=\"bad\">2</b><small>oldest 3 days</small>");
        overview.ShouldContain("Unknown<b class=\"warn\">1</b><small>oldest 5 h</small>");
        overview.ShouldContain("Bought<b class=\"\">1</b>");
    }

    [Fact]
    public async Task Ended_orders_are_paged_with_the_newest_first()
    {
        await using var stage = await DashboardStage.StartAsync();
        var now = stage.Clock.GetUtcNow();
        for (var i = 0; i < 120; i++)
        {
            await stage.LeaveAsync(
                string.Create(CultureInfo.InvariantCulture, $"o-{i:000}"),
                OrderJournalState.Accepted,
                now.AddMinutes(i - 200)
            );
        }

        await stage.LeaveAsync("of-old", OrderJournalState.Accepted, now.AddDays(-20));

        var first = (await stage.GetAsync("/orders?end=Accepted")).Body;
        var last = (await stage.GetAsync("/orders?end=Accepted&page=3")).Body;

        References(first).ShouldBe(Enumerable.Range(0, 50).Select(i => string.Create(CultureInfo.InvariantCulture, $"o-{119 - i:000}")));
        References(last).ShouldBe(Enumerable.Range(0, 20).Select(i => string.Create(CultureInfo.InvariantCulture, $"o-{19 - i:000}")));
        // The first page is full without a look at all of them.
        first.ShouldContain("<span>page 1</span><a href=\"/gift-cards/orders?end=Accepted&amp;page=2\">Next</a>");
        last.ShouldContain("120 orders, sent in the last 14 days; page 3 of 3");

        static IEnumerable<string> References(string page) => page.Split("reference=").Skip(1).Select(part => part.Split('"')[0]);
    }

    [Fact]
    public async Task An_order_tells_what_happened_and_what_would_be_safe()
    {
        await using var stage = await DashboardStage.StartAsync();
        var order = await stage.LeaveAsync("wave-1", OrderJournalState.Parked);

        var page = (await stage.GetAsync(DashboardStage.PageOf(order))).Body;
        var explained = (await stage.GiftCards.Journal.ExplainAsync(order))!;

        foreach (var sentence in explained.Story.Concat(explained.SafeNow))
        {
            WebUtility.HtmlDecode(page).ShouldContain($"<li>{sentence}</li>");
        }
    }

    [Fact]
    public async Task An_order_is_found_by_account_and_reference()
    {
        await using var stage = await DashboardStage.StartAsync();
        var order = await stage.LeaveAsync("wave 1/é", OrderJournalState.Unknown);

        var found = await stage.GetAsync($"/find?account=shop&reference={Uri.EscapeDataString("wave 1/é")}");

        found.Status.ShouldBe(HttpStatusCode.SeeOther);
        found.Location!.OriginalString.ShouldBe(DashboardStage.Path + DashboardStage.PageOf(order));
        (await stage.GetAsync(DashboardStage.PageOf(order))).Status.ShouldBe(HttpStatusCode.OK);
        (await stage.GetAsync("/find?account=shop&reference=wave-2")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await stage.GetAsync("/find?account=shpo&reference=wave-1")).Body.ShouldContain("There is no gift card account named");
        (await stage.GetAsync("/order?environment=Sandbox&reference=%00")).Status.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task What_was_bought_is_summed_up_by_day_and_currency()
    {
        await using var stage = await DashboardStage.StartAsync();
        var now = stage.Clock.GetUtcNow();
        await stage.LeaveAsync(
            "a",
            OrderJournalState.Accepted,
            now.AddDays(-1),
            entry => entry with { Lines = [Line(20, "USD", 3), Line(5, "EUR", 1)] }
        );
        await stage.LeaveAsync("b", OrderJournalState.Accepted, now.AddDays(-1), entry => entry with { Lines = [Line(1.5m, "USD", 1)] });
        await stage.LeaveAsync("c", OrderJournalState.Refused, now.AddDays(-1));

        var page = (await stage.GetAsync()).Body;

        page.ShouldContain("<title>2026-01-14: 61.50 USD</title>");
        page.ShouldContain("<title>2026-01-14: 5.00 EUR</title>");
        page.ShouldContain("61.50 USD in 14 days");
    }

    [Fact]
    public async Task Balances_are_drawn_with_how_long_they_last()
    {
        var interval = TimeSpan.FromMinutes(29);
        PassClock? passes = null;
        await using var stage = await DashboardStage.StartAsync(setup =>
        {
            setup.Time = passes = new(setup.Clock, interval);
            setup.Provider.SetBalance(Money.Of(1_000, "USD"));
            setup.Cards = cards =>
                cards.MonitorBalances(options =>
                {
                    options.Interval = interval;
                    options.AlertBelow(DashboardStage.Account, Money.Of(900, "USD"));
                });
        });
        await passes!.EndsAsync();
        (await stage.GetAsync("/balances")).Body.ShouldContain("not known yet");
        for (var i = 1; i <= 3; i++)
        {
            stage.Provider.SetBalance(Money.Of(1_000 - (100 * i), "USD"));
            stage.Clock.Advance(interval);
            await passes.EndsAsync();
        }

        var page = (await stage.GetAsync("/balances")).Body;

        // 300 USD in 87 minutes.
        page.ShouldContain("<span class=\"warn\">lasts 3 h</span>");
        page.ShouldContain("<span class=\"bad\">700.00 USD</span>");
        page.ShouldContain("<polyline class=\"line\"");
        page.ShouldContain("class=\"ahead\"");
        page.ShouldContain("class=\"floor\"");
    }

    [Fact]
    public async Task Balances_that_nobody_watches_are_asked_for_once_a_minute()
    {
        await using var stage = await DashboardStage.StartAsync(setup => setup.Provider.SetBalance(Money.Of(77, "USD")));

        (await stage.GetAsync("/balances")).Body.ShouldContain("77.00 USD");
        stage.Provider.SetBalance(Money.Of(11, "USD"));
        (await stage.GetAsync("/balances")).Body.ShouldContain("77.00 USD");
        stage.Clock.Advance(TimeSpan.FromMinutes(1));
        (await stage.GetAsync("/balances")).Body.ShouldContain("11.00 USD");
    }

    [Fact]
    public async Task Batches_are_shown_with_their_progress()
    {
        await using var stage = await DashboardStage.StartAsync(setup => setup.Cards = cards => cards.AddBatches());
        var lines = Enumerable.Range(1, 3).Select(i => new BatchLine(Order($"line-{i}"))).ToAsyncEnumerable();
        await foreach (
            var _ in stage.GiftCards.Batches.RunAsync("july", lines, new() { Account = DashboardStage.Account, ExpectedLines = 3 })
        ) { }

        var page = (await stage.GetAsync("/batches")).Body;

        page.ShouldContain("<h2>july</h2><p>Came to the end of its list");
        page.ShouldContain("<progress max=\"3\" value=\"3\"");
    }

    [Fact]
    public async Task Accounts_are_shown_with_their_circuit_and_rate()
    {
        await using var stage = await DashboardStage.StartAsync(setup =>
            setup.Cards = cards => cards.AddGifq(options => (options.BaseAddress, options.ApiToken) = (new("http://127.0.0.1:1"), "token"))
        );

        var page = (await stage.GetAsync("/accounts")).Body;

        // 98 % of ten a second, all of it here, and nobody waits.
        var of = page.IndexOf("<td>gifq</td>", StringComparison.Ordinal);
        page[of..].ShouldContain("<span class=\"good\">closed</span>");
        page[of..].ShouldContain("<td data-label=\"Calls a minute\">588</td>");
        page[of..].ShouldContain("<td data-label=\"Of them here\">100");
        page[of..].ShouldContain("<td data-label=\"Waiting\">0</td>");
    }

    [Fact]
    public async Task What_strangers_wrote_is_text_and_never_markup()
    {
        await using var stage = await DashboardStage.StartAsync(setup => setup.Cards = cards => cards.AddBatches());
        await stage.GiveUpAsync("event-1", Markup);
        var parked = await stage.LeaveAsync(
            Markup,
            OrderJournalState.Parked,
            change: entry =>
                entry with
                {
                    Reason = Markup,
                    Lines = [new(Markup, Money.Of(1, "USD"), 1, null)],
                    Lookups = [new(entry.CreatedAt, LookupAnswer.Inconclusive, 1, Markup)],
                    Decision = new(Markup, Markup, entry.CreatedAt),
                }
        );
        await foreach (var _ in stage.GiftCards.Batches.RunAsync(Markup, AsyncEnumerable.Empty<BatchLine>())) { }

        string[] pages =
        [
            "",
            "/orders",
            DashboardStage.PageOf(parked),
            "/inbox",
            "/batches",
            $"/find?account={Markup}&reference={Markup}",
            $"/orders?end={Markup}&told={Markup}",
        ];
        foreach (var page in pages)
        {
            (await stage.GetAsync(page)).Body.ShouldNotContain("<script", customMessage: page);
        }

        foreach (var page in pages[1..5])
        {
            WebUtility.HtmlDecode((await stage.GetAsync(page)).Body).ShouldContain(Markup, customMessage: page);
        }
    }

    [Fact]
    public async Task A_journal_that_is_down_is_told_without_its_own_words()
    {
        await using var stage = await DashboardStage.StartAsync(setup =>
            setup.Services = services => services.AddSingleton<IOrderJournal, BrokenJournal>()
        );

        var answer = await stage.GetAsync("/orders");

        answer.Status.ShouldBe(HttpStatusCode.ServiceUnavailable);
        answer.Body.ShouldContain("InvalidCastException");
        answer.Body.ShouldNotContain("secret");
    }

    [Fact]
    public async Task Links_stay_below_the_path_at_which_the_application_lies()
    {
        await using var stage = await DashboardStage.StartAsync(setup =>
            setup.Before = application => application.UsePathBase("/back office")
        );
        using var request = new HttpRequestMessage(HttpMethod.Get, "/back%20office/gift-cards/orders/");

        var answer = await stage.SendAsync(request);

        answer.Body.ShouldContain("href=\"/back%20office/gift-cards/accounts\"");
        answer.Body.ShouldContain("href=\"/back%20office/gift-cards/\"");
    }

    private static JournalLine Line(decimal amount, string currency, int quantity) =>
        new("north-cafe", Money.Of(amount, currency), quantity, null);

    private static OrderRequest Order(string reference) =>
        new()
        {
            Reference = reference,
            Lines = [new() { ProductId = "books", FaceValue = Money.Of(25, "USD") }],
            Delivery = Delivery.Returned,
        };

    private sealed class BrokenJournal : IOrderJournal
    {
        private readonly InMemoryOrderJournal _inner = new();

        public bool IsDurable => _inner.IsDurable;

        public bool IsExclusive => _inner.IsExclusive;

        public IJournalRecords? Records => _inner.Records;

        public ValueTask<ReadOnlyMemory<byte>> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) =>
            _inner.GetFingerprintKeyAsync(cancellationToken);

        public ValueTask<JournalEntry?> FindAsync(OrderIdentity identity, CancellationToken cancellationToken = default) =>
            _inner.FindAsync(identity, cancellationToken);

        public ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
            _inner.TryAddAsync(entry, cancellationToken);

        public ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
            _inner.TryUpdateAsync(entry, cancellationToken);

        public IAsyncEnumerable<JournalEntry> ListAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
            throw new InvalidCastException("Host=secret");

        public ValueTask<int> DropTombstonesAsync(DateTimeOffset purgedBefore, CancellationToken cancellationToken = default) =>
            _inner.DropTombstonesAsync(purgedBefore, cancellationToken);
    }
}
