using System.ComponentModel;

namespace GiftCardSdk.Catalog;

/// <summary>The products of one account as they were read, whole. Said to be immutable, so that a process shares one copy instead of reading it anew each time.</summary>
/// <param name="ReadAt">When the reading began.</param>
/// <param name="Products">All products, in the provider's order.</param>
[ImmutableObject(true)]
internal sealed record KeptCatalog(DateTimeOffset ReadAt, IReadOnlyList<Product> Products)
{
    /// <summary>What cannot be read is older than anything may be.</summary>
    public static KeptCatalog Unreadable { get; } = new(DateTimeOffset.MinValue, []);
}
