namespace GiftCardSdk.Conformance.Running;

/// <summary>What the kit consists of.</summary>
internal static class AllSuites
{
    /// <summary>Every suite of the kit, as open generic types.</summary>
    public static IReadOnlyList<Type> Types { get; } =
    [
        typeof(CatalogConformance<>),
        typeof(MoneyConformance<>),
        typeof(OrderShapesConformance<>),
        typeof(IdempotencyConformance<>),
        typeof(LookUpConformance<>),
        typeof(StatusConformance<>),
        typeof(BalancesConformance<>),
        typeof(PagingConformance<>),
        typeof(ListingConformance<>),
        typeof(ErrorMappingConformance<>),
        typeof(RefusalsConformance<>),
        typeof(RetrySafetyConformance<>),
        typeof(CancellationConformance<>),
        typeof(CrashConformance<>),
        typeof(RestartConformance<>),
        typeof(LimitsConformance<>),
        typeof(RedactionConformance<>),
        typeof(OpenSetsConformance<>),
        typeof(DependencyInjectionConformance<>),
    ];
}
