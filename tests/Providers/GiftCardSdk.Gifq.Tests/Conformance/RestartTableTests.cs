using GiftCardSdk.Providers.Conformance;

namespace GiftCardSdk.Gifq.Tests.Conformance;

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
            .ShouldBe((RepeatBehavior.NeverBuysAgain, LookupAuthority.Authoritative, TimeSpan.FromMinutes(5)));
        DocsTables.Belief("GIFQ").QuietTime.ShouldBe("5 minutes");
        DocsTables.Belief("GIFQ").Repeat.ShouldStartWith("never buys again");
        var (bought, notBought, placedAgain) = DocsTables.AfterARestart("GIFQ");
        bought.ShouldStartWith("found");
        notBought.ShouldBe("absent after 5 minutes");
        placedAgain.ShouldStartWith("at once");
    }
}
