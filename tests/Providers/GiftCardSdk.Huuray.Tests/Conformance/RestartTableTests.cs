using GiftCardSdk.Providers.Conformance;

namespace GiftCardSdk.Huuray.Tests.Conformance;

/// <summary>
/// The minutes in docs/exactly-once.md are those of the adapter's profile. That every order ends as the profile says, to the second, is tried by
/// <see cref="Crash"/> and <see cref="Restart"/>.
/// </summary>
public sealed class RestartTableTests
{
    [Theory]
    [InlineData("Huuray", LookupAuthority.Authoritative, "10 minutes", "absent after 10 minutes", Delivery.Returned)]
    [InlineData(
        "Huuray: e-mail, text message",
        LookupAuthority.HitOnly,
        "10 minutes, then a person decides",
        "parked after 10 minutes",
        Delivery.Email,
        Delivery.Sms
    )]
    public async Task The_documents_say_of_every_delivery_what_the_adapter_says(
        string order,
        LookupAuthority lookup,
        string quietTime,
        string ofWhatWasNotBought,
        params Delivery[] deliveries
    )
    {
        await using var stage = await Stage.StartAsync();

        foreach (var delivery in deliveries)
        {
            var profile = stage.Account.Capabilities.ShapeFor(delivery)!.Idempotency;
            (profile.Repeat, profile.Lookup, profile.QuietTime).ShouldBe((RepeatBehavior.BuysAgain, lookup, TimeSpan.FromMinutes(10)));
        }

        DocsTables.Belief(order).QuietTime.ShouldBe(quietTime);
        DocsTables.Belief(order).Repeat.ShouldStartWith("**buys again**");
        var (bought, notBought, placedAgain) = DocsTables.AfterARestart(order);
        bought.ShouldStartWith("found");
        notBought.ShouldBe(ofWhatWasNotBought);
        placedAgain.ShouldStartWith(
            lookup == LookupAuthority.HitOnly ? "looked up; never sent again" : "looked up; sent only after the quiet time"
        );
    }

    [Fact]
    public async Task The_documents_speak_of_all_deliveries()
    {
        await using var stage = await Stage.StartAsync();

        stage
            .Account.Capabilities.Shapes.Select(shape => shape.Delivery)
            .ShouldBe([Delivery.Returned, Delivery.Email, Delivery.Sms], ignoreOrder: true);
    }
}
