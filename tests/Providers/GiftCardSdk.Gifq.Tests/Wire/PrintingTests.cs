using System.Text.Json;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>What the wire types print: nothing that could be spent, and nobody's name or address.</summary>
public sealed class PrintingTests
{
    private static readonly string[] Canaries =
    [
        "LMN4-82QK-1190",
        "5531",
        "900017734",
        "ida@fjord.example",
        "Ida",
        "hooks.fjord.example",
        "Hello",
    ];

    [Fact]
    public async Task No_answer_prints_what_could_be_spent_or_whom_it_is_for()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        var texts = new List<string>();
        server.Answer(Example.Read("order-get"));
        texts.Add((await accounts.Api.GetOrderAsync("77410")).ToString());
        server.Answer($"[{Example.Read("order-get")}]");
        texts.Add((await accounts.Api.ListOrdersAsync()).Rows[0].ToString());
        server.Answer("""{ "id": "1", "status": "completed", "code": "LMN4-82QK-1190", "pin": "5531", "serial": "900017734" }""");
        texts.Add((await accounts.Api.GetOrderAsync("1")).ToString());
        server.Answer(Example.Read("payouts-list"));
        texts.Add((await accounts.Api.ListPayoutsAsync()).Rows[0].ToString());
        server.Answer(Example.Read("payout-page"));
        texts.Add((await accounts.Api.GetRedeemPageAsync(new Secret("claim-1"))).ToString());

        texts.Count.ShouldBe(5);
        texts.ShouldAllBe(text => Canaries.All(canary => !text.Contains(canary, StringComparison.Ordinal)));
    }

    [Fact]
    public void No_request_prints_whom_it_is_for()
    {
        var batch = Requests.Batch("campaign-7") with { CallbackUrl = "https://hooks.fjord.example/gifq" };

        batch.ToString().ShouldBe("GifqNewPayoutOrder { CampaignId = campaign-7, WalletCurrency = EUR, Recipients = 1 }");
        batch.Recipients[0].ToString().ShouldBe("GifqPayoutRecipient { Amount = 20, Currency = EUR }");
    }

    [Fact]
    public async Task A_batch_and_a_movement_print_without_their_texts()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer("""{ "id": "po-1", "campaign_id": "c", "status": "pending", "callback_url": "https://hooks.fjord.example/gifq" }""");
        var batch = await accounts.Api.GetPayoutOrderAsync("po-1");
        server.Answer("""[ { "id": "t-1", "type": "payout", "amount": -20, "currency": "EUR", "description": "to ida@fjord.example" } ]""");
        var movement = (await accounts.Api.ListTransactionsAsync()).Rows[0];

        batch.ToString().ShouldBe("GifqPayoutOrder { Id = po-1, CampaignId = c, Status = pending }");
        movement.ToString().ShouldBe("GifqTransaction { Id = t-1, Type = payout, Amount = -20, Currency = EUR }");
    }

    [Fact]
    public async Task A_card_shows_its_values_only_where_it_is_told_to()
    {
        await using var server = WireServer.Start();
        await using var accounts = Accounts.At(server);
        server.Answer(Example.Read("order-get"));

        var card = (await accounts.Api.GetOrderAsync("77410")).RedeemDetails!;

        card.ToString().ShouldContain("Code = ***");
        card.Code!.Reveal().ShouldBe("LMN4-82QK-1190");
        JsonEncodedText.Encode(card.Pin!.ToString()).Value.ShouldBe("***");
    }
}
