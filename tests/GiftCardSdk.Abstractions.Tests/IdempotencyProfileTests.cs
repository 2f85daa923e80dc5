namespace GiftCardSdk.Abstractions.Tests;

public sealed class IdempotencyProfileTests
{
    [Fact]
    public void A_profile_that_is_not_stated_is_the_worst_one()
    {
        var profile = new IdempotencyProfile();

        profile.Repeat.ShouldBe(RepeatBehavior.BuysAgain);
        profile.Lookup.ShouldBe(LookupAuthority.None);
        profile.Answer.ShouldBe(RepeatAnswer.Undocumented);
        profile.MayRepeat(TimeSpan.Zero).ShouldBeFalse();
    }

    [Theory]
    [InlineData(-1000)]
    [InlineData(0)]
    [InlineData(100_000)]
    public void What_never_buys_again_may_always_be_repeated(double hours) =>
        new IdempotencyProfile { Repeat = RepeatBehavior.NeverBuysAgain }
            .MayRepeat(TimeSpan.FromHours(hours))
            .ShouldBeTrue();

    [Theory]
    [InlineData(-0.0001, false)]
    [InlineData(0, true)]
    [InlineData(12, true)]
    [InlineData(12.0001, false)]
    public void A_key_that_is_forgotten_may_be_repeated_for_half_its_life(double hours, bool may) =>
        new IdempotencyProfile { Repeat = RepeatBehavior.NeverWithinLife, KeyLife = TimeSpan.FromHours(24) }
            .MayRepeat(TimeSpan.FromHours(hours))
            .ShouldBe(may);

    [Theory]
    [InlineData(-0.0001, false)]
    [InlineData(0, true)]
    [InlineData(12.0001, true)]
    [InlineData(21.6, true)]
    [InlineData(21.6001, false)]
    [InlineData(24, false)]
    public void By_the_providers_clock_an_end_is_found_out_for_nine_tenths_of_a_keys_life(double hours, bool may) =>
        new IdempotencyProfile { Repeat = RepeatBehavior.NeverWithinLife, KeyLife = TimeSpan.FromHours(24) }
            .MayResolve(TimeSpan.FromHours(hours))
            .ShouldBe(may);

    [Theory]
    [InlineData(RepeatBehavior.NeverBuysAgain, -1, true)]
    [InlineData(RepeatBehavior.NeverBuysAgain, 100_000, true)]
    [InlineData(RepeatBehavior.BuysAgain, 0, false)]
    [InlineData((RepeatBehavior)99, 0, false)]
    public void Where_no_key_expires_an_end_is_found_out_as_an_order_is_repeated(RepeatBehavior repeat, double hours, bool may) =>
        new IdempotencyProfile { Repeat = repeat, KeyLife = TimeSpan.FromHours(24) }
            .MayResolve(TimeSpan.FromHours(hours))
            .ShouldBe(may);

    [Fact]
    public void A_life_that_is_not_stated_allows_nothing()
    {
        var profile = new IdempotencyProfile { Repeat = RepeatBehavior.NeverWithinLife };

        profile.MayRepeat(TimeSpan.Zero).ShouldBeFalse();
        profile.MayResolve(TimeSpan.Zero).ShouldBeFalse();
    }

    [Fact]
    public void A_behaviour_of_tomorrow_allows_nothing() =>
        new IdempotencyProfile { Repeat = (RepeatBehavior)99 }
            .MayRepeat(TimeSpan.Zero)
            .ShouldBeFalse();
}
