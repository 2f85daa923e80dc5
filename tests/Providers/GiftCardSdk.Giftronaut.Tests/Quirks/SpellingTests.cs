using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Quirk 2: two spellings of the order paths. Where the one seems not to be there, the other is used from the next send on, under the same key.</summary>
public sealed class SpellingTests
{
    private const string NoSuchPath = """{ "timestamp": "2025-06-11T08:05:41.250", "status": 404, "error": "Not Found", "path": "/x" }""";

    [Theory]
    [InlineData(GiftronautOrderPaths.Both, "branded-card", "choice-cards", 0)]
    [InlineData(GiftronautOrderPaths.Singular, "branded-card", "choice-card", 1)]
    [InlineData(GiftronautOrderPaths.Plural, "branded-cards", "choice-cards", 1)]
    public async Task Whichever_spelling_is_served_each_order_is_bought_once_and_the_wrong_one_is_met_once(
        GiftronautOrderPaths served,
        string branded,
        string choice,
        int misses
    )
    {
        await using var stage = await Stage.StartAsync(twin => twin.OrderPaths = served);

        foreach (var name in new[] { "1", "2", "3" })
        {
            await stage.Account.Orders.PlaceAsync(Requests.Email($"b-{name}"));
            await stage.Account.Orders.PlaceAsync(Requests.Email($"c-{name}", Requests.Line(product: Requests.Choice)));
        }

        (stage.Twin.Ledger.Count, stage.Twin.Ledger.Duplicates).ShouldBe((6, 0));
        stage.Twin.Requests.All.Count(call => call.Status == 404).ShouldBe(misses);
        Sold(stage, "branded_cards.order").ShouldAllBe(path => path.EndsWith($"/{branded}", StringComparison.Ordinal));
        Sold(stage, "choice_cards.order").ShouldAllBe(path => path.EndsWith($"/{choice}", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(404, NoSuchPath)]
    [InlineData(404, "")]
    [InlineData(404, "<html>Not here</html>")]
    [InlineData(404, """{ "error": "NOT_FOUND" }""")]
    [InlineData(405, """{ "status": 405, "error": "Method Not Allowed" }""")]
    public async Task A_path_that_is_not_there_has_the_next_call_use_the_other_with_the_same_key_and_the_same_bytes(int status, string body)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext(body, status);
        server.Answer(Example.Read("branded-card-order"), 201);

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            accounts.Api.OrderBrandedCardsAsync(WireCalls.BrandedOrder, WireCalls.Key)
        );
        await accounts.Api.OrderBrandedCardsAsync(WireCalls.BrandedOrder, WireCalls.Key);

        // A gateway may have answered, after the order was sold.
        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
        server.Requests.Select(request => request.Path).ShouldBe(["/api/v1/orders/branded-card", "/api/v1/orders/branded-cards"]);
        server.Requests[1].Body.ShouldBe(server.Requests[0].Body);
        server.Requests[1].Headers["X-Idempotency-Key"].ShouldBe(server.Requests[0].Headers["X-Idempotency-Key"]);
    }

    [Theory]
    [InlineData(400, "VALIDATION_ERROR")]
    [InlineData(402, "INSUFFICIENT_BALANCE")]
    [InlineData(404, "PRODUCT_NOT_FOUND")]
    [InlineData(409, "DUPLICATE_IDEMPOTENCY_KEY")]
    [InlineData(429, "RATE_LIMIT_EXCEEDED")]
    [InlineData(500, "INTERNAL_ERROR")]
    [InlineData(502, "BAD_GATEWAY")]
    public async Task Whatever_else_is_answered_is_the_answer_and_nothing_is_tried(int status, string word)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer($$"""{ "error": "{{word}}" }""", status);

        await Should.ThrowAsync<GiftCardException>(() => accounts.Api.OrderBrandedCardsAsync(WireCalls.BrandedOrder, WireCalls.Key));

        server.Requests.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_lost_answer_under_one_spelling_is_not_tried_under_the_other()
    {
        await using var stage = await Stage.StartAsync();
        stage.Break("branded_cards.order", FaultKind.CloseAfterCommit);

        var order = await stage.Account.Orders.PlaceAsync(Requests.Email("o-1"));

        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        stage.Twin.Requests.For("branded_cards.order").Count.ShouldBe(1);
    }

    [Fact]
    public async Task After_a_lost_answer_a_path_that_vanishes_has_the_repeat_sent_under_the_other_spelling_with_the_first_key()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer("""{ "data": [] }""");
        var singular = new Queue<WireAnswer>([new("bought, and then it broke", 500), new(NoSuchPath, 404)]);
        server.ByRequest = request =>
            request.Path.Contains("catalog", StringComparison.Ordinal) ? Catalogs.Answer(request)
            : request.Path.EndsWith("/branded-card", StringComparison.Ordinal) ? singular.Dequeue()
            : request.Path.EndsWith("/branded-cards", StringComparison.Ordinal) && request.Method == "POST"
                ? new(Example.Read("branded-card-order"))
            : null;

        var order = await accounts.Account.Orders.PlaceAsync(Requests.Email("o-1"));

        // A key counts for the organization, whatever the path: 200 says that this is the order of the first send.
        order.Id.ShouldBe("OT-20250611-K7Q4");
        var sent = server.Requests.Where(request => request.Method == "POST").ToArray();
        sent.Select(request => request.Path[15..]).ShouldBe(["branded-card", "branded-card", "branded-cards"]);
        sent.Select(request => (request.Headers["X-Idempotency-Key"], request.Body)).Distinct().ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Where_neither_is_there_the_setting_is_named()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(NoSuchPath, 404);

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            accounts.Api.OrderBrandedCardsAsync(WireCalls.BrandedOrder, WireCalls.Key)
        );

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.NotFound, GiftCardOutcome.MayExist));
        failure.Message.ShouldContain("WireAssumptions.BrandedCardOrderPath");
        server.Requests.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(402)]
    [InlineData(503)]
    public async Task A_spelling_is_kept_whatever_else_is_answered_under_it(int status)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request =>
            request.Path.EndsWith("card", StringComparison.Ordinal) ? new(NoSuchPath, 404) : new("""{ "error": "SOME_CODE" }""", status);

        for (var i = 0; i < 3; i++)
        {
            await Should.ThrowAsync<GiftCardException>(() => accounts.Api.OrderBrandedCardsAsync(WireCalls.BrandedOrder, WireCalls.Key));
        }

        server.Requests.Select(request => request.Path[15..]).ShouldBe(["branded-card", "branded-cards", "branded-cards"]);
    }

    [Fact]
    public async Task A_gateways_404_after_the_sale_has_the_order_found_and_bought_once()
    {
        await using var stage = await Stage.StartAsync();
        foreach (var (index, answer) in Gateways.Answers("branded_cards.order", FaultKind.ServerErrorAfterCommit).Index())
        {
            stage.Twin.Faults.Clear();
            stage.Twin.Faults.Add(answer);

            var order = await stage.Account.Orders.PlaceAsync(Requests.Email($"o-{index}"));

            stage.Twin.Ledger.SalesFor($"o-{index}").Select(sale => sale.OrderId).ShouldBe([order.Id], answer.Describe());
            order.WasReplayed.ShouldBeFalse(answer.Describe());
            stage.Clock.Advance(TimeSpan.FromMinutes(1));
        }
    }

    [Fact]
    public async Task An_account_can_insist_on_one_spelling()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server, options => options.WireAssumptions.OtherBrandedCardOrderPath = null);
        server.Answer(NoSuchPath, 404);

        await Should.ThrowAsync<GiftCardException>(() => accounts.Api.OrderBrandedCardsAsync(WireCalls.BrandedOrder, WireCalls.Key));

        server.Requests.Count.ShouldBe(1);
    }

    private static IEnumerable<string> Sold(Stage stage, string operation) =>
        stage.Twin.Requests.For(operation).Where(call => call.Status == 201).Select(call => call.PathAndQuery);
}
