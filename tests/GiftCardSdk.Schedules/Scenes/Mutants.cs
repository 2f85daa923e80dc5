using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using GiftCardSdk.Adapters;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.Schedules.Scenes;

/// <summary>A lock or a check less.</summary>
internal static class Mutants
{
    public static IReadOnlyDictionary<string, Mutant> All { get; } =
        new Dictionary<string, Mutant>(StringComparer.Ordinal)
        {
            ["none"] = new(),
            ["no-lock"] = new WithoutLock(),
            ["no-check-of-the-journal"] = new AddsWhatIsThere(),
            ["no-check-before-the-send"] = new SellsWithoutAsking(),
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
