namespace GiftCardSdk.Sandbox.Tests;

public sealed class GiftCardPartnersClaimTests
{
    [Fact]
    public async Task A_recipient_claims_by_link_or_id_and_once_only()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        var claims = (await bench.LinksAsync("PO-1", quantity: 2)).Line.GetProperty("ClaimData");
        var link = claims[0].GetProperty("ClaimLink").GetString()!;

        Should.Throw<ArgumentException>(() => bench.Twin.Claim(link, "wrong")).Message.ShouldNotContain(link);
        bench.Twin.Claim(link, claims[0].GetProperty("ClaimLinkChallengeAnswer").GetString());
        bench.Twin.Claim(claims[1].GetProperty("Id").GetString()!);

        bench.Twin.ClaimedCards.ShouldBe(2);
        Should.Throw<InvalidOperationException>(() => bench.Twin.Claim(link)).Message.ShouldNotContain(link);
        Should.Throw<ArgumentException>(() => bench.Twin.Claim(link + "x")).Message.ShouldNotContain(link);
    }

    [Fact]
    public async Task The_recipients_of_a_delivered_order_claim_what_came_by_mail()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        await bench.OrderAsync(
            """
            { "Type": "DigitalDelivery", "PONumber": "PO-1", "LineItems": [ { "ProductId": "PRODUCTA", "Value": 5, "Quantity": 3,
              "DigitalDeliveryAddress": { "Email": "a@panel.example" } } ] }
            """
        );

        bench.Twin.ClaimAll("PO-1");
        bench.Twin.ClaimAll("PO-1");

        bench.Twin.ClaimedCards.ShouldBe(3);
    }

    [Fact]
    public async Task There_is_nothing_to_claim_while_an_order_is_pending()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync(o => o.AsyncThreshold = 0);
        await bench.LinksAsync("PO-1");

        bench.Twin.ClaimAll("PO-1");
        bench.Twin.ClaimedCards.ShouldBe(0);
        bench.Clock.Advance(TimeSpan.FromMinutes(1));
        bench.Twin.ClaimAll("PO-1");
        bench.Twin.ClaimedCards.ShouldBe(1);
        Should.Throw<ArgumentException>(() => bench.Twin.ClaimAll("PO-2"));
    }
}
