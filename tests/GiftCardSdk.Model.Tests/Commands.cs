using System.Globalization;

namespace GiftCardSdk.Model.Tests;

/// <summary>One step of a run.</summary>
internal abstract record Command;

/// <summary>Callers place an order at the same time, all with the same content.</summary>
internal sealed record Place(int Reference, Content Content, int Callers) : Command;

/// <summary>A caller who still waits gives up.</summary>
internal sealed record GiveUp(int Caller) : Command;

/// <summary>Says how the next send ends.</summary>
internal sealed record NextSend(SendEnd End, int Seconds) : Command;

/// <summary>Says how the next look-ups end.</summary>
internal sealed record NextLookups(LookupEnd End, int Times) : Command;

/// <summary>Time passes, on all clocks.</summary>
internal sealed record LetPass(int Seconds) : Command;

/// <summary>The process's wall clock is set, forward or back; the monotonic one does not notice.</summary>
internal sealed record SetWallClock(int MinutesAhead) : Command;

/// <summary>The process dies, and with it all callers; another starts on the same journal.</summary>
internal sealed record Crash : Command;

/// <summary>The process dies at its next write to the journal, before or after it.</summary>
internal sealed record CrashAtWrite(bool IsWritten) : Command;

/// <summary>The process ends in good order; another starts on the same journal.</summary>
internal sealed record Restart : Command;

/// <summary>The resolver passes over the open orders, with or without somebody who can rebuild them.</summary>
internal sealed record Resolve(bool Rebuilds) : Command;

/// <summary>The resolver's pass is told to stop, if one is under way.</summary>
internal sealed record StopPass : Command;

/// <summary>A person who has looked at the provider says what is true.</summary>
internal sealed record Mark(int Reference, bool WasBought) : Command;

/// <summary>The next writes to the journal fail, before or after they are written.</summary>
internal sealed record FailWrites(int Times, bool AreWritten) : Command;

/// <summary>Everything settled becomes a tombstone.</summary>
internal sealed record Purge : Command;

/// <summary>What is ordered under a reference.</summary>
internal enum Content
{
    A,
    B,
}

/// <summary>How a send ends.</summary>
internal enum SendEnd
{
    Accepted,
    SlowToLeave,
    SlowToAnswer,
    Refused,
    RateLimited,
    NeverSent,
    AnswerLost,
    RequestLost,
    ServerErrorAfterSale,
    ServerError,
    HangsAfterSale,
    Hangs,
    SoldLate,
    Throws,
    ThrowsAfterSale,
    Conflict,
    RecipientRefused,
}

/// <summary>How a look-up ends.</summary>
internal enum LookupEnd
{
    Truth,
    Miss,
    Inconclusive,
    Throws,
    Hangs,
}

/// <summary>A run: a kind of provider, and what happens.</summary>
internal sealed record Scenario(ProviderKind Provider, IReadOnlyList<Command> Commands)
{
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"at a provider that is {Provider.Name}:\n  ")
        + string.Join("\n  ", Commands.Select(command => command.ToString()));
}

/// <summary>What a repeat does at a provider, how it is answered and how orders are found again.</summary>
/// <param name="Name">For a person who reads a failed run.</param>
/// <param name="Idempotency">What the provider is, and says that it is.</param>
/// <param name="RepeatRefusal">What a repeat is refused with where that is not documented; null for the original order.</param>
internal sealed record ProviderKind(string Name, IdempotencyProfile Idempotency, GiftCardErrorCode? RepeatRefusal = null)
{
    private static readonly IdempotencyProfile Keyed = new()
    {
        Repeat = RepeatBehavior.NeverBuysAgain,
        Answer = RepeatAnswer.Original,
        Lookup = LookupAuthority.Authoritative,
    };

    public static IEnumerable<ProviderKind> All { get; } =
    [
        new("never buying again", Keyed),
        new("never buying again, refusing repeats", Keyed with { Answer = RepeatAnswer.Undocumented }, GiftCardErrorCode.InvalidRequest),
        new(
            "never buying again, calling repeats a conflict",
            Keyed with
            {
                Answer = RepeatAnswer.Undocumented,
            },
            GiftCardErrorCode.Conflict
        ),
        new(
            "never buying again, naming the original",
            Keyed with
            {
                Answer = RepeatAnswer.ConflictWithId,
                Lookup = LookupAuthority.HitOnly,
            }
        ),
        new("never buying again and without look-up", new() { Repeat = RepeatBehavior.NeverBuysAgain }),
        new(
            "never buying again for a day",
            Keyed with
            {
                Repeat = RepeatBehavior.NeverWithinLife,
                KeyLife = TimeSpan.FromHours(24),
                Lookup = LookupAuthority.HitOnly,
            }
        ),
        new("buying again", new() { Lookup = LookupAuthority.Authoritative }),
        new("buying again and without look-up", new()),
    ];
}
