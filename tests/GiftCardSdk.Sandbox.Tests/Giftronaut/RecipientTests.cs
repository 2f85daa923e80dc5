namespace GiftCardSdk.Sandbox.Tests.Giftronaut;

/// <summary>What the pretend recipients do, and what time does to their cards.</summary>
public sealed class RecipientTests
{
    [Fact]
    public async Task A_card_is_redeemed_once()
    {
        await using var caller = await GiftronautCaller.StartAsync();
        var id = await caller.OrderIdAsync("r-1");
        var link = (await caller.ReadAsync(id)).Link(0)!;

        caller.Twin.Claim(link);

        await StatusShouldBeAsync(caller, id, "REDEEMED");
        Should.Throw<InvalidOperationException>(() => caller.Twin.Claim(link)).Message.ShouldNotContain(link);
        Should.Throw<ArgumentException>(() => caller.Twin.Claim(link + "x")).Message.ShouldNotContain(link);
    }

    [Theory]
    [InlineData(false, 180, 9_970)]
    [InlineData(true, 30, 9_991)]
    public async Task An_unredeemed_card_lapses_and_gives_most_back_if_that_was_chosen(bool refundable, int days, int balance)
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.SandboxTokenLife = TimeSpan.FromDays(400));
        var body = refundable ? Bodies.Refundable(Bodies.Branded()) : Bodies.Branded();
        var id = (await caller.PostAsync("orders/branded-card", body, "x-1")).OrderId;

        await StatusShouldBeAsync(caller, id, "SENT");
        caller.Clock.Advance(TimeSpan.FromDays(days) - TimeSpan.FromSeconds(1));
        await StatusShouldBeAsync(caller, id, "SENT");
        caller.Clock.Advance(TimeSpan.FromSeconds(1));

        await StatusShouldBeAsync(caller, id, "EXPIRED");
        caller.Twin.GetBalance().ShouldBe(balance);
    }

    [Fact]
    public async Task Only_what_is_unredeemed_comes_back()
    {
        await using var caller = await GiftronautCaller.StartAsync(options => options.SandboxTokenLife = TimeSpan.FromDays(400));
        var body = Bodies.Refundable(Bodies.Branded("a@mail.example", "b@mail.example"));
        var id = (await caller.PostAsync("orders/branded-card", body, "x-2")).OrderId;
        caller.Twin.Claim((await caller.ReadAsync(id)).Link(0)!);

        caller.Clock.Advance(TimeSpan.FromDays(30));

        caller.Twin.GetBalance().ShouldBe(9_940 + 21);
    }

    private static async Task StatusShouldBeAsync(GiftronautCaller caller, string id, string status) =>
        (await caller.ReadAsync(id)).Recipients[0].GetProperty("status").GetString().ShouldBe(status);
}
