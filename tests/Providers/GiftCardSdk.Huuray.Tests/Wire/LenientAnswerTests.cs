using System.Diagnostics.Metrics;
using System.Text.Json.Nodes;
using GiftCardSdk.Diagnostics;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Odd members, odd rows and missing envelopes: a paid card stays readable, and what is odd is counted.</summary>
public sealed class LenientAnswerTests
{
    private const string Codes = "NK-4T7P-22QX NK-9H3M-71ZB";

    public static TheoryData<string, string> OddMembers =>
        new()
        {
            { "ID", "3000000000" },
            { "ID", "\"9b2f0b34-9a3a-4a39-8f6e-6f0f3f8a2b11\"" },
            { "ID", "{}" },
            { "Expires", "1924905600" },
            { "Expires", "true" },
            { "Expires", "[]" },
            { "Recipient", "\"nobody\"" },
            { "Recipient", "[]" },
            { "Recipient", "{\"Name\":5,\"Email\":{}}" },
        };

    [Theory]
    [MemberData(nameof(OddMembers))]
    public async Task An_odd_member_of_a_card_hides_no_code_from_create_read_and_look_up(string member, string value)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(
            Example.Read(
                "order-create-sync",
                order =>
                {
                    (order["Message"], order["Status"]) = (5, "odd");
                    order["Vouchers"]![0]![member] = JsonNode.Parse(value);
                }
            )
        );

        var placed = await accounts.Account.Orders.PlaceAsync(Requests.Returned("survey-wave3-00417", quantity: 2));
        var read = await accounts.Account.Status.GetAsync(WireCalls.SyncOrder);
        var found = await accounts.Api.SearchAsync(new() { RefId = "survey-wave3-00417" });

        foreach (var order in new[] { placed, read })
        {
            (order.Status, Joined(order)).ShouldBe((OrderStatus.Completed, Codes));
        }

        found!.Vouchers.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Voucher_ids_are_texts_and_go_back_as_they_came()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(
            Example.Read("order-create-sync", order => (order["Vouchers"]![0]!["ID"], order["Vouchers"]![1]!["ID"]) = (3000000000, "c-7"))
        );

        var order = (await accounts.Api.SearchAsync(new() { OrderUid = WireCalls.SyncOrder }))!;
        server.Answer("""{ "NumberOfResends": 1 }""");
        foreach (var card in order.Vouchers)
        {
            await accounts.Api.ResendAsync(order.OrderUid, card.Id);
        }

        order.Vouchers.Select(card => card.Id).ShouldBe(["3000000000", "c-7"]);
        server
            .Requests.Skip(1)
            .Select(request => JsonNode.Parse(request.Body)!["VoucherID"]!.ToJsonString())
            .ShouldBe(["3000000000", "\"c-7\""]);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"\"")]
    public async Task Codes_that_are_withheld_as_null_or_blank_complete_an_order_alike(string withheld)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(
            Example.Read(
                "order-create-sync",
                order =>
                {
                    foreach (var (card, member) in order["Vouchers"]!.AsArray().SelectMany(card => Bearers.Select(name => (card!, name))))
                    {
                        card[member] = JsonNode.Parse(withheld);
                    }
                }
            )
        );

        var placed = await accounts.Account.Orders.PlaceAsync(Requests.Returned("survey-wave3-00417", quantity: 2));
        var read = await accounts.Account.Status.GetAsync(placed.Id);

        (placed.Status, read.Status).ShouldBe((OrderStatus.Completed, OrderStatus.Completed));
        read.Rewards.ShouldAllBe(reward => !reward.HasSecret);
    }

    [Fact]
    public async Task An_empty_list_without_an_envelope_is_an_answer()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs("catalogue-list-none");
        server.AnswerAs("odd-template-none");

        (await accounts.Api.GetCatalogueAsync()).Products.ShouldBeEmpty();
        (await accounts.Api.ListTemplatesAsync()).Templates.ShouldBeEmpty();
        foreach (var balances in new[] { "balance-get-none", "balance-get-null" })
        {
            server.AnswerAs(balances);
            (await accounts.Api.GetBalancesAsync()).Balances.ShouldBeEmpty(balances);
        }

        server.Answer("""{ "Products": null, "Templates": null }""");
        (await accounts.Api.GetCatalogueAsync()).Products.ShouldBeEmpty();
        (await accounts.Api.ListTemplatesAsync()).Templates.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("order-cancel-whole", 2)]
    [InlineData("odd-cancel-no-cards", 2)]
    [InlineData("odd-cancel-silent-card", 2)]
    [InlineData("odd-cancel-one-silent", 1)]
    [InlineData("odd-cancel-none", 0)]
    public async Task What_was_taken_back_is_read_from_the_order_where_no_card_is_listed(string answer, int cards)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs("odd-search-two-cards");
        server.AnswerAs(answer);
        var placed = await accounts.Account.Orders.PlaceAsync(Requests.Returned("survey-wave3-00417", quantity: 2));

        var taken = await accounts.Account.Orders.CancelAsync(placed.Id);

        taken.Select(reward => reward.Redemption).ShouldBe(Enumerable.Repeat(RedemptionState.Cancelled, cards));
    }

    [Theory]
    [InlineData("order-cancel-silent")]
    [InlineData("odd-cancel-nothing-said")]
    public async Task A_cancel_that_says_nothing_of_its_cards_is_reported_as_not_known(string answer)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs(answer);

        var failure = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Orders.CancelAsync(WireCalls.SyncOrder));
        var native = await accounts.Api.CancelAsync(WireCalls.SyncOrder);

        (failure.Code, native.OrderUid).ShouldBe((GiftCardErrorCode.UnexpectedResponse, WireCalls.SyncOrder));
        failure.Message.ShouldContain("does not say whether anything was taken back");
    }

    [Theory]
    [InlineData("odd-resend-none", null)]
    [InlineData("order-resend-none", "8801460")]
    public async Task A_resend_of_none_is_not_read_as_sent(string answer, string? rewardId)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs("odd-search-two-cards");
        server.AnswerAs(answer);

        (await accounts.Account.Orders.ResendAsync(WireCalls.Order, rewardId)).ShouldBeEmpty();
    }

    [Fact]
    public async Task An_order_without_an_id_keeps_its_cards_and_is_found_again_by_its_reference()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-create-sync", order => order["OrderUID"] = null));

        var placed = await accounts.Account.Orders.PlaceAsync(Requests.Returned("survey-wave3-00417", quantity: 2));
        var again = await accounts.Account.Orders.PlaceAsync(Requests.Returned("survey-wave3-00417", quantity: 2));
        var read = await accounts.Account.Status.GetAsync(placed.Id);
        var refused = await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Orders.CancelAsync(placed.Id));

        (placed.Id, read.Id, Joined(placed), Joined(read)).ShouldBe(("ref:survey-wave3-00417", placed.Id, Codes, Codes));
        (again.Id, again.WasReplayed, Joined(again)).ShouldBe((placed.Id, true, Codes));
        refused.Code.ShouldBe(GiftCardErrorCode.NotSupported);
        server.Requests.Count(request => request.Path == "/v4/Order").ShouldBe(1);
        server
            .Requests.Where(request => request.Path == "/v4/Search")
            .ShouldAllBe(request => request.Body.Contains("\"RefID\":\"survey-wave3-00417\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"0001-01-01T00:00:00\"", null)]
    [InlineData("\"05-04-2031\"", "2031-04-05")]
    [InlineData("\"05/04/2031\"", null)]
    [InlineData("\"next year\"", null)]
    [InlineData("1924905600", "2030-12-31")]
    [InlineData("\"2031-04-05T00:00:00\"", "2031-04-05")]
    public async Task An_expiry_is_read_where_it_leaves_no_doubt_and_is_none_otherwise(string expires, string? day)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-create-sync", order => order["Vouchers"]![0]!["Expires"] = JsonNode.Parse(expires)));

        var reward = (await accounts.Account.Status.GetAsync(WireCalls.SyncOrder)).Rewards[0];

        reward.ExpiresOn.ShouldBe(day is null ? null : DateOnly.ParseExact(day, "yyyy-MM-dd", null));
        reward.Redemption.ShouldNotBe(RedemptionState.Expired);
    }

    [Theory]
    [InlineData("odd-balance-currency-of-four", "Balances[].Currency")]
    [InlineData("odd-balance-currency-null", "Balances[].Currency")]
    [InlineData("odd-balance-fraction", "Balances[].Balance")]
    [InlineData("odd-balance-master", "Balances[].Master")]
    [InlineData("odd-balance-row", "Balances[]")]
    public async Task An_odd_balance_hides_no_other_and_is_counted(string odd, string member)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var counted = new List<string?>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, listening) =>
            {
                if (instrument.Name == GiftCardTelemetry.OddMembers)
                {
                    listening.EnableMeasurementEvents(instrument);
                }
            },
        };
        listener.SetMeasurementEventCallback<long>(
            (_, _, tags, _) =>
            {
                var found = tags.ToArray().ToDictionary(tag => tag.Key, tag => tag.Value as string, StringComparer.Ordinal);
                if (found[GiftCardTelemetry.OperationTag] == "balance.get")
                {
                    counted.Add(found[GiftCardTelemetry.MemberTag]);
                }
            }
        );
        listener.Start();
        server.AnswerAs(odd);

        var balances = await accounts.Account.Balances.ListAsync();

        balances.ShouldHaveSingleItem().Available.ShouldBe(Money.Of(18450, "SEK"));
        counted.ShouldContain(counter => counter == member);
    }

    [Theory]
    [InlineData("odd-template-no-id")]
    [InlineData("odd-template-text-id")]
    [InlineData("odd-template-object-id")]
    [InlineData("odd-template-row")]
    public async Task Another_template_that_cannot_be_read_does_not_stop_an_order_that_names_its_own(string odd)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs(odd);
        server.AnswerAs("odd-order-async");

        var order = await accounts.Account.Orders.PlaceAsync(
            Requests.Email("anniv-2026-11-batch2", "maja@fjord.example") with
            {
                TemplateId = "7310",
            }
        );

        order.Id.ShouldBe(WireCalls.Order);
    }

    [Theory]
    [InlineData("odd-catalogue-values", 2)]
    [InlineData("odd-catalogue-token", 1)]
    [InlineData("odd-catalogue-row", 1)]
    public async Task An_odd_product_hides_no_other(string odd, int products)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.AnswerAs(odd);

        var listed = await accounts.Account.Catalog.ListAsync(new()).ToListAsync();

        (listed.Count, (await accounts.Account.Catalog.GetAsync("pt-nord-kaffe-se")).Offers.Count).ShouldBe((products, 1));
    }

    private static string[] Bearers => ["Code", "CVV", "RedeemLink"];

    private static string Joined(Order order) => string.Join(' ', order.Rewards.Select(reward => reward.Code?.Reveal()));
}
