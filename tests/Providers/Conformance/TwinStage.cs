using GiftCardSdk.Conformance;
using GiftCardSdk.Sandbox;

namespace GiftCardSdk.Providers.Conformance;

/// <summary>
/// What all twins have in common as the kit's stand-ins: the ledger, and their own faults for creates, on the real socket and with the provider's
/// own bodies. Reads are spoiled by the kit.
/// </summary>
internal abstract class TwinStage(ConformanceClock clock, GiftCardSandbox sandbox, ProviderTwin twin) : HttpConformanceStage(clock)
{
    /// <summary>The operations of the twin that sell.</summary>
    protected abstract IReadOnlyList<string> Sells { get; }

    public sealed override IReadOnlyList<ConformanceSale> Sales =>
        [
            .. twin.Ledger.Sales.Select(sale => new ConformanceSale(
                sale.ClientKey ?? "",
                sale.OrderId,
                sale.Cards,
                MoneyOf(sale.AmountInMinorUnits, sale.Currency)
            )
            {
                Issued = [.. sale.Issued.Select(card => CardOf(card, sale.Currency))],
            }),
        ];

    /// <summary>An amount of the ledger; minor units by ISO 4217 unless the wire counts otherwise.</summary>
    protected virtual Money MoneyOf(long units, string currency) => Money.FromMinorUnits(units, currency);

    public sealed override void StrikeCreates(ConformanceFault fault, int times = 1)
    {
        foreach (var operation in Sells)
        {
            twin.Faults.Add(FaultOf(fault) with { Operation = operation, Times = times });
        }
    }

    public sealed override void Calm()
    {
        base.Calm();
        twin.Faults.Clear();
    }

    public sealed override async ValueTask DisposeAsync()
    {
        await sandbox.DisposeAsync();
        await base.DisposeAsync();
    }

    private ConformanceCard CardOf(SandboxCard card, string currency) =>
        new(card.ProductId, MoneyOf(card.AmountInMinorUnits, currency))
        {
            Recipient = card.Email is null && card.Phone is null ? null : new() { Email = card.Email, Phone = card.Phone },
            Code = Secret.OrNull(card.Code),
            Pin = Secret.OrNull(card.Pin),
            Link = Secret.OrNull(card.Link),
            Challenge = Secret.OrNull(card.Challenge),
            Serial = Secret.OrNull(card.Serial),
            SecurityCode = Secret.OrNull(card.SecurityCode),
        };

    private static Fault FaultOf(ConformanceFault fault) =>
        fault switch
        {
            ConformanceFault.RequestLost => new() { Kind = FaultKind.ResetBeforeCommit },
            ConformanceFault.AnswerLost => new() { Kind = FaultKind.ResetAfterCommit },
            ConformanceFault.ServerError => new() { Kind = FaultKind.ServerErrorBeforeCommit },
            ConformanceFault.ServerErrorAfterSale => new() { Kind = FaultKind.ServerErrorAfterCommit },
            ConformanceFault.UnreadableAnswer => new() { Kind = FaultKind.BrokenBody },
            ConformanceFault.LateSale => new() { Kind = FaultKind.LateCommit, Delay = TimeSpan.FromSeconds(5) },
            ConformanceFault.RateLimited => new() { Kind = FaultKind.RateLimited, RetryAfter = TimeSpan.FromSeconds(2) },
            ConformanceFault.RateLimitedForLong => new() { Kind = FaultKind.RateLimited, RetryAfter = TimeSpan.FromHours(1) },
            ConformanceFault.Unauthorized => new() { Kind = FaultKind.Unauthorized },
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "This goes wrong with reads only."),
        };
}
