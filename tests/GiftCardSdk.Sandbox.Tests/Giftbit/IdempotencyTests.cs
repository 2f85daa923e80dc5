using System.Net;

namespace GiftCardSdk.Sandbox.Tests.Giftbit;

public sealed class IdempotencyTests
{
    [Fact]
    public async Task Sixty_four_concurrent_repeats_make_one_sale_and_get_the_same_links()
    {
        await using var caller = await GiftbitCaller.StartAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => caller.OrderDirectLinkAsync("same-1")));

        answers.Select(answer => answer.Text).Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        answers[0].Status.ShouldBe(HttpStatusCode.OK);
        caller.Twin.Ledger.SalesFor("same-1").ShouldHaveSingleItem();
        caller.Twin.Ledger.Duplicates.ShouldBe(0);
        caller.Twin.Requests.Count("direct_links.create").ShouldBe(64);
        caller.Twin.Balances["USD"].ShouldBe(2_500_000_000 - 2_500);
    }

    [Fact]
    public async Task The_three_creates_share_one_namespace_and_the_original_wins()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        var original = await caller.OrderDirectLinkAsync("shared-1");

        var mail = await caller.OrderEmailAsync("shared-1", "mira@mail.example");
        var embedded = await caller.PostAsync("embedded", """{"id":"shared-1","brand_code":"quickbiteus","price_in_cents":100}""");

        mail.Text.ShouldBe(original.Text);
        embedded.Text.ShouldBe(original.Text);
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_repeat_is_answered_even_when_the_brand_is_gone()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.OrderDirectLinkAsync("late-1");
        caller.Twin.RemoveBrand("northcafeus");

        (await caller.OrderDirectLinkAsync("late-1")).Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_refused_id_is_still_free()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.PostAsync("direct_links", """{"id":"free-1","price_in_cents":1,"brand_codes":["northcafeus"]}""");

        (await caller.OrderDirectLinkAsync("free-1")).Status.ShouldBe(HttpStatusCode.OK);
        caller.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_top_up_has_a_namespace_of_its_own_and_counts_once()
    {
        await using var caller = await GiftbitCaller.StartAsync();
        await caller.OrderDirectLinkAsync("id-1");
        const string body = """{"id":"id-1","currencyisocode":"CAD","fund_amount_in_cents":60000}""";

        var first = await caller.PostAsync("funds", body);
        var second = await caller.PostAsync("funds", body);

        first.Code.ShouldBe("INFO_FUNDS_ADDED");
        second.Text.ShouldBe(first.Text);
        caller.Twin.Balances["CAD"].ShouldBe(50_060_000);
    }
}
