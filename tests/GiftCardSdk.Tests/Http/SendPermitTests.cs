using GiftCardSdk.Http;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Tests.Http;

/// <summary>The last check before the first byte, and the proof that nothing was sent.</summary>
public sealed class SendPermitTests
{
    private readonly ManualTimeProvider _clock = new();
    private readonly SendPermit _permit;

    public SendPermitTests() => _permit = new(_clock, TimeSpan.FromSeconds(100));

    [Fact]
    public void Without_a_transport_that_asks_it_cannot_be_taken_back() => _permit.TryRevoke().ShouldBeFalse();

    [Fact]
    public void Before_the_hand_over_it_can_be_taken_back_and_then_nothing_is_sent()
    {
        _permit.Attach();

        _permit.TryRevoke().ShouldBeTrue();

        var refusal = Should.Throw<GiftCardException>(_permit.HandOver);
        refusal.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        refusal.IsTransient.ShouldBeTrue();
        _permit.WasHandedOver.ShouldBeFalse();
        _permit.TryRevoke().ShouldBeTrue();
    }

    [Fact]
    public void After_the_hand_over_it_cannot_be_taken_back()
    {
        _permit.Attach();
        _permit.HandOver();

        _permit.WasHandedOver.ShouldBeTrue();
        _permit.TryRevoke().ShouldBeFalse();
    }

    [Fact]
    public void A_transport_that_asks_without_having_said_so_may_send()
    {
        _permit.HandOver();

        _permit.Attach();
        _permit.TryRevoke().ShouldBeFalse();
    }

    [Fact]
    public void It_runs_out_with_the_deadline_of_the_attempt()
    {
        _permit.Attach();
        _clock.Advance(TimeSpan.FromSeconds(100));

        Should.Throw<GiftCardException>(_permit.HandOver).Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        _permit.WasHandedOver.ShouldBeFalse();
    }

    [Fact]
    public void A_moment_before_its_deadline_it_still_holds()
    {
        _clock.Advance(TimeSpan.FromSeconds(100) - TimeSpan.FromTicks(1));

        _permit.HandOver();

        _permit.WasHandedOver.ShouldBeTrue();
    }

    [Fact]
    public void A_wall_clock_that_jumps_does_not_prolong_it()
    {
        _clock.Advance(TimeSpan.FromSeconds(100));
        _clock.SetUtcNow(_clock.GetUtcNow().AddDays(-1));

        Should.Throw<GiftCardException>(_permit.HandOver);
    }

    [Fact]
    public async Task Taking_back_and_handing_over_never_both_succeed()
    {
        for (var i = 0; i < 2_000; i++)
        {
            var permit = new SendPermit(_clock, TimeSpan.FromSeconds(1));
            permit.Attach();
            var revoking = Task.Run(permit.TryRevoke);
            var sending = Task.Run(() => Record.Exception(permit.HandOver) is null);

            ((await revoking) ^ (await sending)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Calls_that_are_no_order_have_none() => SendPermit.Current.ShouldBeNull();
}
