using System.Net;
using GiftCardSdk.Sandbox;
using LoyaltyShop;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace GiftCardSdk.Browser.Tests;

/// <summary>The shop of the samples, by its buttons.</summary>
public sealed class LoyaltyShopTests(Chromium chromium) : IAsyncLifetime
{
    private const string Product = "form:has([value='page-and-pine']) button";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("loyalty-shop-");
    private GiftCardSandbox _sandbox = null!;
    private WebApplication _shop = null!;

    private Uri Address => new(_shop.Urls.Single());

    public async ValueTask InitializeAsync()
    {
        _sandbox = await GiftCardSandbox.StartAsync();
        _shop = await Shop.StartAsync(_sandbox.Gifq, Path.Combine(_folder.FullName, "giftcards.db"));
        _shop.Services.GetRequiredService<Cards>().Patience = TimeSpan.FromMinutes(10);
    }

    public async ValueTask DisposeAsync()
    {
        await _shop.DisposeAsync();
        await _sandbox.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_button_pressed_twice_and_a_page_loaded_again_buy_one_card_which_is_shown_once()
    {
        await using var visit = await SignInAsync();
        (await visit.TooWideAsync()).ShouldBeEmpty();

        await SendTwiceAsync(visit.Page);
        await visit.Page.Locator(Product).First.ClickAsync();
        var show = visit.Page.GetByText("Show it, once");
        await show.WaitForAsync();
        await visit.Page.ReloadAsync();
        (await visit.Page.ContentAsync()).ShouldNotContain(Code());
        await visit.Page.UnrouteAllAsync();
        await show.ClickAsync();
        (await visit.Page.InnerTextAsync("#card")).ShouldBe(Code());
        await visit.Page.ReloadAsync();
        await visit.Page.GetByText("It was shown on").WaitForAsync();

        (await visit.Page.ContentAsync()).ShouldNotContain(Code());
        await visit.Page.GetByText("Back to the shop").ClickAsync();
        (await visit.Page.InnerTextAsync("#points")).ShouldBe("4,000");
        _sandbox.Gifq.Ledger.Count.ShouldBe(1);
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_form_that_another_site_sends_in_the_customers_name_buys_nothing()
    {
        await using var visit = await SignInAsync();
        var wish = await visit.Page.Locator("[name=wish]").First.InputValueAsync();
        var form = visit.Page.Context.APIRequest.CreateFormData();
        form.Set("wish", wish).Set("product", "page-and-pine").Set("value", "10.00 USD");

        var answer = await visit.Page.Context.APIRequest.PostAsync(Address.AbsoluteUri, new() { Form = form });

        answer.Status.ShouldBe((int)HttpStatusCode.BadRequest);
        await visit.Page.ReloadAsync();
        (await visit.Page.InnerTextAsync("#points")).ShouldBe("5,000");
        _sandbox.Gifq.Requests.Count("orders.create").ShouldBe(0);
    }

    /// <summary>Whether a browser sends the second of two quick presses is chance, so whatever is pressed is sent twice.</summary>
    private static async Task SendTwiceAsync(IPage page) =>
        await page.RouteAsync(
            "**",
            async route =>
            {
                if (route.Request.Method == "POST")
                {
                    await route.FetchAsync(new() { MaxRedirects = 0 });
                }

                await route.ContinueAsync();
            }
        );

    private string Code() => _sandbox.Gifq.Ledger.Sales.Single().Issued.Single().Code.ShouldNotBeNull();

    private async Task<Visit> SignInAsync()
    {
        var visit = await chromium.OpenAsync(Address, Visit.Phone);
        await visit.Page.GetByText("mira").ClickAsync();
        await visit.Page.WaitForSelectorAsync("#points");
        return visit;
    }
}
