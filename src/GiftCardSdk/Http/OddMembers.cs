namespace GiftCardSdk.Http;

/// <summary>What could not be read in an answer that is served nevertheless: members that were left out, and rows of lists. Holds names, never a value.</summary>
public sealed class OddMembers
{
    private Dictionary<string, int>? _counts;

    /// <summary>How often each member was odd, by its path such as <c>Vouchers[].Expires</c>. Of a row that was left out, the member that made it unreadable.</summary>
    public IReadOnlyDictionary<string, int> Counts => _counts ?? [];

    /// <summary>Notes a member.</summary>
    /// <param name="member">Its path, made of the names that documents give; never of names that a provider sent.</param>
    /// <param name="count">How often.</param>
    public void Add(string member, int count = 1)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(member);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        _counts ??= new(StringComparer.Ordinal);
        _counts[member] = _counts.GetValueOrDefault(member) + count;
    }

    /// <summary>Notes all that another reading has noted.</summary>
    /// <param name="others">Its notes.</param>
    public void Add(OddMembers others)
    {
        ArgumentNullException.ThrowIfNull(others);
        foreach (var (member, count) in others.Counts)
        {
            Add(member, count);
        }
    }
}

/// <summary>A wire type whose converter reads rows or envelopes by itself (<see cref="WireReader"/>), and what it could not read there.</summary>
public interface IHasOddMembers
{
    /// <summary>What could not be read.</summary>
    OddMembers OddMembers { get; }
}
