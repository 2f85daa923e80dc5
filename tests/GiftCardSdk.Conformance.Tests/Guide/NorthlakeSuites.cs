using GiftCardSdk.Conformance;

namespace Northlake.Tests;

// One class a suite: what is tested stands in the kit.

public sealed class Catalog : CatalogConformance<NorthlakeFixture>;

public sealed class MoneyOnTheWire : MoneyConformance<NorthlakeFixture>;

public sealed class OrderShapes : OrderShapesConformance<NorthlakeFixture>;

public sealed class Idempotency : IdempotencyConformance<NorthlakeFixture>;

public sealed class LookUp : LookUpConformance<NorthlakeFixture>;

public sealed class Status : StatusConformance<NorthlakeFixture>;

public sealed class Balances : BalancesConformance<NorthlakeFixture>;

public sealed class Paging : PagingConformance<NorthlakeFixture>;

public sealed class Listing : ListingConformance<NorthlakeFixture>;

public sealed class ErrorMapping : ErrorMappingConformance<NorthlakeFixture>;

public sealed class Refusals : RefusalsConformance<NorthlakeFixture>;

public sealed class RetrySafety : RetrySafetyConformance<NorthlakeFixture>;

public sealed class Cancellation : CancellationConformance<NorthlakeFixture>;

public sealed class Crash : CrashConformance<NorthlakeFixture>;

public sealed class Restart : RestartConformance<NorthlakeFixture>;

public sealed class Limits : LimitsConformance<NorthlakeFixture>;

public sealed class Redaction : RedactionConformance<NorthlakeFixture>;

public sealed class OpenSets : OpenSetsConformance<NorthlakeFixture>;

public sealed class Registration : DependencyInjectionConformance<NorthlakeFixture>;

public sealed class Coverage : ConformanceCoverage<NorthlakeFixture>;
