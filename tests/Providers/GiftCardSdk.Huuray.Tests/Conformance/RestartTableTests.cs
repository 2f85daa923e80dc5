using GiftCardSdk.Providers.Conformance;

namespace GiftCardSdk.Huuray.Tests.Conformance;

/// <summary>
/// The minutes in docs/exactly-once.md are those of the adapter's profile. That every order ends as the profile says, to the second, is tried by
/// <see cref="Crash"/> and <see cref="Restart"/>.
/// </summary>
public sealed class RestartTableTests
{
    [Fact]
    public async Task The_documents_say_of_every_delivery_what_the_adapter_says()
    {
        await using var stage = await Stage.StartAsync();

        stage
            .Account.Capabilities.Shapes.Select(shape => shape.Idempotency)
            .Select(profile => (profile.Repeat, profile.Lookup, profile.QuietTime))
            .Distinct()
            .ShouldHaveSingleItem()
            .ShouldBe((RepeatBehavior.BuysAgain, LookupAuthority.Authoritative, TimeSpan.FromMinutes(10)));
        DocsTables.Belief("Huuray").QuietTime.ShouldBe("10 minutes");
        DocsTables.Belief("Huuray").Repeat.ShouldStartWith("**buys again**");
        var (bought, notBought, placedAgain) = DocsTables.AfterARestart("Huuray");
        bought.ShouldStartWith("found");
        notBought.ShouldBe("absent after 10 minutes");
        placedAgain.ShouldStartWith("looked up; sent only after the quiet time");
    }
}
