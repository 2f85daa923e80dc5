using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Quirks 3 to 5: Huuray buys again whatever is sent again, so nothing that does something is.</summary>
public sealed class RepeatTests
{
    public static TheoryData<string> Operations => WireCalls.Names;

    public static TheoryData<FaultKind> LostAnswers =>
        [
            FaultKind.ServerErrorAfterCommit,
            FaultKind.ResetAfterCommit,
            FaultKind.CloseAfterCommit,
            FaultKind.TruncatedBody,
            FaultKind.BrokenBody,
            FaultKind.EmptyBody,
            FaultKind.HtmlBody,
            FaultKind.SlowAnswer,
            FaultKind.SlowCommit,
            FaultKind.LateCommit,
        ];

    [Theory]
    [MemberData(nameof(Operations))]
    public async Task Quirk_3_reads_are_repeated_and_nothing_else_whatever_the_verb(string operation)
    {
        var (answer, call) = WireCalls.All[operation];
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerNext("", 503);
        server.Answer(answer);

        var failure = await Record.ExceptionAsync(() => call(accounts.Api));

        server.Requests.Count.ShouldBe(WireCalls.IsSentOnce(operation) ? 1 : 2);
        (failure is not null).ShouldBe(WireCalls.IsSentOnce(operation));
    }

    [Fact]
    public async Task The_twin_sells_twice_when_it_is_asked_twice()
    {
        await using var stage = await Stage.StartAsync();
        var order = WireCalls.NewOrder;

        await stage.Api.CreateOrderAsync(order);
        await stage.Api.CreateOrderAsync(order);

        stage.Twin.Ledger.Duplicates.ShouldBe(1, "or the tests below would prove nothing");
    }

    [Theory]
    [MemberData(nameof(LostAnswers))]
    public async Task Quirk_5_a_lost_answer_is_searched_for_and_nothing_is_sent_again(FaultKind kind)
    {
        await using var stage = await Stage.StartAsync();
        stage.Fail(
            "order.create",
            kind,
            kind is FaultKind.SlowAnswer or FaultKind.SlowCommit ? ConformanceClock.BeyondEveryDeadline : null
        );

        var order = await PlaceUntilResolvedAsync(stage, Requests.Returned("o-1"));

        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        stage.Twin.Requests.Count("order.create").ShouldBe(1);
        order.Rewards.ShouldHaveSingleItem().HasSecret.ShouldBeTrue();
        (order.Status, order.ProviderKey).ShouldBe((OrderStatus.Completed, "o-1"));
    }

    [Theory]
    [InlineData(FaultKind.ServerErrorBeforeCommit)]
    [InlineData(FaultKind.ResetBeforeCommit)]
    [InlineData(FaultKind.CloseBeforeCommit)]
    [InlineData(FaultKind.Redirect307)]
    public async Task An_order_that_never_arrived_is_sent_again_after_ten_quiet_minutes_and_not_before(FaultKind kind)
    {
        await using var stage = await Stage.StartAsync();
        stage.Fail("order.create", kind);
        var started = stage.Clock.GetUtcNow();

        var early = await Should.ThrowAsync<OrderOutcomeUnknownException>(() => stage.Account.Orders.PlaceAsync(Requests.Returned("o-1")));
        var searches = stage.Twin.Requests.Count("order.search");
        var order = await PlaceUntilResolvedAsync(stage, Requests.Returned("o-1"));

        (early.ProviderKey, early.Outcome).ShouldBe(("o-1", GiftCardOutcome.MayExist));
        searches.ShouldBeGreaterThan(3, "it is searched for several times");
        (stage.Clock.GetUtcNow() - started).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromMinutes(10));
        stage.Twin.Ledger.SalesFor("o-1").ShouldHaveSingleItem().OrderId.ShouldBe(order.Id);
        stage.Twin.Requests.Count("order.create").ShouldBe(2);
    }

    public static TheoryData<Delivery, HuurayAsyncEnd, int> LateEnds =>
        new MatrixTheoryData<Delivery, HuurayAsyncEnd, int>([Delivery.Email, Delivery.Sms], Enum.GetValues<HuurayAsyncEnd>(), [0, 45]);

    [Theory]
    [MemberData(nameof(LateEnds))]
    public async Task An_order_for_delivery_that_ends_late_is_never_sent_again(Delivery delivery, HuurayAsyncEnd end, int minutes)
    {
        await using var stage = await Stage.StartAsync(twin =>
            (twin.AsyncEnd, twin.CompletionDelay) = (end, TimeSpan.FromMinutes(minutes))
        );
        stage.Fail("order.create", FaultKind.CloseAfterCommit);
        var request = delivery == Delivery.Email ? Requests.Email("o-1", "maja@fjord.example") : Requests.Sms("o-1", "+4520123456");

        for (var calls = 0; calls < 60; calls++)
        {
            _ = await Record.ExceptionAsync(() => stage.Account.Orders.PlaceAsync(request));
        }

        stage.Clock.Advance(TimeSpan.FromHours(1));
        var last = await Record.ExceptionAsync(() => stage.Account.Orders.PlaceAsync(request));

        stage.Twin.Ledger.SalesFor("o-1").Count.ShouldBe(1);
        stage.Twin.Requests.Count("order.create").ShouldBe(1);
        (last as OrderOutcomeUnknownException)?.IsTransient.ShouldBeFalse("it is parked: no search ever shows it whole");
        (last is null).ShouldBe(end == HuurayAsyncEnd.AllIssued);
    }

    [Fact]
    public async Task Quirk_5_a_caller_who_gives_up_gives_up_the_waiting_and_not_the_order()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        using var patience = new CancellationTokenSource();
        server.ByRequest = request =>
        {
            patience.Cancel();
            return request.Path == "/v4/Order" ? new(Example.Read("order-create-sync"), 201) : new(Example.Read("order-create-sync"));
        };
        var request = Requests.Returned("survey-wave3-00417", quantity: 2);

        await Should.ThrowAsync<OperationCanceledException>(() => accounts.Account.Orders.PlaceAsync(request, patience.Token));
        var order = await accounts.Account.Orders.PlaceAsync(request);

        order.Id.ShouldBe(WireCalls.SyncOrder);
        server.Requests.Count(arrival => arrival.Path == "/v4/Order").ShouldBe(1);
    }

    [Theory]
    [InlineData("survey-81-respondent-1044", "survey-81-respondent-1044")]
    [InlineData("Survey 81 / respondent 1044", null)]
    public async Task Quirk_4_the_callers_reference_is_the_label_that_Huuray_sees(string reference, string? label)
    {
        await using var stage = await Stage.StartAsync();

        var order = await stage.Account.Orders.PlaceAsync(Requests.Returned(reference));
        var found = await stage.Account.Status.FindAsync(reference);
        Should.Throw<ArgumentException>(() => stage.Account.Orders.PlaceAsync(Requests.Returned("x") with { Reference = default }));

        var sold = stage.Twin.Ledger.Sales.ShouldHaveSingleItem();
        sold.ClientKey.ShouldBe(label ?? new OrderReference(reference).ProviderKey);
        (found!.Id, found.Reference!.Value.Value).ShouldBe((order.Id, reference));
    }

    [Fact]
    public async Task An_answer_with_another_reference_is_not_believed()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.ByRequest = request =>
            request.Path == "/v4/Order" ? new(Example.Read("order-create-sync"), 201) : new(Example.Read("order-search-none"), 404);

        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => accounts.Account.Orders.PlaceAsync(Requests.Returned("o-1")));

        server.Requests.Count(arrival => arrival.Path == "/v4/Order").ShouldBe(1);
    }

    [Fact]
    public async Task Quirk_11_the_status_in_the_body_says_nothing_about_the_order()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-create-sync", json => json["Status"] = 999), 200);

        var order = await accounts.Account.Orders.PlaceAsync(Requests.Returned("survey-wave3-00417", quantity: 2));

        (order.Status, order.RawStatus).ShouldBe((OrderStatus.Completed, null));
    }

    [Theory]
    [InlineData(200)]
    [InlineData(201)]
    [InlineData(202)]
    public async Task Any_success_is_read_alike(int status)
    {
        await using var stage = await Stage.StartAsync(twin => (twin.SyncOrderStatus, twin.AsyncOrderStatus) = (status, status));

        var returned = await stage.Account.Orders.PlaceAsync(Requests.Returned("o-1"));
        var mailed = await stage.Account.Orders.PlaceAsync(Requests.Email("o-2", "maja@fjord.example"));

        (returned.Status, mailed.Status).ShouldBe((OrderStatus.Completed, OrderStatus.Pending));
    }

    /// <summary>Places the same order until its end is known, as the exception tells a caller to.</summary>
    private static async Task<Order> PlaceUntilResolvedAsync(Stage stage, OrderRequest request)
    {
        for (var calls = 0; calls < 60; calls++)
        {
            try
            {
                return await stage.Account.Orders.PlaceAsync(request);
            }
            catch (OrderOutcomeUnknownException)
            {
                // Not known yet; the clock has moved on.
            }
        }

        throw new InvalidOperationException("It stayed unknown.");
    }
}
