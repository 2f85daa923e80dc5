using GiftCardSdk.Conformance;
using GiftCardSdk.Providers.Conformance;

namespace GiftCardSdk.Huuray.Tests.Conformance;

// One class a suite; what is tested stands in GiftCardSdk.Conformance, what the documents say in docs/exactly-once.md.

public sealed class Catalog : CatalogConformance<HuurayFixture>;

public sealed class MoneyOnTheWire : MoneyConformance<HuurayFixture>;

public sealed class OrderShapes : OrderShapesConformance<HuurayFixture>;

public sealed class Idempotency : IdempotencyConformance<HuurayFixture>;

public sealed class LookUp : LookUpConformance<HuurayFixture>;

public sealed class Status : StatusConformance<HuurayFixture>;

public sealed class Balances : BalancesConformance<HuurayFixture>;

public sealed class Paging : PagingConformance<HuurayFixture>;

public sealed class ErrorMapping : ErrorMappingConformance<HuurayFixture>;

public sealed class Refusals : RefusalsConformance<HuurayFixture>;

public sealed class RetrySafety : RetrySafetyConformance<HuurayFixture>;

public sealed class Cancellation : CancellationConformance<HuurayFixture>;

public sealed class Crash : CrashConformance<HuurayFixture>;

public sealed class Restart : RestartConformance<HuurayFixture>;

public sealed class RestartTable()
    : RestartTableTests<HuurayFixture>(
        new DocsRow("Huuray", Delivery.Returned),
        new DocsRow("Huuray: e-mail, text message", Delivery.Email, Delivery.Sms)
    );

public sealed class Limits : LimitsConformance<HuurayFixture>;

public sealed class Redaction : RedactionConformance<HuurayFixture>;

public sealed class OpenSets : OpenSetsConformance<HuurayFixture>;

public sealed class Registration : DependencyInjectionConformance<HuurayFixture>;

public sealed class Coverage : ConformanceCoverage<HuurayFixture>
{
    protected override IReadOnlyDictionary<Type, string> NotApplicable { get; } =
        new Dictionary<Type, string> { [typeof(ListingConformance<>)] = "Huuray searches for one order, and lists none by time." };
}
