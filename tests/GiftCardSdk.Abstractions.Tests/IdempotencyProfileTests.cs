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

    [Fact]
    public void A_life_that_is_not_stated_allows_nothing() =>
        new IdempotencyProfile { Repeat = RepeatBehavior.NeverWithinLife }
            .MayRepeat(TimeSpan.Zero)
            .ShouldBeFalse();

    [Fact]
    public void A_behaviour_of_tomorrow_allows_nothing() =>
        new IdempotencyProfile { Repeat = (RepeatBehavior)99 }
            .MayRepeat(TimeSpan.Zero)
            .ShouldBeFalse();
}
