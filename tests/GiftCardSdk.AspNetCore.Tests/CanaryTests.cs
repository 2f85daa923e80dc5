using System.Net;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>A delivery may hold codes, links and addresses; nothing of them is kept, logged, answered or told.</summary>
public sealed class CanaryTests
{
    private static readonly string[] Canaries =
    [
        "CANARY-CODE-7731",
        "CANARY-PIN-88",
        "canary-link.example",
        "canary.recipient@panel.example",
        "Canary Name",
        Giftronaut.Secret,
        Shop.Token,
        "canary-account",
        "canary-token-in-the-path",
    ];

    [Fact]
    public async Task Nothing_of_a_body_a_secret_or_a_token_is_kept_or_logged()
    {
        await using var shop = await Shop.StartAsync();
        var order = await shop.PlaceAsync(Shop.Huuray, "survey-1");
        foreach (var (account, body) in Deliveries(order.Id))
        {
            var (address, headers) =
                account == Giftronaut.Account
                    ? (shop.Receiver.AddressOf(account), Giftronaut.Signed(body))
                    : (shop.Receiver.AddressOf(account, Shop.Token), null);
            (await shop.Receiver.PostAsync(address, body, headers)).ShouldBe(HttpStatusCode.OK);
            (await shop.Receiver.PostAsync(address, body, Giftronaut.Signed(body, "another"))).ShouldNotBe(
                HttpStatusCode.InternalServerError
            );
        }

        (await shop.Receiver.PostAsync(shop.Receiver.AddressOf("canary-account", "canary-token-in-the-path"), "{}")).ShouldBe(
            HttpStatusCode.NotFound
        );
        await shop.DispatchAsync();
        var places = new List<string>(shop.Receiver.Log.Entries.Where(entry => entry.Id >= 4000).Select(entry => entry.Text));
        places.AddRange((await shop.Receiver.KeptAsync()).Select(record => $"{record.Kind} {record.Id} {record.Group} {record.Body}"));
        places.AddRange(shop.Notebook.Told.Select(told => told.ToString()));

        places.Count.ShouldBeGreaterThan(10);
        var found =
            from place in places
            from canary in Canaries
            where place.Contains(canary, StringComparison.OrdinalIgnoreCase)
            select $"'{canary}' stands in: {place}";
        found.ShouldBeEmpty();
    }

    private static IEnumerable<(string Account, string Body)> Deliveries(string orderId)
    {
        var card = """{"ID":1,"Code":"CANARY-CODE-7731","CVV":"CANARY-PIN-88","RedeemLink":"https://canary-link.example/x"}""";
        yield return (Shop.Huuray, $$"""{"OrderUID":"{{orderId}}","RefID":"survey-1","UID":"CANARY-CODE-7731","Vouchers":[{{card}}]}""");
        yield return (
            Shop.GiftCardPartners,
            """{"Id":"ord-1","Status":"CANARY-CODE-7731","LineItems":[{"ClaimLink":"https://canary-link.example/y"}]}"""
        );
        yield return (
            Shop.Gifq,
            """{"event":"CANARY-CODE-7731","data":{"id":"pay-1","payout_order_id":"po-1","email":"canary.recipient@panel.example","name":"Canary Name","status":"completed"}}"""
        );
        yield return (
            Giftronaut.Account,
            """{"eventId":"e-1","eventType":"order.bounced","data":{"orderId":"OT-1","bouncedCount":1,"recipients":[{"email":"canary.recipient@panel.example","name":"Canary Name","reason":"CANARY-PIN-88"}]}}"""
        );
    }

    [Fact]
    public void Requests_and_deliveries_print_their_size_alone()
    {
        var request = new WebhookRequest
        {
            Account = "canary-account",
            Token = "canary-token-in-the-path",
            Body = "CANARY-CODE-7731"u8.ToArray(),
            Header = static _ => null,
        };

        request.ToString().ShouldBe("WebhookRequest { 16 bytes }");
        new WebhookAnswer { StatusCode = 200, Body = request.Body }
            .ToString()
            .ShouldBe("WebhookAnswer { 200 }");
    }
}
