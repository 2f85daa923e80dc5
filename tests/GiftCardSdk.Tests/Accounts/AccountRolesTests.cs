using GiftCardSdk.Accounts;
using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Tests.Accounts;

public sealed class AccountRolesTests
{
    private readonly ScriptedAdapter _adapter = new(_ => ScriptedAdapter.An(OrderStatus.Completed));

    private Account Identity => new("emea", _adapter.Provider, GiftCardEnvironment.Sandbox, _adapter);

    [Fact]
    public async Task An_order_carries_the_name_of_the_account_that_read_it()
    {
        var order = await new AccountStatus(Identity, TimeProvider.System).GetAsync("o-1");

        (order.Provider, order.Account).ShouldBe(("scripted", "emea"));
    }

    [Fact]
    public async Task What_an_account_cannot_do_is_refused_before_the_adapter_is_called()
    {
        var failure = await Should.ThrowAsync<GiftCardException>(() => new AccountBalances(Identity).ListAsync());

        failure.Code.ShouldBe(GiftCardErrorCode.NotSupported);
        failure.Account.ShouldBe("emea");
        failure.Message.ShouldContain("'emea' (scripted) cannot show balances");
    }

    [Fact]
    public async Task Products_that_the_provider_could_not_filter_are_filtered_here_with_their_offers()
    {
        _adapter.Products.Add(Card("both", Offer("USD", "US"), Offer("EUR", "DE")));
        _adapter.Products.Add(Card("dollar", Offer("USD", "US")));

        var found = new List<Product>();
        await foreach (var product in new AccountCatalog(Identity).ListAsync(new CatalogQuery { Country = "de", Currency = "eur" }))
        {
            found.Add(product);
        }

        found.ShouldHaveSingleItem().Id.ShouldBe("both");
        found[0].Offers.ShouldHaveSingleItem().Currency.ShouldBe("EUR");
    }

    [Fact]
    public void A_query_with_a_wrong_code_is_refused_at_once_and_not_when_it_is_enumerated()
    {
        var mistake = Should.Throw<ArgumentException>(() =>
            new AccountCatalog(Identity).ListAsync(new CatalogQuery { Country = "Germany" })
        );

        mistake.Message.ShouldContain("'Germany' is no country code");
    }

    [Fact]
    public async Task A_look_up_has_three_answers()
    {
        var status = new AccountStatus(Identity, TimeProvider.System);

        _adapter.Lookup = new OrderLookup.NotFound();
        (await status.FindAsync("ref-1")).ShouldBeNull();

        _adapter.Lookup = new OrderLookup.Found(ScriptedAdapter.An(OrderStatus.Pending));
        (await status.FindAsync("ref-1"))!.Reference!.Value.Value.ShouldBe("ref-1");

        _adapter.Lookup = new OrderLookup.Inconclusive("the list was cut");
        var failure = await Should.ThrowAsync<GiftCardException>(() => status.FindAsync("ref-1"));
        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.OutcomeUnknown, GiftCardOutcome.MayExist));
        failure.Message.ShouldContain("the list was cut");
    }

    [Fact]
    public async Task A_look_up_that_is_not_found_itself_proves_nothing()
    {
        _adapter.LookupFailure = new GiftCardException("404, a page of HTML.", GiftCardErrorCode.NotFound, GiftCardOutcome.NotAnOrder);

        var failure = await Should.ThrowAsync<GiftCardException>(() => new AccountStatus(Identity, TimeProvider.System).FindAsync("ref-1"));

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.OutcomeUnknown, GiftCardOutcome.MayExist));
    }

    [Fact]
    public async Task Blank_ids_are_refused()
    {
        var status = new AccountStatus(Identity, TimeProvider.System);

        await Should.ThrowAsync<ArgumentException>(() => status.GetAsync(" "));
        await Should.ThrowAsync<ArgumentException>(() => status.FindAsync(default));
        Should.Throw<ArgumentException>(() => status.WatchAsync(""));
        await Should.ThrowAsync<ArgumentException>(() => new AccountCatalog(Identity).GetAsync(""));
    }

    private static Product Card(string id, params Offer[] offers) =>
        new()
        {
            Provider = "scripted",
            Id = id,
            Brand = id,
            Offers = offers,
        };

    private static Offer Offer(string currency, string country) => new() { Currency = currency, Countries = CountrySet.Of(country) };
}
