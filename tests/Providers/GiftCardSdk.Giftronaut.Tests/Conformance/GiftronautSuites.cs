using GiftCardSdk.Conformance;
using GiftCardSdk.Providers.Conformance;

namespace GiftCardSdk.Giftronaut.Tests.Conformance;

// One class a suite; what is tested stands in GiftCardSdk.Conformance, what the documents say in docs/exactly-once.md.

public sealed class Catalog : CatalogConformance<GiftronautFixture>;

public sealed class MoneyOnTheWire : MoneyConformance<GiftronautFixture>;

public sealed class OrderShapes : OrderShapesConformance<GiftronautFixture>;

public sealed class Idempotency : IdempotencyConformance<GiftronautFixture>;

public sealed class LookUp : LookUpConformance<GiftronautFixture>;

public sealed class Status : StatusConformance<GiftronautFixture>;

public sealed class Balances : BalancesConformance<GiftronautFixture>;

public sealed class Paging : PagingConformance<GiftronautFixture>;

public sealed class Listing : ListingConformance<GiftronautFixture>;

public sealed class ErrorMapping : ErrorMappingConformance<GiftronautFixture>;

public sealed class Refusals : RefusalsConformance<GiftronautFixture>;

public sealed class RetrySafety : RetrySafetyConformance<GiftronautFixture>;

public sealed class Cancellation : CancellationConformance<GiftronautFixture>;

public sealed class Crash : CrashConformance<GiftronautFixture>;

public sealed class Restart : RestartConformance<GiftronautFixture>;

public sealed class RestartTable()
    : RestartTableTests<GiftronautFixture>(new DocsRow("Giftronaut") { AfterARestart = "Giftronaut: orders, reward links" });

public sealed class Limits : LimitsConformance<GiftronautFixture>;

public sealed class Redaction : RedactionConformance<GiftronautFixture>;

public sealed class OpenSets : OpenSetsConformance<GiftronautFixture>;

public sealed class Registration : DependencyInjectionConformance<GiftronautFixture>;

public sealed class Coverage : ConformanceCoverage<GiftronautFixture>;
