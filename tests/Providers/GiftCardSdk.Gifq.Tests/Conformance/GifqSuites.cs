using GiftCardSdk.Conformance;
using GiftCardSdk.Providers.Conformance;

namespace GiftCardSdk.Gifq.Tests.Conformance;

// One class a suite; what is tested stands in GiftCardSdk.Conformance, what the documents say in docs/exactly-once.md.

public sealed class Catalog : CatalogConformance<GifqFixture>;

public sealed class MoneyOnTheWire : MoneyConformance<GifqFixture>;

public sealed class OrderShapes : OrderShapesConformance<GifqFixture>;

public sealed class Idempotency : IdempotencyConformance<GifqFixture>;

public sealed class LookUp : LookUpConformance<GifqFixture>;

public sealed class Status : StatusConformance<GifqFixture>;

public sealed class Balances : BalancesConformance<GifqFixture>;

public sealed class Paging : PagingConformance<GifqFixture>;

public sealed class Listing : ListingConformance<GifqFixture>;

public sealed class ErrorMapping : ErrorMappingConformance<GifqFixture>;

public sealed class Refusals : RefusalsConformance<GifqFixture>;

public sealed class RetrySafety : RetrySafetyConformance<GifqFixture>;

public sealed class Cancellation : CancellationConformance<GifqFixture>;

public sealed class Crash : CrashConformance<GifqFixture>;

public sealed class Restart : RestartConformance<GifqFixture>;

public sealed class RestartTable() : RestartTableTests<GifqFixture>(new DocsRow("GIFQ"));

public sealed class Limits : LimitsConformance<GifqFixture>;

public sealed class Redaction : RedactionConformance<GifqFixture>;

public sealed class OpenSets : OpenSetsConformance<GifqFixture>;

public sealed class Registration : DependencyInjectionConformance<GifqFixture>;

public sealed class Coverage : ConformanceCoverage<GifqFixture>;
