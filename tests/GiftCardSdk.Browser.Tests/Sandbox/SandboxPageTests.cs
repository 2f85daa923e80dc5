using System.Net.Http.Headers;
using GiftCardSdk.Sandbox;
using GiftCardSdk.Sandbox.Tool;
using Microsoft.Playwright;

namespace GiftCardSdk.Browser.Tests.Sandbox;

/// <summary>The page of the sandbox as somebody at the screen uses it.</summary>
public sealed class SandboxPageTests(Chromium chromium) : IAsyncLifetime
{
    private SandboxTool _tool = null!;
    private Buyer _buyer = null!;

    public async ValueTask InitializeAsync()
    {
        _tool = await SandboxTool.StartAsync(new Arguments(Port: 0));
        _buyer = new Buyer(_tool);
    }

    public async ValueTask DisposeAsync()
    {
        await _buyer.DisposeAsync();
        await _tool.DisposeAsync();
    }

    [Fact]
    public async Task A_card_that_an_application_buys_appears_by_itself_and_is_redeemed_by_a_press()
    {
        await using var visit = await chromium.OpenAsync(_tool.PageAddress);

        var order = await _buyer.BuyAsync("giftbit", "survey-81-1044");
        var card = visit.Page.Locator(".card", new() { HasText = order.Rewards.Single().Link!.Reveal() });
        await card.GetByRole(AriaRole.Button).ClickAsync();
        await card.GetByText("redeemed", new() { Exact = true }).WaitForAsync();

        var reward = (await _buyer.Account("giftbit").Status.GetAsync(order.Id, RewardDetail.State)).Rewards.Single();
        reward.Redemption.ShouldBe(RedemptionState.Redeemed);
        _tool.Sandbox.Giftbit.Ledger.Sales.Single().Issued.Single().State.ShouldBe(SandboxCardState.Redeemed);
        (await card.GetByRole(AriaRole.Button).CountAsync()).ShouldBe(0);
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_twin_sells_to_the_printed_settings_and_the_page_shows_no_credential_that_arrived()
    {
        foreach (var account in Buyer.Accounts)
        {
            await _buyer.BuyAsync(account, "all-five");
        }

        await using var visit = await chromium.OpenAsync(_tool.PageAddress);
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");
        var requests = await visit.Page.Locator("#requests").InnerTextAsync();

        (await visit.Page.Locator(".card").CountAsync()).ShouldBe(5);
        requests.ShouldContain("northcafeus");
        var headers = _tool.Sandbox.Twins.SelectMany(twin => twin.Requests.All).SelectMany(arrival => arrival.Headers).ToArray();
        var tokens = headers
            .Where(header => header.Key == "Authorization")
            .Select(header => AuthenticationHeaderValue.Parse(header.Value).Parameter!);
        var secrets = _tool
            .Desks.SelectMany(desk => desk.Credentials)
            .Select(entry => entry.Value)
            .Concat(tokens)
            .Distinct(StringComparer.Ordinal)
            .ToArray();
        secrets.Length.ShouldBe(10, "eight credentials, and two tokens that were given for them");
        secrets.Where(secret => requests.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
        visit.Complaints.ShouldBeEmpty();
        await visit.TakePictureAsync("sandbox.jpg");
    }

    [Fact]
    public async Task A_fault_that_is_switched_on_strikes_the_applications_next_call()
    {
        await using var visit = await chromium.OpenAsync(_tool.PageAddress);
        var form = visit.Page.Locator("form[action='/faults']");
        await form.Locator("[name=operation]").FillAsync("direct_links.create");
        await form.Locator("[name=kind]").SelectOptionAsync(nameof(FaultKind.CloseAfterCommit));
        await form.GetByRole(AriaRole.Button).ClickAsync();

        var order = await _buyer.BuyAsync("giftbit", "lost-answer");
        await visit.Page.Locator("#requests summary", new() { HasText = nameof(FaultKind.CloseAfterCommit) }).WaitForAsync();

        order.Status.ShouldBe(OrderStatus.Completed);
        await visit.Page.GetByText("1 sold, 1 cards, 0 sold twice.").WaitForAsync();
        await visit.Page.GetByText("1 struck so far.").WaitForAsync();
        visit.Complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_clock_that_is_turned_lets_a_card_expire()
    {
        await _buyer.BuyAsync("giftronaut", "to-expire");
        await using var visit = await chromium.OpenAsync(_tool.PageAddress);
        var card = visit.Page.Locator(".card");
        await card.GetByText("not redeemed").WaitForAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "1 year" }).ClickAsync();

        await card.GetByText("expired", new() { Exact = true }).WaitForAsync();
        (await card.GetByRole(AriaRole.Button).CountAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_webhook_is_shown_with_the_answer_to_each_post_of_it()
    {
        // Nobody takes a webhook there, but somebody answers.
        var receiver = new Uri(_tool.Sandbox.Giftbit.BaseAddress, "papi/v1/hooks");
        await using var visit = await chromium.OpenAsync(_tool.PageAddress);
        var form = visit.Page.Locator("form[action='/webhooks/receiver']");
        await form.Locator("[name=twin]").SelectOptionAsync("giftronaut");
        await form.Locator("[name=address]").FillAsync(receiver.AbsoluteUri);
        await form.GetByRole(AriaRole.Button).ClickAsync();
        await _buyer.BuyAsync("giftronaut", "told");

        var webhook = visit.Page.Locator("#webhooks details").First;
        await webhook.Locator("summary").ClickAsync();
        await webhook.GetByRole(AriaRole.Button).ClickAsync();
        await webhook.Locator("summary", new() { HasText = "401" }).ClickAsync();

        await visit.Page.GetByText($"{receiver}: 401").WaitForAsync();
        _tool.Sandbox.Giftronaut.Webhooks.Attempts.Single().Status.ShouldBe(401);
    }

    [Fact]
    public async Task What_cannot_be_done_is_said()
    {
        await using var visit = await chromium.OpenAsync(_tool.PageAddress);

        await visit.Page.Locator("form[action='/faults'] [name=operation]").FillAsync("<b>nonsense</b>");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Switch on" }).ClickAsync();

        (await visit.Page.GetByRole(AriaRole.Alert).InnerTextAsync()).ShouldContain("<b>nonsense</b>");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Strangers_texts_stay_texts_and_a_phone_is_wide_enough(bool isDark)
    {
        const string Markup = "<img src=x onerror=alert(1)><script>alert(2)</script>";
        var text = Markup + new string('w', 400);
        var twin = _tool.Sandbox.Giftronaut;
        twin.AddProduct(text, text, "USD", 50);
        await _buyer
            .Account("giftronaut")
            .Orders.PlaceAsync(
                new OrderRequest
                {
                    Reference = Markup,
                    Lines = [new() { ProductId = text, FaceValue = Money.Of(50, "USD") }],
                    Delivery = Delivery.Returned,
                }
            );
        using var stranger = new HttpClient();
        stranger.DefaultRequestHeaders.TryAddWithoutValidation("User-Agent", text).ShouldBeTrue();
        using var body = new StringContent("</pre></details>" + text);
        await stranger.PostAsync(new Uri(_tool.Sandbox.Giftbit.BaseAddress, "papi/v1/" + Uri.EscapeDataString(text)), body);

        await using var visit = await chromium.OpenAsync(_tool.PageAddress, Visit.Phone, isDark);
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(one => one.open = true)");

        (await visit.TooWideAsync()).ShouldBeEmpty();
        (await visit.Page.Locator("main").Locator("img, script").CountAsync()).ShouldBe(0);
        (await visit.Page.Locator(".card h3").InnerTextAsync()).ShouldBe(text);
        (await visit.Page.Locator("#requests pre", new() { HasText = "</details>" }).InnerTextAsync()).ShouldContain(Markup);
        visit.Complaints.ShouldBeEmpty();
    }
}
