using GiftCardSdk.Conformance;

namespace GiftCardSdk.Testing.Tests.Conformance;

// One class a suite; what is tested stands in GiftCardSdk.Conformance.

public sealed class Catalog : CatalogConformance<InMemoryFixture>;

public sealed class MoneyOnTheWire : MoneyConformance<InMemoryFixture>;

public sealed class OrderShapes : OrderShapesConformance<InMemoryFixture>;

public sealed class Idempotency : IdempotencyConformance<InMemoryFixture>;

public sealed class LookUp : LookUpConformance<InMemoryFixture>;

public sealed class Status : StatusConformance<InMemoryFixture>;

public sealed class Balances : BalancesConformance<InMemoryFixture>;

public sealed class Paging : PagingConformance<InMemoryFixture>;

public sealed class Listing : ListingConformance<InMemoryFixture>;

public sealed class ErrorMapping : ErrorMappingConformance<InMemoryFixture>;

public sealed class Refusals : RefusalsConformance<InMemoryFixture>;

public sealed class RetrySafety : RetrySafetyConformance<InMemoryFixture>;

public sealed class Cancellation : CancellationConformance<InMemoryFixture>;

public sealed class Crash : CrashConformance<InMemoryFixture>;

public sealed class Restart : RestartConformance<InMemoryFixture>;

public sealed class Limits : LimitsConformance<InMemoryFixture>;

public sealed class Redaction : RedactionConformance<InMemoryFixture>;

public sealed class OpenSets : OpenSetsConformance<InMemoryFixture>;

public sealed class Registration : DependencyInjectionConformance<InMemoryFixture>;

public sealed class Coverage : ConformanceCoverage<InMemoryFixture>;
