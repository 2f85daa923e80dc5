using System.Text;

namespace GiftCardSdk.Catalog.Tests;

/// <summary>Catalogs in the application's distributed cache.</summary>
public sealed class SharedCatalogTests
{
    [Theory]
    [InlineData("giftbit")]
    [InlineData("gifq")]
    [InlineData("giftronaut")]
    [InlineData("giftcardpartners")]
    [InlineData("huuray")]
    public async Task After_a_restart_the_products_are_there_as_they_were_and_nobody_is_asked(string account)
    {
        await using var stage = await Stage.StartAsync();
        var twin = stage.Sandbox.Twins.Single(twin => twin.Name == account);
        var before = await stage.Application(isShared: true).ListAllAsync(account);
        await stage.Store.HoldsAsync(1);
        var asked = twin.Requests.Total;

        var after = await stage.Application(isShared: true).ListAllAsync(account);

        twin.Requests.Total.ShouldBe(asked);
        after.Select(Print).ShouldBe(before.Select(Print));
    }

    [Fact]
    public async Task What_is_old_after_a_restart_is_read_anew()
    {
        await using var stage = await Stage.StartAsync();
        await stage.Application(isShared: true).ListAllAsync("gifq");
        var reads = stage.GifqReads;

        stage.Clock.Advance(TimeSpan.FromHours(1));
        await stage.Application(isShared: true).ListAllAsync("gifq");

        stage.GifqReads.ShouldBe(2 * reads);
    }

    [Fact]
    public async Task What_somebody_else_has_left_under_the_key_is_read_from_the_provider_instead()
    {
        await using var stage = await Stage.StartAsync();
        var before = await stage.Application(isShared: true).ListAllAsync("gifq");
        await stage.Store.HoldsAsync(1);
        stage.Store.Spoil();

        var after = await stage.Application(isShared: true).ListAllAsync("gifq");

        after.Select(Print).ShouldBe(before.Select(Print));
    }

    [Fact]
    public async Task A_store_that_cannot_be_reached_costs_a_reading_and_nothing_else()
    {
        await using var stage = await Stage.StartAsync();
        var giftCards = stage.Application(isShared: true);
        stage.Store.IsDown = true;

        (await giftCards.ListAllAsync("gifq")).ShouldNotBeEmpty();

        await giftCards.Catalog.ForgetAsync("gifq", TestContext.Current.CancellationToken);
        (await giftCards.ListAllAsync("gifq")).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Neither_keys_nor_what_is_kept_hold_a_credential()
    {
        await using var stage = await Stage.StartAsync();
        var giftCards = stage.Application(isShared: true);
        foreach (var account in giftCards.Accounts)
        {
            await giftCards.ListAllAsync(account.Name);
        }

        await stage.Store.HoldsAsync(giftCards.Accounts.Count);
        string[] secrets =
        [
            stage.Sandbox.Giftbit.ApiToken,
            stage.Sandbox.Gifq.ApiToken,
            stage.Sandbox.Giftronaut.ClientId,
            stage.Sandbox.Giftronaut.ClientSecret,
            stage.Sandbox.GiftCardPartners.Email,
            stage.Sandbox.GiftCardPartners.AccessToken,
            stage.Sandbox.Huuray.ApiToken,
            stage.Sandbox.Huuray.ApiSecret,
        ];
        var everything = stage.Store.Keys.SelectMany(key => new[] { key, Encoding.UTF8.GetString(stage.Store.Get(key)!) }).ToList();
        everything.Count.ShouldBe(10);
        secrets.ShouldAllBe(secret => secret.Length > 0 && !everything.Exists(text => text.Contains(secret, StringComparison.Ordinal)));
    }

    /// <summary>Every member of a product, lists and all.</summary>
    private static string Print(Product product) =>
        string.Join(
            '|',
            [
                $"{product with { Categories = [], Offers = [] }}",
                .. product.Categories,
                .. product.Offers.Select(offer =>
                    $"{offer with { Deliveries = [] }} {offer.Denominations} {string.Join(' ', offer.Deliveries)}"
                ),
            ]
        );
}
