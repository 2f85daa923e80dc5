using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Resolver;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>An order is looked for, and sent again, only with an account that has one of the credentials it was sent with.</summary>
public sealed class CredentialsOfOrdersTests
{
    private readonly List<string> _keys = ["first", "second"];

    [Fact]
    public async Task An_entry_holds_keyed_hashes_of_the_credentials_and_no_credential()
    {
        var shop = Shop();
        await shop.PlaceAsync(CredentialsOfOrdersTests.Request);

        var entry = await shop.EntryAsync();

        entry.Credentials.Count.ShouldBe(2);
        string.Join('|', entry.Print()).ShouldNotContain("first");
    }

    [Fact]
    public async Task With_credentials_of_another_account_an_open_order_is_neither_believed_absent_nor_sent()
    {
        var shop = await OpenOrderAsync();
        Replace("others");

        var failure = await shop.FailAsync<GiftCardException>();
        shop.Clock.Advance(TimeSpan.FromHours(1));
        using var lookout = new Lookout(shop);
        (await lookout.PassAsync()).StillUnknown.ShouldBe(1);

        (failure.Code, failure.Outcome).ShouldBe((GiftCardErrorCode.Unauthorized, GiftCardOutcome.MayExist));
        failure.Message.ShouldContain("ConfirmCredentialsAsync");
        var entry = await shop.EntryAsync();
        (entry.State, entry.Lookups[^1].Answer).ShouldBe((OrderJournalState.Unknown, LookupAnswer.Inconclusive));
        entry.Lookups[^1].Reason!.ShouldContain("credentials");
        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_rotation_that_keeps_one_key_changes_nothing()
    {
        var shop = await OpenOrderAsync();
        Replace("second", "third");

        (await shop.PlaceInTimeAsync()).Id.ShouldBe("im1-1");

        shop.Provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task After_each_rotation_that_keeps_one_key_the_next_one_may_follow()
    {
        var shop = Shop(Profiles.NeverBuysAgain);
        shop.Provider.NextOrders(ScriptedEnd.RequestLost);
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Inconclusive("busy"));
        Replace("first");
        var placing = shop.PlaceAsync(Request);
        Replace("first", "second");
        _ = await Record.ExceptionAsync(() => shop.Clock.LetPassAsync(placing));
        Replace("second");

        (await shop.PlaceInTimeAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task An_account_that_names_no_credentials_is_not_compared()
    {
        var shop = await OpenOrderAsync();
        Replace();

        (await shop.PlaceInTimeAsync()).Id.ShouldBe("im1-1");
    }

    private static OrderRequest Request => Ordering.Shop.Request();

    private Shop Shop(IdempotencyProfile? profile = null)
    {
        var shop = new Shop(profile ?? Profiles.BuysAgain, new FaultyJournal());
        shop.Account = shop.Account with { Credentials = () => [.. _keys] };
        return shop;
    }

    private async Task<Shop> OpenOrderAsync()
    {
        var shop = Shop();
        shop.Provider.NextOrders(ScriptedEnd.AnswerLost);
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Inconclusive("busy"));
        await shop.FailAsync<OrderOutcomeUnknownException>();
        shop.Provider.ScriptLookups(_ => ScriptedLookup.Truth);
        return shop;
    }

    private void Replace(params string[] keys)
    {
        _keys.Clear();
        _keys.AddRange(keys);
    }
}
