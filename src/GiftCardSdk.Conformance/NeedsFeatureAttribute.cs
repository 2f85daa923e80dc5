namespace GiftCardSdk.Conformance;

/// <summary>A suite that makes no sense for an adapter without a feature. Only such a suite can be ruled out, and only while the capabilities lack the feature.</summary>
/// <param name="feature">What the adapter must be able to do.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class NeedsFeatureAttribute(GiftCardFeature feature) : Attribute
{
    /// <summary>What the adapter must be able to do.</summary>
    public GiftCardFeature Feature { get; } = feature;
}
