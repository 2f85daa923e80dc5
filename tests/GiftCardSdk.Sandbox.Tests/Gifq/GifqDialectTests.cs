using System.Text.Json;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox.Tests;

public sealed class GifqDialectTests
{
    [Theory]
    [InlineData(GifqNames.Alternative, "redemption", "exchange_rate,percentage,total_amount,currency", "balance", "kind", "uuid")]
    [InlineData(
        GifqNames.SecondAlternative,
        "redemption_details",
        "exchange_rate,fee_percent,amount,currency",
        "available",
        "transaction_type",
        "brand_id"
    )]
    public async Task Undocumented_members_can_bear_their_other_names(
        GifqNames names,
        string container,
        string fee,
        string balance,
        string type,
        string brand
    )
    {
        await using var desk = await GifqDesk.OpenAsync(options => options.Names = names);

        var created = await desk.OrderAsync("r-1", paymentCurrency: "EUR");
        desk.Clock.Advance(TimeSpan.FromSeconds(2));
        var order = await desk.GetAsync("api/orders/" + created.Word("id"));

        created.Json["order_id"].ShouldBeNull();
        order.Json["id"].ShouldBeNull();
        order.Word("order_id").ShouldBe(created.Word("id"));
        order.Json[container]!["serial_number"].ShouldNotBeNull();
        Members(order.Json["fx_fee"]).ShouldBe(fee.Split(','));
        Members((await desk.GetAsync("api/balances")).Rows[0]).ShouldBe(["currency", balance]);
        Members((await desk.GetAsync("api/transactions")).Rows[0]).ShouldContain(type, StringComparer.Ordinal);
        Members((await desk.GetAsync("api/products")).Rows[0]).ShouldContain(brand, StringComparer.Ordinal);
        Members((await desk.GetAsync("api/orders")).Rows[0]).ShouldContain("order_id", StringComparer.Ordinal);
    }

    [Theory]
    [InlineData(GifqNames.Alternative, "webpage_title", "webpage_text")]
    [InlineData(GifqNames.SecondAlternative, "redeem_headline", "redeem_body")]
    public async Task Campaign_texts_under_a_wrong_name_are_silently_ignored(GifqNames names, string headline, string body)
    {
        await using var desk = await GifqDesk.OpenAsync(options => options.Names = names);

        var created = await desk.PostAsync(
            "api/campaigns",
            $$"""{ "title": "Wave 1", "mail_subject": "S", "mail_body": "B", "{{headline}}": "H", "{{body}}": "T", "email_subject": "lost", "webpage_headline": "lost" }"""
        );

        created.Word("title").ShouldBe("Wave 1");
        created.Word("mail_subject").ShouldBe("S");
        created.Word("mail_body").ShouldBe("B");
        created.Word(headline).ShouldBe("H");
        created.Word(body).ShouldBe("T");
        created.Text.ShouldNotContain("lost");
        created.Json["name"].ShouldBeNull();
    }

    [Fact]
    public async Task Numbers_can_be_written_as_strings_and_are_read_as_numbers_all_the_same()
    {
        await using var desk = await GifqDesk.OpenAsync(options => options.NumbersAsStrings = true);

        var order = await desk.OrderAndReadAsync("r-1", "lumen-books", "USD", 25, "US");
        var brand = (await desk.GetAsync("api/products")).Rows[0]!["products"]![0]!;

        order.Json["face_value"]!.GetValueKind().ShouldBe(JsonValueKind.String);
        order.Word("amount").ShouldBe("24.00");
        ((string?)brand["min_face_value"]).ShouldNotBeNull();
        ((string?)(await desk.GetAsync("api/balances")).Rows[2]!["amount"]).ShouldBe("4976.00");
    }

    [Fact]
    public async Task The_codes_can_stand_beside_the_other_members()
    {
        await using var desk = await GifqDesk.OpenAsync(options => options.RedemptionPlace = GifqRedemptionPlace.TopLevel);

        var order = await desk.OrderAndReadAsync("r-1", "lumen-books", "USD", 25, "US");

        order.Json["redeem_details"].ShouldBeNull();
        order.Word("code").ShouldNotBeNullOrEmpty();
        order.Word("pin").ShouldNotBeNullOrEmpty();
        order.Word("serial").ShouldNotBeNullOrEmpty();
        order.Json["link"].ShouldBeNull();
    }

    private static IEnumerable<string> Members(JsonNode? node) => node!.AsObject().Select(member => member.Key);
}
