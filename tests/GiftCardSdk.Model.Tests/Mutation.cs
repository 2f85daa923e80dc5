using GiftCardSdk.Adapters;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.Model.Tests;

/// <summary>What is changed in the core for a proof that the model sees it; nothing, as a rule.</summary>
internal class Mutation
{
    public static Mutation None { get; } = new();

    public virtual ProtocolRules? Rules => null;

    public virtual IOrderJournal Journal(IOrderJournal journal) => journal;

    public virtual GiftCardAdapter Adapter(GiftCardAdapter adapter) => adapter;
}
