using GiftCardSdk.Providers.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftronaut.Tests.Conformance;

/// <summary>
/// The hours in docs/exactly-once.md are those of the adapter's profile. That every order ends as the profile says, to the second, is tried by
/// <see cref="Crash"/> and <see cref="Restart"/>.
/// </summary>
public sealed class RestartTableTests
{
    private const string Orders = "Giftronaut: orders, reward links";

    [Fact]
    public async Task The_documents_say_of_every_delivery_what_the_adapter_says()
    {
        await using var stage = await Stage.StartAsync();

        stage
            .Account.Capabilities.Shapes.Select(shape => shape.Idempotency)
            .Select(profile => (profile.Repeat, profile.KeyLife, profile.Lookup, profile.QuietTime))
            .Distinct()
            .ShouldHaveSingleItem()
            .ShouldBe((RepeatBehavior.NeverWithinLife, TimeSpan.FromHours(24), LookupAuthority.HitOnly, TimeSpan.FromMinutes(10)));
        DocsTables.Belief("Giftronaut").QuietTime.ShouldBe("10 minutes, then a person decides");
        DocsTables.Belief("Giftronaut").Repeat.ShouldContain("for 24 hours (documented), and is sent for 12");
        var (bought, notBought, placedAgain) = DocsTables.AfterARestart(Orders);
        bought.ShouldBe("found by the key, if the list can be searched by it");
        notBought.ShouldStartWith("unknown for 12 hours, then parked");
        placedAgain.ShouldStartWith("within 12 hours at once");
    }

    [Fact]
    public async Task Where_the_list_ignores_the_key_an_order_is_parked_too_and_never_sent_by_looking()
    {
        DocsTables.AfterARestart(Orders).NotBought.ShouldEndWith("also where the list ignores the key");
        await using var stage = await Stage.StartAsync(twin => twin.ClientOrderIdHonoured = false);
        await stage.Account.Orders.PlaceAsync(Requests.Email("o-0"));
        var processes = new Generations<Accounts>(stage.Restarted);
        await processes.DieAsync(wasSold: false, process => process.Account.Orders.PlaceAsync(Requests.Email("o-1")));
        await using var process = processes.Begin();
        var journal = process.Services.GetRequiredService<IGiftCards>().Journal;
        (await journal.ResolveAsync()).StillUnknown.ShouldBe(1);
        stage.Clock.Advance(TimeSpan.FromDays(1));

        (await journal.ResolveAsync()).Parked.ShouldBe(1);

        stage.Purchases.ShouldBe(1);
    }
}
