using GiftCardSdk.Adapters;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.Schedules.Scenes;

/// <summary>What is taken away from the SDK for a proof that the schedules find it; nothing, as a rule.</summary>
internal class Mutant
{
    public virtual IOrderJournal Journal(IOrderJournal journal) => journal;

    public virtual GiftCardAdapter Adapter(GiftCardAdapter adapter) => adapter;

    public virtual void Meddle(OrderCoordinator coordinator) { }
}
