using GiftCardSdk.Conformance;
using GiftCardSdk.Providers.Conformance;

namespace GiftCardSdk.GiftCardPartners.Tests.Conformance;

// One class a suite; what is tested stands in GiftCardSdk.Conformance, what the documents say in docs/exactly-once.md.

public sealed class Catalog : CatalogConformance<GiftCardPartnersFixture>;

public sealed class MoneyOnTheWire : MoneyConformance<GiftCardPartnersFixture>;

public sealed class OrderShapes : OrderShapesConformance<GiftCardPartnersFixture>;

public sealed class Idempotency : IdempotencyConformance<GiftCardPartnersFixture>;

public sealed class LookUp : LookUpConformance<GiftCardPartnersFixture>;

public sealed class Status : StatusConformance<GiftCardPartnersFixture>;

public sealed class Balances : BalancesConformance<GiftCardPartnersFixture>;

public sealed class Paging : PagingConformance<GiftCardPartnersFixture>;

public sealed class Listing : ListingConformance<GiftCardPartnersFixture>;

public sealed class ErrorMapping : ErrorMappingConformance<GiftCardPartnersFixture>;

public sealed class Refusals : RefusalsConformance<GiftCardPartnersFixture>;

public sealed class RefusalsOfKnownErrors : RefusalsConformance<KnownErrorsFixture>;

public sealed class RetrySafety : RetrySafetyConformance<GiftCardPartnersFixture>;

public sealed class Cancellation : CancellationConformance<GiftCardPartnersFixture>;

public sealed class Crash : CrashConformance<GiftCardPartnersFixture>;

public sealed class Restart : RestartConformance<GiftCardPartnersFixture>;

public sealed class RestartTable() : RestartTableTests<GiftCardPartnersFixture>(new DocsRow("Gift Card Partners"));

public sealed class Limits : LimitsConformance<GiftCardPartnersFixture>;

public sealed class Redaction : RedactionConformance<GiftCardPartnersFixture>;

public sealed class OpenSets : OpenSetsConformance<GiftCardPartnersFixture>;

public sealed class Registration : DependencyInjectionConformance<GiftCardPartnersFixture>;

public sealed class Coverage : ConformanceCoverage<GiftCardPartnersFixture>;
