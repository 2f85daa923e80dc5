using GiftCardSdk.Http;
using GiftCardSdk.Journal.Internal;

namespace GiftCardSdk.Ordering;

/// <summary>
/// Every judgement that the protocol makes, without its mechanics. Virtual for the tests' sake: they prove that the proof fails when one of
/// these is made wrongly.
/// </summary>
internal class ProtocolRules
{
    /// <summary>What a failed send means.</summary>
    public virtual AttemptOutcome Judge(Exception failure, SendPermit permit) =>
        failure switch
        {
            // An attached transport asks before its first byte: what can still be taken back was never sent.
            _ when permit.TryRevoke() => AttemptOutcome.NeverSent,
            GiftCardException { Outcome: GiftCardOutcome.NothingCreated } => AttemptOutcome.Refused,
            GiftCardException { Outcome: GiftCardOutcome.MayExist, OrderId: not null } => AttemptOutcome.Exists,
            _ => AttemptOutcome.Ambiguous,
        };

    /// <summary>The entry of a send that may have bought. From now on a refusal speaks of the repeat only; ambiguity sticks.</summary>
    public virtual JournalEntry Open(JournalEntry sending) => sending.MoveTo(OrderJournalState.Unknown);

    /// <summary>What to do with an order that may have been bought and was not found.</summary>
    public virtual Verdict AfterMiss(Situation now) =>
        now switch
        {
            { MayRepeat: true, MaySend: true } => Verdict.Repeat,
            { IsProvedMiss: true, MayRepeat: false, SenderMayLive: true } => Verdict.Park(
                "another process began the last send and may still be asleep before it; the provider would buy again"
            ),
            { IsProvedMiss: true } => Verdict.BelieveAbsent,
            // A further repeat may yet be answered with the order; while one is safe, an answer that proves nothing decides nothing.
            { RepeatWasRefused: true, MayRepeat: true, Lookup: LookupAuthority.HitOnly, Answer: LookupAnswer.Inconclusive } => Verdict.Wait,
            { RepeatWasRefused: true, CanStillLearn: false } => Verdict.Park(
                "a repeat was refused, which says nothing about the send before it, and the provider cannot tell whether it has the order"
            ),
            { MayRepeat: true } => Verdict.Wait,
            { Lookup: LookupAuthority.None } => Verdict.Park("the provider cannot be asked for it, and sending it again could buy again"),
            { CanStillLearn: false, Answer: LookupAnswer.NotFound, Lookup: LookupAuthority.HitOnly } => Verdict.Park(
                "it was not found, which proves nothing at this provider, and sending it again could buy again"
            ),
            { CanStillLearn: false } => Verdict.Park("no look-up proves anything about it, and sending it again could buy again"),
            _ => Verdict.Wait,
        };
}

/// <summary>What a failed send means.</summary>
internal enum AttemptOutcome
{
    /// <summary>It may have bought.</summary>
    Ambiguous = 0,

    /// <summary>This send bought nothing, the provider says.</summary>
    Refused,

    /// <summary>This send bought nothing, since nothing left.</summary>
    NeverSent,

    /// <summary>The failure names an order that exists.</summary>
    Exists,
}

/// <summary>What is known after a look-up that found nothing.</summary>
/// <param name="Lookup">How much a look-up proves.</param>
/// <param name="Answer">What it said.</param>
/// <param name="QuietTimeOver">Whether the quiet time had passed before the look-up was made.</param>
/// <param name="IsLongOver">Whether it has been looked for so long that going on would be of no use.</param>
/// <param name="WasAnswered">Whether the provider answered the look-up at all, whatever it said.</param>
/// <param name="SenderMayLive">Whether the last send was begun by another process that may still be alive, and has no recorded end.</param>
/// <param name="MayRepeat">Whether a repeat cannot buy a second time now.</param>
/// <param name="MaySend">Whether this call may send again.</param>
/// <param name="RepeatWasRefused">Whether this call has sent again and was refused for good.</param>
internal readonly record struct Situation(
    LookupAuthority Lookup,
    LookupAnswer Answer,
    bool QuietTimeOver,
    bool IsLongOver,
    bool WasAnswered,
    bool SenderMayLive,
    bool MayRepeat,
    bool MaySend,
    bool RepeatWasRefused
)
{
    public bool IsProvedMiss => Lookup == LookupAuthority.Authoritative && Answer == LookupAnswer.NotFound && QuietTimeOver;

    /// <summary>Whether a further look-up may say more than this one. Where a miss proves nothing, an answer that proves nothing is no less of an answer.</summary>
    public bool CanStillLearn =>
        Lookup switch
        {
            LookupAuthority.Authoritative => !IsLongOver,
            LookupAuthority.HitOnly => !IsLongOver && !(WasAnswered && QuietTimeOver),
            _ => false,
        };
}

/// <summary>What to do next with an order that was not found.</summary>
/// <param name="Step">What.</param>
/// <param name="Reason">Why a person must decide; null for the other steps.</param>
internal readonly record struct Verdict(NextStep Step, string? Reason = null)
{
    public static Verdict Wait => new(NextStep.Wait);

    public static Verdict Repeat => new(NextStep.Repeat);

    public static Verdict BelieveAbsent => new(NextStep.BelieveAbsent);

    public static Verdict Park(string reason) => new(NextStep.Park, reason);

    /// <summary>The entry as it is written where nothing is sent: with its end, or, still open, for whoever looks next.</summary>
    public JournalEntry ApplyTo(JournalEntry open) =>
        Step switch
        {
            NextStep.BelieveAbsent => open.MoveTo(OrderJournalState.Absent),
            NextStep.Park => (open with { Reason = Reason }).MoveTo(OrderJournalState.Parked),
            _ => open with { LeaseHolder = null, LeaseUntil = null },
        };
}

/// <summary>What to do next.</summary>
internal enum NextStep
{
    /// <summary>Look again later.</summary>
    Wait = 0,

    /// <summary>Send it again: it cannot buy twice.</summary>
    Repeat,

    /// <summary>Believe that it was not bought.</summary>
    BelieveAbsent,

    /// <summary>Leave it to a person.</summary>
    Park,
}
