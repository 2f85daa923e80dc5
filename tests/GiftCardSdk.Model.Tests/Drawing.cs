using FsCheck;
using FsCheck.Fluent;

namespace GiftCardSdk.Model.Tests;

/// <summary>Draws runs, and makes a failed one shorter.</summary>
internal static class Drawing
{
    /// <summary>How many references there are; a few, so that they meet.</summary>
    public const int References = 8;

    /// <summary>The longest that a provider sells, or a look-up lags, after an order's arrival. Within every quiet time, which is what a quiet time is.</summary>
    public const int MaxLagSeconds = 500;

    /// <summary>How far a wall clock may be off. Two errors together stay below the half life of a key.</summary>
    private const int MaxClockErrorMinutes = 5 * 60;

    private static readonly Gen<int> AnyReference = Gen.Choose(0, References - 1);
    private static readonly Gen<bool> Coin = Gen.Elements(true, false);

    private static readonly Gen<Command> AnyCommand = Gen.Frequency<Command>(
        (
            34,
            from reference in AnyReference
            from content in Gen.Frequency((12, Gen.Constant(Content.A)), (1, Gen.Constant(Content.B)))
            from callers in Gen.Frequency((6, Gen.Constant(1)), (2, Gen.Constant(2)), (1, Gen.Constant(3)))
            select (Command)new Place(reference, content, callers)
        ),
        (3, Gen.Choose(0, 5).Select(caller => (Command)new GiveUp(caller))),
        (
            20,
            from end in Gen.Elements(Enum.GetValues<SendEnd>())
            from seconds in Gen.Choose(1, MaxLagSeconds)
            select (Command)new NextSend(end, seconds)
        ),
        (
            8,
            from end in Gen.Elements(Enum.GetValues<LookupEnd>())
            from times in Gen.Choose(1, 4)
            select (Command)new NextLookups(end, times)
        ),
        (14, Gen.Choose(1, 90).Select(seconds => (Command)new LetPass(seconds))),
        (4, Gen.Choose(90, 900).Select(seconds => (Command)new LetPass(seconds))),
        (2, Gen.Choose(900, 14 * 3600).Select(seconds => (Command)new LetPass(seconds))),
        (2, Gen.Choose(-MaxClockErrorMinutes, MaxClockErrorMinutes).Select(minutes => (Command)new SetWallClock(minutes))),
        (2, Gen.Constant((Command)new Crash())),
        (2, Coin.Select(isWritten => (Command)new CrashAtWrite(isWritten))),
        (1, Gen.Constant((Command)new Restart())),
        (5, Gen.Frequency((3, Gen.Constant(false)), (1, Gen.Constant(true))).Select(rebuilds => (Command)new Resolve(rebuilds))),
        (1, Gen.Constant((Command)new StopPass())),
        (2, from reference in AnyReference from wasBought in Coin select (Command)new Mark(reference, wasBought)),
        (2, from times in Gen.Choose(1, 3) from areWritten in Coin select (Command)new FailWrites(times, areWritten)),
        (1, Gen.Constant((Command)new Purge()))
    );

    /// <summary>Runs of a given length.</summary>
    public static Arbitrary<Scenario> Scenarios(int length)
    {
        var scenarios =
            from kind in Gen.Elements<ProviderKind>(ProviderKind.All)
            from commands in AnyCommand.ArrayOf(length)
            select new Scenario(kind, commands);
        return Arb.From(scenarios, Shorter);
    }

    /// <summary>The same run without a stretch of it, long stretches first; then with one command made simpler.</summary>
    private static IEnumerable<Scenario> Shorter(Scenario scenario)
    {
        var commands = scenario.Commands;
        for (var stretch = commands.Count; stretch > 0; stretch /= 2)
        {
            for (var start = 0; start < commands.Count; start += stretch)
            {
                yield return scenario with
                {
                    Commands = [.. commands.Take(start), .. commands.Skip(start + stretch)],
                };
            }
        }

        for (var i = 0; i < commands.Count; i++)
        {
            if (Simpler(commands[i]) is { } simpler)
            {
                yield return scenario with
                {
                    Commands = [.. commands.Take(i), simpler, .. commands.Skip(i + 1)],
                };
            }
        }
    }

    private static Command? Simpler(Command command) =>
        command switch
        {
            Place { Callers: > 1 } place => place with { Callers = 1 },
            Place { Reference: > 0 } place => place with { Reference = 0 },
            NextLookups { Times: > 1 } lookups => lookups with { Times = 1 },
            FailWrites { Times: > 1 } failures => failures with { Times = 1 },
            Resolve { Rebuilds: true } => new Resolve(Rebuilds: false),
            _ => null,
        };
}
