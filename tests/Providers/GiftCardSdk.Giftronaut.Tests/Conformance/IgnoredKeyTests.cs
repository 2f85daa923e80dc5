using GiftCardSdk.Providers.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Giftronaut.Tests.Conformance;

/// <summary>What docs/exactly-once.md says of a list that cannot be searched by the key.</summary>
public sealed class IgnoredKeyTests
{
    [Fact]
    public async Task Where_the_list_ignores_the_key_an_order_is_parked_too_and_never_sent_by_looking()
    {
        var (bought, notBought, _) = DocsTables.AfterARestart("Giftronaut: orders, reward links");
        bought.ShouldBe("found by the key, if the list can be searched by it");
        notBought.ShouldEndWith("also where the list ignores the key");
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
