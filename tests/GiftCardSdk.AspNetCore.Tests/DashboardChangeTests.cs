using System.Net;
using GiftCardSdk.Journal;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>What a person changes on the operations page, under which name, and what no other site can make a browser change.</summary>
public sealed class DashboardChangeTests
{
    private const string Kim = "Kim/staff";
    private const string Token = "__RequestVerificationToken";

    private static readonly (string, string?)[] Bought = [("end", "bought"), ("id", "o-7"), ("why", "seen in the portal")];
    private static readonly (string, string?)[] NotBought = [("end", "refused"), ("looked", "yes"), ("why", "support has searched")];

    [Fact]
    public async Task An_order_is_marked_as_bought_under_the_name_of_whoever_is_signed_in()
    {
        await using var stage = await StartAsync();
        var order = await stage.LeaveAsync("wave-1", OrderJournalState.Parked);

        var answer = await stage.SubmitAsync(DashboardStage.PageOf(order), "/order/mark", Bought, Kim);

        answer.Status.ShouldBe(HttpStatusCode.SeeOther);
        var entry = (await stage.EntryAsync(order))!;
        (entry.State, entry.ProviderOrderIds[0]).ShouldBe((OrderJournalState.Accepted, "o-7"));
        (entry.Decision!.By, entry.Decision.Why).ShouldBe(("Kim", "seen in the portal"));
        stage.Log.Entries.ShouldContain(line =>
            line.Id == 6000 && line.Text.StartsWith("Kim marked the order wave-1 of the account shop as Accepted")
        );
        var after = await stage.GetAsync(answer.Location!.OriginalString[DashboardStage.Path.Length..], (DashboardStage.UserHeader, Kim));
        after.Body.ShouldContain("The order is marked.");
        after.Body.ShouldNotContain("<form method=\"post\"");
    }

    [Fact]
    public async Task An_order_that_was_not_bought_frees_its_reference()
    {
        await using var stage = await StartAsync();
        var order = await stage.LeaveAsync("wave-1", OrderJournalState.Unknown);

        (await stage.SubmitAsync(DashboardStage.PageOf(order), "/order/mark", NotBought, Kim)).Status.ShouldBe(HttpStatusCode.SeeOther);

        (await stage.EntryAsync(order))!.State.ShouldBe(OrderJournalState.Refused);
    }

    public static TheoryData<string, string?, string> Mistakes =>
        new()
        {
            { "end", null, "Say what became of the order" },
            { "looked", null, "Look for the order in the provider&#x27;s portal first" },
            { "why", " ", "Say what it rests on" },
            { "why", "mira@panel.example asked", "without an address or a link" },
            { "why", "see https://portal.example/1", "without an address or a link" },
        };

    [Theory]
    [MemberData(nameof(Mistakes))]
    public async Task A_mark_that_says_too_little_or_too_much_changes_nothing(string field, string? value, string said)
    {
        await using var stage = await StartAsync();
        var order = await stage.LeaveAsync("wave-1", OrderJournalState.Parked);

        var answer = await stage.SubmitAsync(DashboardStage.PageOf(order), "/order/mark", [.. NotBought, (field, value)], Kim);

        answer.Status.ShouldBe(HttpStatusCode.BadRequest);
        answer.Body.ShouldContain(said);
        (await stage.EntryAsync(order))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task A_mark_that_comes_too_late_is_told_and_changes_nothing()
    {
        await using var stage = await StartAsync();
        var order = await stage.LeaveAsync("wave-1", OrderJournalState.Parked);

        var answer = await stage.SubmitAsync(
            DashboardStage.PageOf(order),
            "/order/mark",
            Bought,
            Kim,
            whileOpen: () => stage.GiftCards.Journal.MarkAsync(order, OrderMark.Accepted("o-1", "Lee", "seen"))
        );

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Body.ShouldContain("The order has changed since you opened its page");
        (await stage.EntryAsync(order))!.Decision!.By.ShouldBe("Lee");
    }

    [Fact]
    public async Task What_the_journal_does_not_take_is_told_in_its_words()
    {
        await using var stage = await StartAsync();
        var order = await stage.LeaveAsync("wave-1", OrderJournalState.Absent);

        var answer = await stage.SubmitAsync(DashboardStage.PageOf(order), "/order/mark", NotBought, Kim);

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        answer.Body.ShouldContain("it is believed absent already, and its reference is free; place it again instead.");
    }

    [Fact]
    public async Task A_page_that_lay_open_while_the_order_was_sent_anew_decides_nothing_of_the_new_send()
    {
        await using var stage = await StartAsync();
        var order = await stage.LeaveAsync("wave-1", OrderJournalState.Unknown);

        var answer = await stage.SubmitAsync(
            DashboardStage.PageOf(order),
            "/order/mark",
            NotBought,
            Kim,
            whileOpen: async () =>
            {
                var entry = (await stage.EntryAsync(order))!;
                var again = entry with { Version = 2, Attempt = 2, LastSentAt = entry.LastSentAt!.Value.AddHours(1) };
                (await stage.Services.GetRequiredService<IOrderJournal>().TryUpdateAsync(again)).ShouldBeTrue();
            }
        );

        answer.Status.ShouldBe(HttpStatusCode.Conflict);
        (await stage.EntryAsync(order))!.State.ShouldBe(OrderJournalState.Unknown);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("CfDJ8A-made-up-token")]
    public async Task Without_the_token_of_the_page_nothing_changes(string? token)
    {
        await using var stage = await StartAsync();
        var order = await stage.LeaveAsync("wave-1", OrderJournalState.Parked);
        await stage.GiveUpAsync("event-1");

        var answers = new[]
        {
            await stage.SubmitAsync(DashboardStage.PageOf(order), "/order/mark", [.. Bought, (Token, token)], Kim),
            await stage.SubmitAsync("/inbox", "/inbox/redeliver", [(Token, token)], Kim),
            await stage.SubmitAsync("/inbox", "/inbox/drop", [(Token, token)], Kim),
        };

        answers.ShouldAllBe(answer => answer.Status == HttpStatusCode.BadRequest && answer.Body.Contains("Nothing changed"));
        await NothingChangedAsync(stage, order);
        stage.Log.Entries.Count(line => line.Id == 6004).ShouldBe(3);
    }

    [Fact]
    public async Task The_token_of_one_person_is_worth_nothing_to_another()
    {
        await using var stage = await StartAsync();
        var order = await stage.LeaveAsync("wave-1", OrderJournalState.Parked);
        await stage.GiveUpAsync("event-1");
        var page = await stage.GetAsync(DashboardStage.PageOf(order), (DashboardStage.UserHeader, "Lee/staff"));
        var token = page.Body.Split($"name=\"{Token}\" value=\"")[1].Split('"')[0];

        (await stage.SubmitAsync(DashboardStage.PageOf(order), "/order/mark", [.. Bought, (Token, token)], Kim)).Status.ShouldBe(
            HttpStatusCode.BadRequest
        );

        await NothingChangedAsync(stage, order);
    }

    [Fact]
    public async Task A_change_without_a_name_is_not_made()
    {
        await using var stage = await StartAsync();
        var order = await stage.LeaveAsync("wave-1", OrderJournalState.Parked);

        var answer = await stage.SubmitAsync(DashboardStage.PageOf(order), "/order/mark", Bought, "/staff");

        answer.Status.ShouldBe(HttpStatusCode.Forbidden);
        answer.Body.ShouldContain("your sign-in has none");
        (await stage.EntryAsync(order))!.Version.ShouldBe(1);
    }

    [Fact]
    public async Task Whoever_does_not_meet_the_policy_changes_nothing_even_with_a_token()
    {
        await using var stage = await StartAsync();
        using var content = new FormUrlEncodedContent([new("id", "event-1")]);
        using var request = new HttpRequestMessage(HttpMethod.Post, DashboardStage.Path + "/inbox/drop") { Content = content };

        (await stage.SendAsync(request, (DashboardStage.UserHeader, "Lee/guest"))).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task What_was_given_up_is_delivered_again_or_dropped()
    {
        var notebook = new Notebook();
        await using var stage = await StartAsync(notebook);
        await stage.GiveUpAsync("event-1");
        await stage.GiveUpAsync("event-2");

        var again = await stage.SubmitAsync("/inbox", "/inbox/redeliver", [("id", "event-1")], Kim);
        var dropped = await stage.SubmitAsync("/inbox", "/inbox/drop", [("id", "event-2")], Kim);
        await stage.GiftCards.Webhooks.DispatchAsync();

        (again.Location!.OriginalString, dropped.Location!.OriginalString).ShouldBe(
            ("/gift-cards/inbox?told=redelivered", "/gift-cards/inbox?told=dropped")
        );
        notebook.Told.ShouldHaveSingleItem().Id.ShouldBe("event-1");
        (await stage.GetAsync("/inbox", (DashboardStage.UserHeader, Kim))).Body.ShouldContain("0 events given up");
        stage.Log.Entries.Where(line => line.Id is 6001 or 6002).ShouldAllBe(line => line.Text.StartsWith("Kim "));
    }

    private static Task<DashboardStage> StartAsync(Notebook? notebook = null) =>
        DashboardStage.StartAsync(setup =>
        {
            (setup.Environment, setup.Policy) = ("Production", DashboardStage.Policy);
            setup.Services = services => services.AddSingleton<IGiftCardWebhookHandler>(notebook ?? new());
        });

    private static async Task NothingChangedAsync(DashboardStage stage, OrderIdentity order)
    {
        (await stage.EntryAsync(order))!.Version.ShouldBe(1);
        (await stage.GiftCards.Webhooks.ListParkedAsync().ToListAsync()).ShouldHaveSingleItem();
    }
}
