using System.Globalization;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.Resolver;

/// <summary>Puts an entry of the journal into words.</summary>
/// <param name="entry">The entry.</param>
/// <param name="profile">What happens at its provider when it is sent twice; null if that is not known here.</param>
/// <param name="isBusy">Whether it is being placed or looked up in this process right now.</param>
/// <param name="isHeldElsewhere">Whether another process, which may be alive, sends it or finds out about it.</param>
/// <param name="now">The time.</param>
internal sealed class OrderExplainer(JournalEntry entry, IdempotencyProfile? profile, bool isBusy, bool isHeldElsewhere, DateTimeOffset now)
{
    private readonly OrderIdentity _identity = entry.Identity;

    public OrderExplanation Explain() => new(entry, [.. Story()], [.. SafeNow()]);

    private IEnumerable<string> Story()
    {
        yield return $"The {Thing} '{_identity.Reference}' was placed on {Time(entry.CreatedAt)} with the account '{_identity.Account}' ({_identity.Provider}, {_identity.Environment}); the provider knows it as '{entry.ProviderKey}'.";
        yield return Sends();
        if (entry.LookupCount > entry.Lookups.Count)
        {
            yield return $"It was looked up {Count(entry.LookupCount, "time")}; the last {entry.Lookups.Count} follow.";
        }

        foreach (var lookup in entry.Lookups)
        {
            yield return $"On {Time(lookup.At)}, after send {Number(lookup.Attempt)}, a look-up said: {Words(lookup)}.";
        }

        if (entry.Decision is { } decision)
        {
            yield return $"On {Time(decision.At)} {decision.By} decided: {decision.Why}.";
        }

        yield return State();
        if (entry.PurgedAt is { } purged)
        {
            yield return $"Its details were purged on {Time(purged)}.";
        }
    }

    private string Sends() =>
        (entry.Attempt, entry.FirstSentAt, entry.LastSentAt) switch
        {
            (0, _, _) or (_, null, _) or (_, _, null) => "It was never sent.",
            (1, { } first, _) => $"It was sent once, on {Time(first)}{Failure}.",
            (var sends, { } first, { } last) =>
                $"It was sent {Count(sends, "time")}, first on {Time(first)}, last on {Time(last)}{Failure}.",
        };

    private string State() =>
        entry.State switch
        {
            Accepted => $"It is accepted: bought as {Ids}.",
            Refused when entry.MovedTo is { } account =>
                $"It has left this account, where nothing was bought, for certain: a planner gave it to the account '{account}'.",
            Refused => "It is refused: nothing was bought, for certain.",
            Absent => "It is believed absent: not found after the quiet time. That is belief, not proof.",
            Parked => $"It is parked, and a person has to decide: {entry.Reason}.",
            Unknown => "It is unknown whether it was bought.",
            _ => "It is being sent, or was when its process ended.",
        };

    private IEnumerable<string> SafeNow() =>
        (entry.State, isBusy) switch
        {
            (Accepted, _) => ["Placing the same reference again returns it and buys nothing."],
            (Refused, _) when entry.MovedTo is not null =>
            [
                "Placing it with the planner again finds the account that it went to; here it buys nothing.",
            ],
            (Refused, _) => ["The same reference may be placed again, with any content; that buys."],
            (Absent, _) =>
            [
                "The same reference may be placed again with the same content: it is looked up once more, then sent.",
                "If it is not wanted any more, nothing needs to be done; should it turn up late, the resolver says so.",
            ],
            (Parked, _) => ByHand(),
            (_, true) => ["It is being placed or looked up in this process at this moment; wait for that."],
            _ when isHeldElsewhere => [$"Another process has it in hand until {Time(entry.LeaseUntil!.Value)}; wait for that."],
            _ => WhileUnknown(),
        };

    private IEnumerable<string> WhileUnknown()
    {
        if (_identity.Operation != OrderIdentity.PlaceOrder)
        {
            yield return "Call the same operation again with the same reference and content: it is looked for first. The resolver cannot do that, since the journal keeps too little to look for it by.";
        }
        else
        {
            yield return $"The same reference may be placed again with the same content: it is looked up first{Repeat}.";
            yield return Resolver;
        }

        yield return "Never place it under a new reference: that would be a second purchase.";
    }

    private string Repeat =>
        profile switch
        {
            null => "",
            { Repeat: RepeatBehavior.NeverBuysAgain } => ", and sent again if need be, which buys nothing twice at this provider",
            { Repeat: RepeatBehavior.NeverWithinLife } when RepeatedUntil is { } until && now <= until =>
                $", and until {Time(until)} sent again if need be, since the provider still knows its key",
            _ => ", and not sent again unless it is believed absent, since a second send could buy again",
        };

    private string Resolver =>
        profile?.Lookup switch
        {
            null => "Configure its account, so that it can be looked up.",
            LookupAuthority.None => "Waiting does not help: the provider cannot be asked for it.",
            LookupAuthority.HitOnly =>
                "Waiting may help: the resolver looks for it. It takes a find for an answer; a miss proves nothing at this provider.",
            _ =>
                $"Waiting helps: the resolver looks for it, and believes it absent if it is still not found {Number((int)profile.QuietTime.TotalMinutes)} minutes after this process first asked.",
        };

    /// <summary>As the protocol does: longer where the provider's own time of the first send is known.</summary>
    private DateTimeOffset? RepeatedUntil =>
        now < entry.FirstSentAt
            ? null
            : entry.FirstSentAt + (entry.FirstSentAtProvider is null ? profile?.KeyLife / 2 : profile?.ResolvingLife);

    private IEnumerable<string> ByHand() =>
        [
            $"Look for '{entry.ProviderKey}', or for an order of that time and value, in the portal of {_identity.Provider}, or ask its support.",
            "If it is there, mark it accepted with its id; if it is certainly not, mark it refused, and the reference is free again.",
            "Until then do not place it under a new reference: that could be a second purchase.",
        ];

    private string Thing => _identity.Operation == OrderIdentity.PlaceOrder ? "order" : $"purchase ({_identity.Operation})";

    private string Ids => string.Join(", ", entry.ProviderOrderIds.Select(id => $"'{id}'"));

    private string Failure => entry.LastErrorCode is { } code ? $"; the last failure was {code}" : "";

    private static string Words(LookupEvidence lookup) =>
        lookup.Answer switch
        {
            LookupAnswer.Found => "found",
            LookupAnswer.NotFound => "not found",
            _ => $"nothing is proved ({lookup.Reason})",
        };

    private static string Count(int count, string what) => $"{Number(count)} {what}s";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd HH:mm:ss 'UTC'", CultureInfo.InvariantCulture);
}
