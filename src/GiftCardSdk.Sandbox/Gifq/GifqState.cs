using System.Globalization;
using GiftCardSdk.Sandbox.Gifq.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>The account's orders, and what can happen to them. Guarded by the twin's lock.</summary>
internal sealed class GifqState(
    GifqTwinOptions options,
    GifqFunds funds,
    GifqDraw draw,
    SandboxLedger ledger,
    Action<DateTimeOffset, Action<DateTimeOffset>> schedule
)
{
    private const int FirstOrder = 77_410;

    private readonly List<GifqOrder> _orders = [];
    private readonly Dictionary<string, GifqOrder> _byReference = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GifqOrder> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GifqRefusal> _usedUp = new(StringComparer.Ordinal);

    /// <summary>All orders, oldest first.</summary>
    public IReadOnlyList<GifqOrder> Orders => _orders;

    public GifqOrder? FindByReference(string reference) => _byReference.GetValueOrDefault(reference);

    public GifqOrder? FindById(string id) => _byId.GetValueOrDefault(id);

    /// <summary>The refusal that used the reference up, where refusals do that.</summary>
    public GifqRefusal? RefusalOf(string reference) => options.RefusedReferencesAreUsedUp ? _usedUp.GetValueOrDefault(reference) : null;

    public void NoteRefusal(string reference, GifqRefusal refusal) => _usedUp.TryAdd(reference, refusal);

    /// <summary>Sells: the order, the money, the stock and the line in the ledger come about together.</summary>
    public GifqOrder Commit(GifqOrderContent content, GifqCharge charge, DateTimeOffset now)
    {
        var id = (FirstOrder + _orders.Count).ToString(CultureInfo.InvariantCulture);
        var delay = GifqSteering.IsSlow(content.Reference) ? options.SlowCompletionDelay : options.CompletionDelay;
        var order = new GifqOrder(id, content, charge, MakeCard(content), now)
        {
            EndsAt = now + delay,
            Fails = GifqSteering.Fails(content.Reference),
        };
        _orders.Add(order);
        _byId.Add(id, order);
        _byReference.Add(content.Reference, order);
        content.Option.Stock--;
        funds.Pay(charge, order);
        ledger.Record(
            new SandboxSale(
                GifqTwin.ProviderName,
                id,
                content.Reference,
                "orders.create",
                Cards: 1,
                content.Currency.MinorUnits(content.FaceValue),
                content.Currency.Code,
                now
            )
            {
                Issue = () => [Issued(order)],
            }
        );
        if (order.Fails)
        {
            schedule(order.EndsAt, due => TakeBack(order, due));
        }

        return order;
    }

    private static SandboxCard Issued(GifqOrder order) =>
        new(order.Content.Brand.Slug, order.Content.Currency.MinorUnits(order.Content.FaceValue))
        {
            Code = order.Made.Code,
            Pin = order.Made.Pin,
            Link = order.Made.Link,
            Challenge = order.Made.LinkChallengeCode,
            Serial = order.Made.Serial,
            SecurityCode = order.Made.SecurityCode,
        };

    private void TakeBack(GifqOrder order, DateTimeOffset now)
    {
        order.Content.Option.Stock++;
        funds.Refund(order, now);
    }

    private Redemption MakeCard(GifqOrderContent content)
    {
        if (GifqSteering.CompletesEmpty(content.Reference))
        {
            return new Redemption();
        }

        return content.Brand.Redemption switch
        {
            GifqRedemptionKind.Code => new() { Code = Code() },
            GifqRedemptionKind.CodeAndPin => new() { Code = Code(), Pin = draw.Digits(4) },
            GifqRedemptionKind.CodePinAndSerial => new()
            {
                Code = Code(),
                Pin = draw.Digits(4),
                Serial = draw.Digits(9),
            },
            GifqRedemptionKind.Link => new() { Link = Link() },
            GifqRedemptionKind.LinkAndChallenge => new() { Link = Link(), LinkChallengeCode = draw.Digits(6) },
            _ => new()
            {
                Code = Code(),
                Serial = draw.Digits(9),
                SecurityCode = draw.Digits(3),
            },
        };
    }

    private string Code() => $"{draw.Code(4)}-{draw.Code(4)}-{draw.Code(4)}";

    private string Link() => "https://cards.example/claim/" + draw.Hex(32);
}
