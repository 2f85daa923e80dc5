namespace GiftCardSdk.Abstractions.Tests;

/// <summary>What of a card is handed to its recipient.</summary>
public sealed class RewardTests
{
    private static readonly Secret Link = new("https://cards.example.test/a");
    private static readonly Secret Code = new("CODE-1");
    private static readonly Secret Pin = new("1234");
    private static readonly Secret Serial = new("S-1");

    [Fact]
    public void A_link_is_redeemed_before_a_code() => new Reward { Link = Link, Code = Code }.Redeemable.ShouldBe(Link);

    [Fact]
    public void A_code_is_redeemed_before_its_pin() =>
        new Reward
        {
            Code = Code,
            Pin = Pin,
            Serial = Serial,
        }.Redeemable.ShouldBe(Code);

    [Fact]
    public void A_card_with_a_pin_or_a_serial_number_alone_is_redeemed_by_that()
    {
        new Reward { Pin = Pin, Serial = Serial }.Redeemable.ShouldBe(Pin);
        new Reward { Serial = Serial }.Redeemable.ShouldBe(Serial);
    }

    [Fact]
    public void What_only_goes_with_something_else_redeems_nothing() =>
        new Reward { Challenge = new("What was the colour?"), SecurityCode = new("321") }.Redeemable.ShouldBeNull();
}
