using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>How far an order or a line has come; the words for it are switches, since one alone is documented.</summary>
internal enum GiftCardPartnersProgress
{
    Pending,
    Completed,
    Failed,
    Cancelled,
    PartiallyCompleted,
}

/// <summary>A line as it stands: what was asked for, priced, and the documents of its cards once it is completed.</summary>
internal sealed record GiftCardPartnersLine(JsonObject Asked, GiftCardPartnersProduct Product, decimal Shipping)
{
    public string Id { get; set; } = "";

    public decimal Value => Asked.Amount("Value") ?? 0;

    public int Quantity => Asked.Whole("Quantity") ?? 1;

    public decimal UnitCost => Product.UnitCost(Value);

    public decimal Cost => UnitCost * Quantity;

    /// <summary>All that the line takes from the deposit.</summary>
    public decimal Charge => Cost + Shipping;

    public GiftCardPartnersProgress Progress { get; set; }

    /// <summary>Processing will fail.</summary>
    public bool IsDoomed { get; set; }

    /// <summary>One a card, with the link and what it asks for; none for cards that are posted.</summary>
    public IReadOnlyList<JsonObject> Claims { get; set; } = [];
}

/// <summary>An order as it stands, and the body it came as.</summary>
internal sealed record GiftCardPartnersOrder(
    JsonObject Asked,
    IReadOnlyList<GiftCardPartnersLine> Lines,
    string Id,
    DateTimeOffset CreatedAt
)
{
    public string PONumber => Asked.Text("PONumber")!;

    public string Type => Asked.Text("Type")!;

    public string Currency => Lines[0].Product.Currency;

    public int Cards => Lines.Sum(line => line.Quantity);

    public decimal Charge => Lines.Sum(line => line.Charge);

    public GiftCardPartnersProgress Progress { get; set; }

    public bool IsPending => Progress == GiftCardPartnersProgress.Pending;
}

/// <summary>The account's deposits, orders and claims, and what can happen to them. Guarded by the twin's lock.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
internal sealed class GiftCardPartnersStore(
    GiftCardPartnersTwinOptions options,
    SandboxLedger ledger,
    Action<DateTimeOffset, Action<DateTimeOffset>> schedule,
    int seed
)
{
    private const decimal OpeningBalance = 25_000_000m;

    private static readonly TimeSpan DelayPerCard = TimeSpan.FromMilliseconds(50);

    private readonly Random _random = new(seed);
    private readonly Store<GiftCardPartnersOrder> _orders = new();
    private readonly HashSet<string> _spentPONumbers = new(StringComparer.Ordinal);
    private readonly Store<JsonObject> _claims = new();
    private readonly HashSet<JsonObject> _claimed = [];

    /// <summary>
    /// What can be spent, in units, one deposit for every currency of the catalog. No conversion is documented, so an order draws on the
    /// deposit in its products' currency.
    /// </summary>
    public SortedDictionary<string, decimal> Available { get; } =
        new(
            GiftCardPartnersCatalog.Currencies.ToDictionary(currency => currency, _ => OpeningBalance, StringComparer.Ordinal),
            StringComparer.Ordinal
        );

    /// <summary>What was asked for and has not arrived; it pays for nothing.</summary>
    public Dictionary<string, decimal> Pending { get; } = new(StringComparer.Ordinal);

    /// <summary>All orders, oldest first.</summary>
    public IReadOnlyList<GiftCardPartnersOrder> Orders => _orders.All;

    /// <summary>Hears of every order that has come to its end.</summary>
    public required Action<GiftCardPartnersOrder, DateTimeOffset> Ended { get; init; }

    public GiftCardPartnersOrder? FindById(string id) => _orders.Find("id", id);

    public GiftCardPartnersOrder? FindByPONumber(string poNumber) => _orders.Find("po", poNumber);

    /// <summary>The number cannot be used again although it belongs to no order.</summary>
    public bool IsSpent(string poNumber) => _spentPONumbers.Contains(poNumber);

    public void Spend(string poNumber) => _spentPONumbers.Add(poNumber);

    /// <summary>Whether the order can be read yet.</summary>
    public bool IsVisible(GiftCardPartnersOrder order, DateTimeOffset now) => order.CreatedAt + options.OrderVisibilityDelay <= now;

    /// <summary>How many orders, from the oldest, can be read yet.</summary>
    public int VisibleCount(DateTimeOffset now)
    {
        var count = Orders.Count;
        while (count > 0 && !IsVisible(Orders[count - 1], now))
        {
            count--;
        }

        return count;
    }

    /// <summary>Sells, or returns null where the deposit does not cover it: money, order, PO number and ledger change together.</summary>
    public GiftCardPartnersOrder? TrySell(JsonObject asked, IReadOnlyList<GiftCardPartnersLine> lines, DateTimeOffset now)
    {
        var (currency, charge) = (lines[0].Product.Currency, lines.Sum(line => line.Charge));
        if (Available.GetValueOrDefault(currency) < charge)
        {
            return null;
        }

        GiveBack(currency, -charge);
        var order = new GiftCardPartnersOrder(asked, lines, NewId(), now);
        _orders.Add(order, ("id", order.Id), ("po", order.PONumber));
        foreach (var (index, line) in lines.Index())
        {
            line.Id = string.Create(CultureInfo.InvariantCulture, $"li-{order.Id["ord-".Length..]}-{index + 1}");
            line.IsDoomed =
                order.Type == GiftCardPartnersRules.Digital
                && line.Asked.Part("DigitalDeliveryAddress").Text("Email") == options.FailingAddress;
        }

        Record(order);
        if (order.Cards <= options.AsyncThreshold)
        {
            Complete(order, now);
        }
        else if (options.AutomaticCompletion)
        {
            schedule(now + options.CompletionDelay + (DelayPerCard * order.Cards), due => Complete(order, due));
        }

        return order;
    }

    /// <summary>Processing ends: every line is completed but those that are bound to fail. Nothing happens to an order that has ended.</summary>
    public void Complete(GiftCardPartnersOrder order, DateTimeOffset now)
    {
        if (!order.IsPending)
        {
            return;
        }

        foreach (var line in order.Lines.Where(line => !line.IsDoomed))
        {
            line.Progress = GiftCardPartnersProgress.Completed;
            line.Claims = order.Type == GiftCardPartnersRules.Shipment ? [] : NewClaims(line);
        }

        CallOff(order.Lines.Where(line => line.IsDoomed), GiftCardPartnersProgress.Failed);
        order.Progress =
            order.Lines.All(line => line.IsDoomed) ? GiftCardPartnersProgress.Failed
            : order.Lines.Any(line => line.IsDoomed) ? GiftCardPartnersProgress.PartiallyCompleted
            : GiftCardPartnersProgress.Completed;
        Ended(order, now);
    }

    /// <summary>A pending order ends without a card, and the money comes back.</summary>
    public void Abandon(GiftCardPartnersOrder order, GiftCardPartnersProgress end, DateTimeOffset now)
    {
        CallOff(order.Lines, end);
        order.Progress = end;
        Ended(order, now);
    }

    /// <summary>A recipient claims a card; the API shows nothing of it.</summary>
    public void Claim(string idOrLink)
    {
        // The value may be a link that claims money, so it is not repeated.
        var claim =
            _claims.Find("claim", idOrLink) ?? throw new ArgumentException("The twin has no claim with this id or link.", nameof(idOrLink));
        if (!_claimed.Add(claim))
        {
            throw new InvalidOperationException($"The card {claim.Text("Id")} was claimed before.");
        }
    }

    private void CallOff(IEnumerable<GiftCardPartnersLine> lines, GiftCardPartnersProgress end)
    {
        foreach (var line in lines)
        {
            line.Progress = end;
            GiveBack(line.Product.Currency, line.Charge);
        }
    }

    private void GiveBack(string currency, decimal amount) => Available[currency] = Available.GetValueOrDefault(currency) + amount;

    private void Record(GiftCardPartnersOrder order)
    {
        var currency = order.Currency;
        var faceValue = GiftCardPartnersRules.MinorUnits(order.Lines.Sum(line => line.Value * line.Quantity), currency);
        ledger.Record(
            new(
                GiftCardPartnersTwin.ProviderName,
                order.Id,
                order.PONumber,
                GiftCardPartnersOrders.CreateOperation,
                order.Cards,
                faceValue,
                currency,
                order.CreatedAt
            )
            {
                Issue = _ => [.. order.Lines.SelectMany(Issued)],
            }
        );
        ledger.Charge(currency, GiftCardPartnersRules.MinorUnits(order.Charge, currency));
    }

    private IEnumerable<SandboxCard> Issued(GiftCardPartnersLine line)
    {
        var address = line.Asked.Part("DigitalDeliveryAddress");
        var isOver = line.Progress is GiftCardPartnersProgress.Failed or GiftCardPartnersProgress.Cancelled;
        var isDone = line.Progress == GiftCardPartnersProgress.Completed;
        var card = new SandboxCard(line.Product.Id, GiftCardPartnersRules.MinorUnits(line.Value, line.Product.Currency))
        {
            Email = address.Text("Email"),
            Phone = address.Text("Sms"),
        };
        return Enumerable
            .Range(0, line.Quantity)
            .Select(index => line.Claims.ElementAtOrDefault(index))
            .Select(claim =>
                card with
                {
                    Id = claim.Text("Id"),
                    State = SandboxCard.StateOf(isOver, claim is not null && _claimed.Contains(claim), isExpired: false, isDone),
                    Link = claim.Text("ClaimLink"),
                    Challenge = claim.Text("ClaimLinkChallengeAnswer"),
                }
            );
    }

    private JsonObject[] NewClaims(GiftCardPartnersLine line)
    {
        var barcode = line.Product.BarcodeType;
        var claims = new JsonObject[line.Quantity];
        for (var i = 0; i < claims.Length; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"clm-{line.Id["li-".Length..]}-{i + 1}");
            var answer = _random.Next(10_000).ToString("D4", CultureInfo.InvariantCulture);
            var link = "https://claim.sandbox.example/c/" + Hex(16);
            claims[i] = new JsonObject
            {
                ["Id"] = id,
                ["ClaimLink"] = link,
                ["ClaimLinkChallengeAnswer"] = answer,
                ["BarcodePath"] = barcode is null ? null : $"https://img.sandbox.example/barcodes/{id}.png",
                ["BarcodeType"] = barcode,
            };
            _claims.Add(claims[i], ("claim", id), ("claim", link));
        }

        return claims;
    }

    private string NewId()
    {
        string id;
        do
        {
            id = "ord-" + Hex(5);
        } while (FindById(id) is not null);

        return id;
    }

    private string Hex(int length)
    {
        Span<byte> bytes = stackalloc byte[length];
        _random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
