namespace GiftCardSdk.Model.Tests;

/// <summary>Runs that are not drawn: where the model's strictest rules begin and end.</summary>
public sealed class FixedRunTests
{
    private const int MostClockError = 5 * 60;

    /// <summary>A day, less what the wall clock can be set forward between two looks at it.</summary>
    private const int EarliestParking = (24 - (2 * 5)) * 60 * 60;

    private static readonly ProviderKind BuyingAgain = ProviderKind.All.Single(static kind => kind.Name == "buying again");

    [Fact]
    public async Task A_send_for_nobody_is_seen_when_the_pass_that_could_rebuild_orders_is_over()
    {
        var finding = await Should.ThrowAsync<ModelException>(
            PlayAsync(
                Mutants.SendsInsteadOfLooking,
                new Resolve(Rebuilds: true),
                new NextSend(SendEnd.RequestLost, 1),
                new Place(0, Content.A, Callers: 1),
                new GiveUp(0),
                new LetPass(60)
            )
        );

        finding.Message.ShouldContain("order-0: is sent although nobody places it.");
    }

    [Fact]
    public async Task What_is_parked_when_only_the_quiet_time_is_over_is_seen()
    {
        var finding = await Should.ThrowAsync<ModelException>(PlayAsync(Mutants.ParksTooEarly, LookedForInVain(0, 0, 700)));

        finding.Message.ShouldBe("order-0: it is parked although a look-up may still tell, or has told.");
    }

    [Theory]
    [InlineData(0, 0, 24 * 60 * 60, true)]
    [InlineData(0, 0, (24 * 60 * 60) - 1, false)]
    [InlineData(-MostClockError, MostClockError, EarliestParking, true)]
    [InlineData(-MostClockError, MostClockError, EarliestParking - 1, false)]
    // A wall clock that was set back says less; the monotonic one of the process has not noticed.
    [InlineData(MostClockError, -MostClockError, (24 * 60 * 60) + 60, true)]
    public async Task Failing_look_ups_end_parked_after_a_day_by_either_clock_and_not_a_second_before(
        int minutesAheadAtTheSend,
        int minutesAheadThen,
        int seconds,
        bool isParked
    )
    {
        var report = await PlayAsync(Mutation.None, LookedForInVain(minutesAheadAtTheSend, minutesAheadThen, seconds));

        report.Missing.Contains("state Parked", StringComparer.Ordinal).ShouldBe(!isParked);
    }

    /// <summary>An order that never arrived, of which no look-up says anything, neither its caller's nor the resolver's.</summary>
    private static Command[] LookedForInVain(int minutesAheadAtTheSend, int minutesAheadThen, int seconds) =>
        [
            new SetWallClock(minutesAheadAtTheSend),
            new NextSend(SendEnd.RequestLost, 1),
            new NextLookups(LookupEnd.Hangs, 1),
            new Place(0, Content.A, Callers: 1),
            new LetPass(seconds),
            new SetWallClock(minutesAheadThen),
            new NextLookups(LookupEnd.Throws, 1),
            new Resolve(Rebuilds: false),
        ];

    private static async Task<Report> PlayAsync(Mutation mutation, params Command[] commands)
    {
        var report = new Report();
        await Runner.OnOwnThreadAsync(() => Runner.Play(new(BuyingAgain, commands), mutation, report));
        return report;
    }
}
