using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using GiftCardSdk.Adapters;
using GiftCardSdk.Http;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.Schedules.Scenes;

/// <summary>A lock or a check less, or two locks that are taken crosswise.</summary>
internal static class Mutants
{
    public static IReadOnlyDictionary<string, Mutant> All { get; } =
        new Dictionary<string, Mutant>(StringComparer.Ordinal)
        {
            ["none"] = new(),
            ["no-lock"] = new WithoutLock(),
            ["no-check-of-the-journal"] = new AddsWhatIsThere(),
            ["no-check-before-the-send"] = new SellsWithoutAsking(),
            ["locks-taken-crosswise"] = new LocksCrosswise(),
        };

    /// <summary>The coordinator's lock around its flights keeps nobody out.</summary>
    private sealed class WithoutLock : Mutant
    {
        public override void Meddle(OrderCoordinator coordinator) => Seams.StandsOpen = GateOf(coordinator);

        private static Lock GateOf(OrderCoordinator coordinator) =>
            (Lock)typeof(OrderCoordinator).GetField("_gate", BindingFlags.Instance | BindingFlags.NonPublic)!.GetValue(coordinator)!;
    }

    /// <summary>The journal does not look whether another process has the entry already.</summary>
    private sealed class AddsWhatIsThere : Mutant
    {
        public override IOrderJournal Journal(IOrderJournal journal) => new Adding(journal);

        private sealed class Adding(IOrderJournal inner) : SharedJournal(inner)
        {
            public override async ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default)
            {
                await base.TryAddAsync(entry, cancellationToken);
                return true;
            }
        }
    }

    /// <summary>Two processes lock the same two things for a new entry, each in its own order, and now and then wait for each other forever.</summary>
    private sealed class LocksCrosswise : Mutant
    {
        private (SemaphoreSlim First, SemaphoreSlim Second)? _ofTheOther;

        public override IOrderJournal Journal(IOrderJournal journal)
        {
            // Anew for each schedule, in which there are two processes.
            var mine = _ofTheOther is { } other ? (other.Second, other.First) : (new SemaphoreSlim(1), new SemaphoreSlim(1));
            _ofTheOther = _ofTheOther is null ? mine : null;
            return new Locking(journal, mine.Item1, mine.Item2);
        }

        private sealed class Locking(IOrderJournal inner, SemaphoreSlim first, SemaphoreSlim second) : SharedJournal(inner)
        {
            public override async ValueTask<bool> TryAddAsync(JournalEntry entry, CancellationToken cancellationToken = default)
            {
                await first.WaitAsync(CancellationToken.None);
                // A lock that is free is taken without a step, and the other process needs its turn here.
                await Task.Yield();
                await second.WaitAsync(CancellationToken.None);
                var isAdded = await base.TryAddAsync(entry, cancellationToken);
                second.Release();
                first.Release();
                return isAdded;
            }
        }
    }

    /// <summary>The transport lets its permit be taken back, and sells without asking whether it was.</summary>
    private sealed class SellsWithoutAsking : Mutant
    {
        public override GiftCardAdapter Adapter(GiftCardAdapter adapter) => new Careless(adapter);

        private sealed class Careless(GiftCardAdapter inner) : FrontAdapter(inner)
        {
            [SuppressMessage("Reliability", "CA2025", Justification = "The flow is given back before the sale is waited for.")]
            public override Task<Order> SubmitOrderAsync(OrderSubmission submission, CancellationToken cancellationToken)
            {
                SendPermit.Current?.Attach();
                Task<Order> sale;
                using (ExecutionContext.SuppressFlow())
                {
                    // It does not see the permit, and so cannot ask it.
                    sale = Task.Run(() => base.SubmitOrderAsync(submission, CancellationToken.None), CancellationToken.None);
                }

                return Seams.WaitAsync(sale, cancellationToken);
            }
        }
    }
}
