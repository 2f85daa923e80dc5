using System.Net;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GifqIdempotencyTests
{
    [Fact]
    public async Task A_repeat_is_answered_200_with_the_original_as_it_stands_now()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var first = await desk.OrderAsync("r-1");
        desk.Clock.Advance(TimeSpan.FromSeconds(2));

        var repeat = await desk.OrderAsync("r-1");

        repeat.Status.ShouldBe(HttpStatusCode.OK);
        repeat.Word("id").ShouldBe(first.Word("id"));
        repeat.Word("status").ShouldBe("completed");
        desk.Twin.Ledger.SalesFor("r-1").Count.ShouldBe(1);
        desk.Twin.GetBalance("USD").ShouldBe(4_976);
    }

    [Fact]
    public async Task The_first_body_of_a_reference_wins()
    {
        await using var desk = await GifqDesk.OpenAsync();
        var first = await desk.OrderAsync("r-1");

        var changed = await desk.OrderAsync("r-1", "north-cafe", "GBP", 30, "GB");

        changed.Status.ShouldBe(HttpStatusCode.OK);
        changed.Word("id").ShouldBe(first.Word("id"));
        changed.Word("currency").ShouldBe("USD");
        changed.Number("face_value").ShouldBe(25);
    }

    [Fact]
    public async Task Sixty_four_concurrent_repeats_buy_one_card()
    {
        await using var desk = await GifqDesk.OpenAsync();

        var replies = await Task.WhenAll(Enumerable.Range(0, 64).Select(_ => desk.OrderAsync("r-1")));

        replies.Count(reply => reply.Status == HttpStatusCode.Created).ShouldBe(1);
        replies.Count(reply => reply.Status == HttpStatusCode.OK).ShouldBe(63);
        replies.Select(reply => reply.Word("id")).Distinct(StringComparer.Ordinal).Count().ShouldBe(1);
        desk.Twin.Ledger.Count.ShouldBe(1);
        desk.Twin.Ledger.Duplicates.ShouldBe(0);
        desk.Twin.GetBalance("USD").ShouldBe(4_976);
    }

    [Fact]
    public async Task A_repeat_may_be_refused_by_reference()
    {
        await using var desk = await GifqDesk.OpenAsync();
        (await desk.OrderAsync("sim-dup422-1")).Status.ShouldBe(HttpStatusCode.Created);

        (await desk.OrderAsync("sim-dup422-1")).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, withRequestId: true);
    }

    [Fact]
    public async Task A_failed_order_keeps_its_reference()
    {
        await using var desk = await GifqDesk.OpenAsync();
        await desk.OrderAsync("sim-fail-1");
        desk.Clock.Advance(TimeSpan.FromSeconds(2));

        (await desk.OrderAsync("sim-fail-1")).Word("status").ShouldBe("failed");
        desk.Twin.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_order_leaves_its_reference_free()
    {
        await using var desk = await GifqDesk.OpenAsync();
        desk.Twin.SetBalance("USD", 0);
        (await desk.OrderAsync("r-1")).Status.ShouldBe(HttpStatusCode.UnprocessableEntity);

        desk.Twin.SetBalance("USD", 100);

        (await desk.OrderAsync("r-1")).Status.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_reference_belongs_to_the_account_not_to_the_token()
    {
        await using var desk = await GifqDesk.OpenAsync(options => options.ApiTokens.Add("second"));
        await desk.OrderAsync("r-1");
        desk.Http.DefaultRequestHeaders.Remove("X-Api-Token");
        desk.Http.DefaultRequestHeaders.Add("X-Api-Token", "second");

        (await desk.OrderAsync("r-1")).Status.ShouldBe(HttpStatusCode.OK);
        desk.Twin.Ledger.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("""{ "brand": "lumen-books", "currency": "USD", "face_value": 25, "country": "US" }""")]
    [InlineData("""{ "brand": "lumen-books", "currency": "USD", "face_value": 25, "country": "US", "reference": " " }""")]
    public async Task An_order_without_a_reference_is_refused(string body)
    {
        await using var desk = await GifqDesk.OpenAsync();

        (await desk.PostAsync("api/orders", body)).ShouldBeRefused(HttpStatusCode.UnprocessableEntity, withRequestId: true);
    }
}
