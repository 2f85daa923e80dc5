using System.Collections.Concurrent;
using GiftCardSdk.Conformance;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Testing.Tests.Conformance;

public sealed class InMemoryFixture : ConformanceFixture
{
    public override Task<ConformanceStage> StartAsync(ConformanceClock clock, CancellationToken cancellationToken) =>
        Task.FromResult<ConformanceStage>(new InMemoryStage(clock));
}

/// <summary>The provider in memory as the kit's stand-in: it misbehaves by its own script.</summary>
internal sealed class InMemoryStage(ConformanceClock clock, IReadOnlyList<OrderShape>? shapes = null)
    : OfflineConformanceStage(clock, "The provider is in the same process: there is no call that could be held, lost or spoiled.")
{
    private static readonly string[] Currencies = ["JPY", "EUR", "USD", "KWD"];

    private readonly ConcurrentQueue<ScriptedEnd> _next = new();
    private readonly InMemoryGiftCardProvider _provider = new(
        new()
        {
            CompletesAfter = TimeSpan.FromSeconds(5),
            Products = Products,
            Shapes = shapes ?? [],
        },
        clock
    );

    public override IReadOnlyList<ConformanceSale> Sales =>
        [
            .. _provider.Ledger.Select(sold => new ConformanceSale(
                sold.ProviderKey,
                sold.OrderId,
                sold.Lines.Sum(line => line.Quantity),
                sold.Lines.Select(line => line.Total).Aggregate(static (sum, total) => sum + total)
            )
            {
                Issued = [.. CardsOf(sold)],
            }),
        ];

    public override IReadOnlyCollection<string> ProductIds => [.. Products.Select(product => product.Id)];

    public override int CreateCalls => _provider.Arrivals;

    private static IReadOnlyList<Product> Products { get; } =
    [
        .. Currencies.Select(currency => new Product
        {
            Provider = "in-memory",
            Id = $"coffee-{currency}",
            Brand = $"Bean & Gone Coffee {currency}",
            Offers =
            [
                new()
                {
                    Currency = currency,
                    Countries = CountrySet.Worldwide,
                    Denominations = new RangeDenominations(Money.Of(5, currency), Money.Of(5000, currency)),
                },
            ],
        }),
    ];

    public override void AddAccount(GiftCardsBuilder builder, string name) => builder.AddInMemory(name, _provider);

    public override OrderRequest OrderFor(Delivery delivery, OrderReference reference) =>
        new()
        {
            Reference = reference,
            Delivery = delivery,
            Message = delivery == Delivery.Returned ? null : new() { Subject = "For you", Body = "With thanks." },
            Lines =
            [
                new()
                {
                    ProductId = "coffee-EUR",
                    FaceValue = Money.Of(25, "EUR"),
                    Recipient = delivery == Delivery.Returned ? null : Pat,
                },
            ],
        };

    public override void Fund(Money available) => _provider.SetBalance(available);

    public override void Withdraw(string productId) => Next(ScriptedEnd.Refused(GiftCardErrorCode.ProductUnavailable), 1);

    public override void StrikeCreates(ConformanceFault fault, int times = 1) => Next(EndOf(fault), times);

    public override void StrikeReads(ConformanceFault fault, int times = int.MaxValue) =>
        _provider.ScriptLookups(_ => times-- > 0 ? ScriptedLookup.Throws(FailureOf(fault)) : ScriptedLookup.Truth);

    public override void Calm()
    {
        _next.Clear();
        _provider.ScriptLookups(null);
    }

    private static IEnumerable<ConformanceCard> CardsOf(SoldOrder sold)
    {
        var isReturned = sold.Delivery == Delivery.Returned;
        return sold
            .Lines.SelectMany(static line => Enumerable.Repeat(line, line.Quantity))
            .Zip(sold.Codes)
            .Select(card => new ConformanceCard(card.First.ProductId, card.First.FaceValue)
            {
                Recipient = card.First.Recipient,
                Code = isReturned ? card.Second : null,
                Link = isReturned ? new Secret($"https://cards.example/{card.Second.Reveal()}") : null,
            });
    }

    private static Recipient Pat { get; } =
        new()
        {
            Name = "Pat Example",
            Email = "pat@person.example",
            Phone = "+4915112345678",
            PostalAddress = new()
            {
                Line1 = "1 Sample Street",
                City = "Sampleton",
                Country = "DE",
            },
        };

    private void Next(ScriptedEnd end, int times)
    {
        foreach (var one in Enumerable.Repeat(end, times))
        {
            _next.Enqueue(one);
        }

        _provider.ScriptOrders(_ => _next.TryDequeue(out var next) ? next : ScriptedEnd.Accepted);
    }

    private static ScriptedEnd EndOf(ConformanceFault fault) =>
        fault switch
        {
            ConformanceFault.RequestLost => ScriptedEnd.RequestLost,
            ConformanceFault.AnswerLost => ScriptedEnd.AnswerLost,
            ConformanceFault.ServerError => ScriptedEnd.ServerError,
            ConformanceFault.ServerErrorAfterSale => ScriptedEnd.ServerErrorAfterSale,
            ConformanceFault.UnreadableAnswer => ScriptedEnd.Throws(
                new GiftCardException("This is no order.", GiftCardErrorCode.UnexpectedResponse, GiftCardOutcome.MayExist),
                isSold: true
            ),
            ConformanceFault.LateSale => ScriptedEnd.SoldLate(TimeSpan.FromSeconds(5)),
            ConformanceFault.RateLimited => ScriptedEnd.RateLimited(TimeSpan.FromSeconds(2)),
            ConformanceFault.RateLimitedForLong => ScriptedEnd.RateLimited(TimeSpan.FromHours(1)),
            ConformanceFault.Unauthorized => ScriptedEnd.Refused(GiftCardErrorCode.Unauthorized),
            _ => throw new ArgumentOutOfRangeException(nameof(fault), fault, "This goes wrong with reads only."),
        };

    private static GiftCardException FailureOf(ConformanceFault fault) =>
        new(
            $"The look-up failed: {fault}.",
            fault == ConformanceFault.Unauthorized ? GiftCardErrorCode.Unauthorized : GiftCardErrorCode.ProviderUnavailable,
            GiftCardOutcome.NotAnOrder
        )
        {
            Provider = "in-memory",
            Account = "conformance",
        };
}
