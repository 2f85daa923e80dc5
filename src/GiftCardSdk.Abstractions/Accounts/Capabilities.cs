namespace GiftCardSdk;

/// <summary>What an account can do, as data, known before any call.</summary>
public sealed record Capabilities
{
    /// <summary>What it can do besides placing orders.</summary>
    public IReadOnlySet<GiftCardFeature> Features { get; init; } = new HashSet<GiftCardFeature>();

    /// <summary>What one order may hold, one shape per delivery; a delivery without a shape cannot be ordered.</summary>
    public IReadOnlyList<OrderShape> Shapes { get; init; } = [];

    /// <summary>
    /// What the provider does with an order in a currency of which the account has not enough. Unless it refuses, an empty balance is no reason not to
    /// order.
    /// </summary>
    public FundsShortage WhenFundsAreShort { get; init; }

    /// <summary>
    /// How long a list of this account's products stays good by what its provider says of it: what a cache of catalogs goes by. Default ten
    /// minutes, for a provider that says nothing.
    /// </summary>
    public TimeSpan CatalogLife { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>Whether the account can do something.</summary>
    /// <param name="feature">What.</param>
    /// <returns>True if it can.</returns>
    public bool Supports(GiftCardFeature feature) => Features.Contains(feature);

    /// <summary>What one order of a delivery may hold.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <returns>The shape, or null if this account cannot deliver that way.</returns>
    public OrderShape? ShapeFor(Delivery delivery)
    {
        for (var i = 0; i < Shapes.Count; i++)
        {
            if (Shapes[i].Delivery == delivery)
            {
                return Shapes[i];
            }
        }

        return null;
    }
}
