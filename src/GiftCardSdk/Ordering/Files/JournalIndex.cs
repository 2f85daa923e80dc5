using System.Runtime.InteropServices;

namespace GiftCardSdk.Ordering.Files;

/// <summary>
/// Where the last record of every order lies. An order costs 36 bytes of a table that grows by a quarter at a time, so at most 64; its details
/// stay in the file.
/// </summary>
internal sealed class JournalIndex
{
    private readonly Dictionary<IdentityHash, IndexSlot> _slots = [];

    public int Count => _slots.Count;

    public IEnumerable<KeyValuePair<IdentityHash, IndexSlot>> All => _slots;

    public IndexSlot? Find(IdentityHash hash) => _slots.TryGetValue(hash, out var slot) ? slot : null;

    public void Set(IdentityHash hash, IndexSlot slot)
    {
        // Left to itself the table doubles, and half of it would be empty.
        if (_slots.Count == _slots.Capacity)
        {
            _slots.EnsureCapacity(_slots.Count + (_slots.Count / 4) + 1);
        }

        CollectionsMarshal.GetValueRefOrAddDefault(_slots, hash, out _) = slot;
    }

    /// <summary>Where the last records lie, in the order of the file.</summary>
    public long[] SortedOffsets()
    {
        var offsets = new long[_slots.Count];
        var at = 0;
        foreach (var slot in _slots.Values)
        {
            offsets[at++] = slot.Offset;
        }

        Array.Sort(offsets);
        return offsets;
    }

    public void Remove(IdentityHash hash) => _slots.Remove(hash);
}

/// <summary>Offset, state and whether it is a tombstone, in eight bytes.</summary>
internal readonly record struct IndexSlot
{
    private const int OffsetShift = 8;
    private const long TombstoneBit = 0x80;
    private const long StateMask = 0x7F;

    private readonly long _packed;

    public IndexSlot(long offset, OrderJournalState state, bool isTombstone) =>
        _packed = (offset << OffsetShift) | (isTombstone ? TombstoneBit : 0) | (long)state;

    /// <summary>Where the record begins in the file.</summary>
    public long Offset => _packed >> OffsetShift;

    public OrderJournalState State => (OrderJournalState)(_packed & StateMask);

    public bool IsTombstone => (_packed & TombstoneBit) != 0;
}
