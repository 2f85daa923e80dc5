using System.Text.Json.Nodes;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>Quirk 11: answers bare or in an envelope; and members that prove to have other names.</summary>
public sealed class DialectTests
{
    public static TheoryData<string> Readers =>
        [.. WireCalls.All.Keys.Where(name => !name.EndsWith(".delete", StringComparison.Ordinal) && !WireCalls.IsList(name))];

    [Theory]
    [MemberData(nameof(Readers))]
    public async Task Quirk_11_every_answer_is_read_bare_and_wrapped(string operation)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var (answer, call) = WireCalls.All[operation];
        var bare = JsonNode.Parse(answer)!["data"]?.ToJsonString() ?? answer;
        foreach (var form in new[] { bare, $$"""{ "data": {{bare}} }""", $$"""{ "success": true, "order": {{bare}} }""" })
        {
            server.Answer(form);

            (await Record.ExceptionAsync(() => call(accounts.Api))).ShouldBeNull(form);
        }
    }

    [Fact]
    public async Task Quirk_11_an_order_that_happens_to_have_a_member_of_that_name_is_not_unwrapped()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer("""{ "orderId": "OT-1", "status": "PENDING", "data": { "orderId": "OT-2" }, "order": {} }""");

        (await accounts.Api.GetOrderAsync("OT-1")).OrderId.ShouldBe("OT-1");
    }

    [Theory]
    [InlineData("""{ "id": "31", "name": "Panel" }""", "31")]
    [InlineData("""{ "templateId": 31, "name": "Panel" }""", "31")]
    [InlineData("""{ "data": { "id": 31 } }""", "31")]
    public async Task Quirk_8_a_templates_id_has_two_names_and_may_be_a_number(string json, string id)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(json);

        (await accounts.Api.GetTemplateAsync("31")).TemplateId.ShouldBe(id);
    }

    [Theory]
    [InlineData("9870", 9870, null)]
    [InlineData("\"9870.50\"", 9870.50, null)]
    [InlineData("""{ "currency": "USD", "amount": "9870.00", "extra": [ {} ] }""", 9870, "USD")]
    public async Task Quirk_14_money_comes_with_its_currency_or_as_a_plain_number(string json, double amount, string? currency)
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer($$"""{ "availableBalance": {{json}} }""");

        var balance = await accounts.Api.GetBalanceAsync();

        (balance.AvailableBalance.Amount, balance.AvailableBalance.Currency).ShouldBe(((decimal)amount, currency));
        // One currency alone can be funded.
        (await accounts.Account.Balances.ListAsync())
            .ShouldHaveSingleItem()
            .Available.ShouldBe(Money.Of((decimal)amount, "USD"));
    }

    [Fact]
    public async Task A_balance_in_something_that_is_no_currency_is_unexpected()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer("""{ "availableBalance": { "amount": 1, "currency": "points" } }""");

        (await Should.ThrowAsync<GiftCardException>(() => accounts.Account.Balances.ListAsync())).Code.ShouldBe(
            GiftCardErrorCode.UnexpectedResponse
        );
    }

    [Fact]
    public async Task Members_can_be_given_other_names_for_reading_and_writing()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(
            server,
            options =>
                options.WireAssumptions.MemberNames = new Dictionary<string, string>(StringComparer.Ordinal)
                {
                    ["order.bouncedCount"] = "failedCount",
                    ["order_recipient.rewardLink"] = "claimUrl",
                    ["new_reward_links.amountPerLink"] = "unitAmount",
                    ["resend_recipient.updatedEmail"] = "newEmail",
                    ["ledger_entry.balanceAfter"] = "balance",
                }
        );
        server.AnswerNext(
            """{ "orderId": "LO-1", "status": "COMPLETE", "failedCount": 2, "recipients": [ { "claimUrl": "https://claim.example/1" } ] }"""
        );
        server.AnswerNext(Example.Read("reward-links-order"), 201);
        server.AnswerNext("", 202);
        server.AnswerNext("""{ "data": [ { "type": "USE", "balance": { "amount": 7, "currency": "USD" } } ] }""");

        var order = await accounts.Api.GetOrderAsync("LO-1");
        await accounts.Api.OrderRewardLinksAsync(WireCalls.RewardLinks, WireCalls.Key);
        await accounts.Api.ResendOrderAsync("OT-1", WireCalls.Resend);
        var ledger = await accounts.Api.ListLedgerAsync();

        (order.BouncedCount, order.Recipients![0]!.RewardLink!.Reveal()).ShouldBe((2, "https://claim.example/1"));
        server.Requests[1].Body.ShouldContain("\"unitAmount\":20");
        server.Requests[2].Body.ShouldContain("\"newEmail\":\"jonathan.pike@example.org\"");
        ledger.Rows[0].BalanceAfter!.Amount.ShouldBe(7m);
    }
}
