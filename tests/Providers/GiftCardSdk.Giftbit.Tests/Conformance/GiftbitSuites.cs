using GiftCardSdk.Conformance;
using GiftCardSdk.Providers.Conformance;

namespace GiftCardSdk.Giftbit.Tests.Conformance;

// One class a suite; what is tested stands in GiftCardSdk.Conformance, what the documents say in docs/exactly-once.md.

public sealed class Catalog : CatalogConformance<GiftbitFixture>;

public sealed class MoneyOnTheWire : MoneyConformance<GiftbitFixture>;

public sealed class OrderShapes : OrderShapesConformance<GiftbitFixture>;

public sealed class Idempotency : IdempotencyConformance<GiftbitFixture>;

public sealed class LookUp : LookUpConformance<GiftbitFixture>;

public sealed class Status : StatusConformance<GiftbitFixture>;

public sealed class Balances : BalancesConformance<GiftbitFixture>;

public sealed class Paging : PagingConformance<GiftbitFixture>;

public sealed class Listing : ListingConformance<GiftbitFixture>;

public sealed class ErrorMapping : ErrorMappingConformance<GiftbitFixture>;

public sealed class Refusals : RefusalsConformance<GiftbitFixture>;

public sealed class RetrySafety : RetrySafetyConformance<GiftbitFixture>;

public sealed class Cancellation : CancellationConformance<GiftbitFixture>;

public sealed class Crash : CrashConformance<GiftbitFixture>;

public sealed class Restart : RestartConformance<GiftbitFixture>;

public sealed class RestartTable() : RestartTableTests<GiftbitFixture>(new DocsRow("Giftbit"));

public sealed class Limits : LimitsConformance<GiftbitFixture>;

public sealed class Redaction : RedactionConformance<GiftbitFixture>;

public sealed class OpenSets : OpenSetsConformance<GiftbitFixture>;

public sealed class Registration : DependencyInjectionConformance<GiftbitFixture>;

public sealed class Coverage : ConformanceCoverage<GiftbitFixture>;
