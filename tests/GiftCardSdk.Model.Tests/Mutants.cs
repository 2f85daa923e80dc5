using GiftCardSdk.Adapters;
using GiftCardSdk.Http;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.Model.Tests;

/// <summary>Cores with one wrong judgement each.</summary>
internal static class Mutants
{
    /// <summary>Believes a single "not found", whenever it was said.</summary>
    public static Mutation TrustsOneMiss { get; } = new WithRules(new TrustsOneMissRules());

    /// <summary>Forgets that an earlier send may have bought, and so takes the refusal of a repeat for an answer about the order.</summary>
    public static Mutation TrustsRefusals { get; } = new WithRules(new TrustsRefusalsRules());

    /// <summary>Takes any failure for a refusal.</summary>
    public static Mutation TrustsExceptions { get; } = new WithRules(new TrustsExceptionsRules());

    /// <summary>Repeats where that buys again.</summary>
    public static Mutation RepeatsAnyway { get; } = new WithRules(new RepeatsAnywayRules());

    /// <summary>Sends where it was to look.</summary>
    public static Mutation SendsInsteadOfLooking { get; } = new SendsOnLookup();

    /// <summary>Gives up as soon as the quiet time is over, and not after a day of look-ups that fail.</summary>
    public static Mutation ParksTooEarly { get; } = new WithRules(new ParksTooEarlyRules());

    /// <summary>Lets what is parked become refused without a person.</summary>
    public static Mutation FreesWhatIsParked { get; } = new RefusesParked();

    /// <summary>Writes down what it sends only when it knows the end.</summary>
    public static Mutation WritesTooLate { get; } = new SkipsIntents();

    private sealed class WithRules(ProtocolRules rules) : Mutation
    {
        public override ProtocolRules Rules => rules;
    }

    private sealed class TrustsOneMissRules : ProtocolRules
    {
        public override Verdict AfterMiss(Situation now) =>
            now.Answer == LookupAnswer.NotFound ? Verdict.BelieveAbsent : base.AfterMiss(now);
    }

    private sealed class TrustsRefusalsRules : ProtocolRules
    {
        public override JournalEntry Open(JournalEntry sending) => base.Open(sending) with { IsAmbiguous = false };
    }

    private sealed class TrustsExceptionsRules : ProtocolRules
    {
        public override AttemptOutcome Judge(Exception failure, SendPermit permit) => AttemptOutcome.Refused;
    }

    private sealed class RepeatsAnywayRules : ProtocolRules
    {
        public override Verdict AfterMiss(Situation now) => base.AfterMiss(now with { MayRepeat = true });
    }

    private sealed class ParksTooEarlyRules : ProtocolRules
    {
        public override Verdict AfterMiss(Situation now) => base.AfterMiss(now with { IsLongOver = now.QuietTimeOver });
    }

    private sealed class SendsOnLookup : Mutation
    {
        public override GiftCardAdapter Adapter(GiftCardAdapter adapter) => new Resending(adapter);

        private sealed class Resending(GiftCardAdapter inner) : GiftCardAdapter
        {
            public override string Provider => inner.Provider;

            public override Capabilities Capabilities => inner.Capabilities;

            public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken) =>
                inner.SubmitOrderAsync(submission, cancellationToken);

            public override Task<Order> GetOrderAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken) =>
                inner.GetOrderAsync(orderId, detail, cancellationToken);

            public override async Task<OrderLookup> FindOrderAsync(OrderLookupQuery query, CancellationToken cancellationToken)
            {
                var request = query.Request ?? Orders.Request(query.ProviderKey, Content.A);
                return new OrderLookup.Found(await SubmitOrderAsync(new(request, query.ProviderKey), cancellationToken));
            }
        }
    }

    private sealed class RefusesParked : Mutation
    {
        public override IOrderJournal Journal(IOrderJournal journal) =>
            new ChangingJournal(
                journal,
                static entry => entry.State == OrderJournalState.Parked ? entry with { State = OrderJournalState.Refused } : entry
            );
    }

    private sealed class SkipsIntents : Mutation
    {
        public override IOrderJournal Journal(IOrderJournal journal) =>
            new ChangingJournal(journal, static entry => entry.State == OrderJournalState.Sending ? null : entry);
    }

    /// <summary>Writes something else than it is given; nothing where the change says null.</summary>
    private sealed class ChangingJournal(IOrderJournal inner, Func<JournalEntry, JournalEntry?> change) : IOrderJournal
    {
        public bool IsDurable => inner.IsDurable;

        public bool IsExclusive => inner.IsExclusive;

        public ValueTask<ReadOnlyMemory<byte>> GetFingerprintKeyAsync(CancellationToken cancellationToken = default) =>
            inner.GetFingerprintKeyAsync(cancellationToken);

        public ValueTask<JournalEntry?> FindAsync(OrderIdentity identity, CancellationToken cancellationToken = default) =>
            inner.FindAsync(identity, cancellationToken);

        public ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
            change(entry) is { } changed ? inner.TryAddAsync(changed, cancellationToken) : new(true);

        public ValueTask<bool> TryUpdateAsync(JournalEntry entry, CancellationToken cancellationToken = default) =>
            change(entry) is { } changed ? inner.TryUpdateAsync(changed, cancellationToken) : new(true);

        public IAsyncEnumerable<JournalEntry> ListAsync(JournalQuery query, CancellationToken cancellationToken = default) =>
            inner.ListAsync(query, cancellationToken);

        public ValueTask<int> DropTombstonesAsync(DateTimeOffset purgedBefore, CancellationToken cancellationToken = default) =>
            inner.DropTombstonesAsync(purgedBefore, cancellationToken);
    }
}
