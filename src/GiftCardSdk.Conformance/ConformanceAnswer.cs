namespace GiftCardSdk.Conformance;

/// <summary>What the body of an answer holds that was given in place of the provider's.</summary>
public enum ConformanceAnswer
{
    /// <summary>The provider's own error (<see cref="HttpConformanceStage.ErrorBody"/>).</summary>
    Own = 0,

    /// <summary>A page of a gateway, in HTML.</summary>
    Html,

    /// <summary>Nothing.</summary>
    Empty,

    /// <summary>The JSON of a gateway.</summary>
    OtherJson,

    /// <summary>Half of the provider's own error.</summary>
    Cut,
}
