using GiftCardSdk.Testing;

namespace GiftCardSdk.Model.Tests;

/// <summary>
/// The model: what is true of one reference, and so what the journal may say and what may be done. It sees what goes over the borders (sends,
/// answers, look-ups, failed writes, the ledger) and knows nothing of how the coordinator works.
/// </summary>
internal sealed class Reference(int number, IdempotencyProfile provider)
{
    /// <summary>How long look-ups that fail are gone on with.</summary>
    private static readonly TimeSpan ParkAfter = TimeSpan.FromHours(24);

    public OrderReference Name { get; } = Orders.ReferenceOf(number);

    /// <summary>What the provider has sold under it, says the ledger.</summary>
    public List<SoldOrder> Sold { get; } = [];

    /// <summary>What is on the disk; null while there is nothing.</summary>
    public JournalEntry? Entry { get; set; }

    /// <summary>What the last intent was to buy; null before the first.</summary>
    public Content? Standing { get; set; }

    /// <summary>A send has ended without a certain answer, or not at all, and nothing certain was learned since.</summary>
    public bool MayHaveBought { get; set; }

    /// <summary>An answer or a look-up has named the order.</summary>
    public bool IsKnownBought { get; set; }

    /// <summary>The provider has sold it and refuses its recipient.</summary>
    public bool IsRecipientRefused { get; set; }

    /// <summary>The process died, or could not write: the journal may know less than was learned.</summary>
    public bool IsBehind { get; set; }

    /// <summary>How many sends are under way in the living process.</summary>
    public int Sending { get; set; }

    /// <summary>How many look-ups are under way in the living process: a conflict is looked up before it is written down.</summary>
    public int Looking { get; set; }

    /// <summary>How often it was sent, ever.</summary>
    public int Sends { get; set; }

    /// <summary>When the first send that may have bought was begun.</summary>
    public TimeSpan OpenSince { get; set; }

    /// <summary>When the send was begun that the sale came of, or the last one if there is no sale.</summary>
    public TimeSpan SoldBy { get; set; } = TimeSpan.FromDays(-1);

    /// <summary>When the last send that may have bought ended, or was begun or written down if its process died.</summary>
    public TimeSpan LastHeard { get; set; }

    /// <summary>When the last send was written down, by its process's wall clock.</summary>
    public DateTimeOffset LastIntendedAt { get; set; }

    /// <summary>Whether the last send was a repeat, and refused for good.</summary>
    public bool IsRepeatRefused { get; set; }

    /// <summary>When a look-up was last answered, whatever the answer.</summary>
    public TimeSpan LastAnswer { get; set; } = TimeSpan.MinValue;

    /// <summary>When a look-up last said "not found".</summary>
    public TimeSpan LastMiss { get; set; } = TimeSpan.MinValue;

    /// <summary>Until when the provider may still sell what has arrived.</summary>
    public TimeSpan LateUntil { get; set; }

    /// <summary>The process is dead, and with it what it knew of what was under way.</summary>
    public void Forget()
    {
        IsBehind |= Sending > 0 || Looking > 0;
        (Sending, Looking) = (0, 0);
    }

    /// <summary>Whether the journal may say this now.</summary>
    public bool MayBe(OrderJournalState? state, TimeSpan now)
    {
        var isOpen = (MayHaveBought && !IsKnownBought) || IsBehind;
        var isNotSold = IsNotSold(now);
        return state switch
        {
            null => Standing is null,
            OrderJournalState.Sending => Sending > 0 || Looking > 0 || IsBehind,
            OrderJournalState.Unknown => isOpen,
            OrderJournalState.Parked => isOpen,
            OrderJournalState.Absent => isNotSold && provider.Lookup == LookupAuthority.Authoritative,
            OrderJournalState.Refused => isNotSold && !MayHaveBought,
            OrderJournalState.Accepted => Sold.Count == 1,
            _ => false,
        };
    }

    /// <summary>Whether it is not sold, and what has arrived does not become a sale any more.</summary>
    public bool IsNotSold(TimeSpan now) => Sold.Count == 0 && LateUntil <= now;

    /// <summary>Why it must not be written down that this is going to be bought; null if it may be.</summary>
    public string? ObjectionToIntent(Content content) =>
        content != Standing && (MayHaveBought || Sold.Count > 0) ? "is to buy other content although the first may be bought" : null;

    /// <summary>Why it must not be sent now; null if it may be.</summary>
    public string? ObjectionToSend(TimeSpan now) =>
        MayHaveBought switch
        {
            _ when IsKnownBought && !IsBehind => "it is sent again although it is known to be bought",
            false => null,
            true => (provider.Repeat, provider.Lookup) switch
            {
                (RepeatBehavior.NeverBuysAgain, _) => null,
                (RepeatBehavior.NeverWithinLife, _) when now - OpenSince < provider.KeyLife => null,
                (_, LookupAuthority.Authoritative) when IsQuiet(now) => null,
                _ => "it is sent again although it may be bought, and that buys again",
            },
        };

    /// <summary>Why it must not be believed absent now; null if it may be.</summary>
    public string? ObjectionToAbsence(TimeSpan now) =>
        LastMiss != now ? "it is believed absent without a look-up that says so"
        : MayHaveBought && !IsQuiet(now) ? "it is believed absent before the quiet time is over"
        : null;

    /// <summary>Why it must not be left to a person now; null if it may be: nothing more can be learned of it, and sending it again could buy again or is refused.</summary>
    /// <param name="parked">What is written down.</param>
    /// <param name="now">The true time.</param>
    /// <param name="wallClock">What the process takes for the time.</param>
    public string? ObjectionToParking(JournalEntry parked, TimeSpan now, DateTimeOffset wallClock)
    {
        // By its own measure or by its wall clock, which may have been set forward since the send.
        var isLongOver = IsQuiet(now) && (now - LastHeard >= ParkAfter || wallClock - LastIntendedAt >= ParkAfter);
        var mayLearn = provider.Lookup switch
        {
            LookupAuthority.Authoritative => !isLongOver || LastMiss == now,
            LookupAuthority.HitOnly => !isLongOver && !(LastAnswer == now && IsQuiet(now)),
            _ => false,
        };
        var mayRepeat = provider.MayRepeat(wallClock - parked.FirstSentAt!.Value);
        return mayLearn ? "it is parked although a look-up may still tell, or has told"
            : mayRepeat && !IsRepeatRefused ? "it is parked although it may be sent again"
            : mayRepeat && provider.Lookup == LookupAuthority.HitOnly && LastMiss != now
                ? "it is parked for an answer that proves nothing, although it may be sent again"
            : null;
    }

    /// <summary>What placing this content must come to, if the provider answers at once; null where that is open.</summary>
    public Told? Expect(Content content, SendEnd nextSend) =>
        (MayHaveBought || Sold.Count > 0) switch
        {
            true when content != Standing => Told.Conflict,
            true when IsKnownBought => IsRecipientRefused ? Told.RecipientRefused : Told.Replay,
            true => null,
            false => nextSend switch
            {
                SendEnd.Accepted => Told.Fresh,
                SendEnd.Refused => Told.Refusal,
                SendEnd.RecipientRefused => Told.RecipientRefused,
                _ => null,
            },
        };

    public override string ToString()
    {
        string?[] facts =
        [
            Standing is null ? "never intended" : $"intended as {Standing}",
            MayHaveBought ? "may have bought" : null,
            IsKnownBought ? "known to be bought" : null,
            IsBehind ? "the journal may be behind" : null,
            Sending > 0 ? "being sent" : null,
            Sold.Count switch
            {
                0 => "not sold",
                1 => "sold",
                _ => "sold more than once",
            },
        ];
        return string.Join(", ", facts.OfType<string>());
    }

    private bool IsQuiet(TimeSpan now) => now - LastHeard >= provider.QuietTime;
}

/// <summary>What a caller is told.</summary>
internal enum Told
{
    /// <summary>The order, bought by this call or one that it shared.</summary>
    Fresh,

    /// <summary>The order, bought before.</summary>
    Replay,

    /// <summary>Nothing was bought.</summary>
    Refusal,

    /// <summary>The reference stands for something else.</summary>
    Conflict,

    /// <summary>It is bought, and no card will come of it.</summary>
    RecipientRefused,

    /// <summary>It is not known.</summary>
    Unknown,

    /// <summary>It is not known, and a person decides.</summary>
    Parked,

    /// <summary>It failed, and the order may exist.</summary>
    MayExist,

    /// <summary>Nothing: the caller gave up.</summary>
    Nothing,
}
