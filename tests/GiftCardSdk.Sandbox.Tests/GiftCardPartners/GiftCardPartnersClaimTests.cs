namespace GiftCardSdk.Sandbox.Tests;

public sealed class GiftCardPartnersClaimTests
{
    [Fact]
    public async Task A_recipient_claims_by_link_or_id_and_once_only()
    {
        await using var bench = await GiftCardPartnersBench.StartAsync();
        var claims = (await bench.LinksAsync("PO-1", quantity: 2)).Line.GetProperty("ClaimData");
        var link = claims[0].GetProperty("ClaimLink").GetString()!;

        bench.Twin.Claim(link);
        bench.Twin.Claim(claims[1].GetProperty("Id").GetString()!);

        Should.Throw<InvalidOperationException>(() => bench.Twin.Claim(link)).Message.ShouldNotContain(link);
        Should.Throw<ArgumentException>(() => bench.Twin.Claim(link + "x")).Message.ShouldNotContain(link);
    }
}
