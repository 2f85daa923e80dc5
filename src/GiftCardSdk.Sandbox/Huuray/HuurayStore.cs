using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>An order: the request body, and what became of it. What an answer shows of it depends on the time of the call alone.</summary>
internal sealed record HuurayOrder(JsonObject Asked, HuurayProduct Product, string Uid, string Currency, long PaidPerCard)
{
    public string? RefId => Asked.Text("RefID") is { Length: > 0 } refId ? refId : null;

    public int Value => Asked.Part("Product").Whole("Value") ?? 0;

    public int Quantity => Asked.Part("Product").Whole("Quantity") ?? 0;

    public bool IsSync => Asked.Flag("Sync") == true;

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Null where Huuray delivers nothing.</summary>
    public HuurayTemplate? Template { get; init; }

    /// <summary>When its cards are ready.</summary>
    public required DateTimeOffset ReadyAt { get; init; }

    /// <summary>From when on a search finds it; null for never.</summary>
    public DateTimeOffset? FoundAt { get; init; }

    /// <summary>The cards that are issued, or will be once the order is ready.</summary>
    public IReadOnlyList<HuurayCard> Cards { get; set; } = [];

    public IReadOnlyList<JsonObject> Recipients => Template is null ? [] : Asked.Parts("Recipients");

    public bool IsReady(DateTimeOffset now) => ReadyAt <= now && Cards.Count > 0;

    /// <summary>A single recipient gets all cards; if there are several, each gets one.</summary>
    public JsonObject? RecipientOf(int index) =>
        Recipients.Count switch
        {
            0 => null,
            1 => Recipients[0],
            _ => Recipients[index],
        };
}

/// <summary>A card, and its JSON document with the bearer values.</summary>
internal sealed record HuurayCard(int Id, HuurayOrder Order, JsonObject Document)
{
    /// <summary>The members with bearer values: whoever knows one of them can spend the card.</summary>
    public static IReadOnlyList<string> Bearer { get; } = ["Code", "CVV", "RedeemLink"];

    public bool Cancelled { get; set; }

    /// <summary>Whether the supplier refuses to take it back.</summary>
    public bool CancelRefused { get; set; }

    /// <summary>Whether it cannot be sent again.</summary>
    public bool ResendRefused { get; set; }

    public bool Redeemed { get; set; }

    public bool CanCancel(DateTimeOffset now) => !Cancelled && !Redeemed && !CancelRefused && Order.ExpiresAt > now;

    public bool CanResend(DateTimeOffset now) => !Cancelled && !ResendRefused && Order.ExpiresAt > now && Order.Template is not null;

    /// <summary>The document; the bearer values are blank unless they are disclosed.</summary>
    public JsonObject Show(bool disclosed)
    {
        var shown = Document.Copy();
        foreach (var name in Bearer.Where(name => !disclosed && shown.Has(name)))
        {
            shown[name] = "";
        }

        return shown;
    }
}

/// <summary>The account's money, orders and cards. Guarded by the twin's lock.</summary>
/// <remarks>Nothing here looks for an earlier order with the same <c>RefID</c>: Huuray sells as often as it is asked to.</remarks>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
internal sealed class HuurayStore(
    HuurayTwinOptions options,
    HuurayCurrencies currencies,
    HuurayCatalog catalog,
    SandboxLedger ledger,
    HuurayWebhooks webhooks,
    int seed,
    Action<DateTimeOffset, Action<DateTimeOffset>> schedule
)
{
    private const int FirstCardId = 8_801_001;
    private const string CodeLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly Store<HuurayOrder> _orders = new();
    private readonly List<HuurayCard> _cards = [];
    private readonly Random _random = new(seed);

    /// <summary>What can be spent, in minor units. The balance in EUR needs more than 32 bits on purpose.</summary>
    public SortedDictionary<string, long> Funds { get; } =
        new(StringComparer.Ordinal)
        {
            ["EUR"] = 25_000_000_000,
            ["SEK"] = 900_000_000,
            ["DKK"] = 900_000_000,
            ["GBP"] = 50_000_000,
            ["USD"] = 50_000_000,
            ["JPY"] = 50_000_000,
            ["KWD"] = 5_000_000,
        };

    /// <summary>The tokens of uploaded purchase orders that no order has used yet.</summary>
    public HashSet<string> Files { get; } = new(StringComparer.Ordinal);

    public IReadOnlyList<HuurayOrder> Orders => _orders.All;

    public HuurayOrder? FindOrder(string? uid) => _orders.Find("uid", uid?.ToUpperInvariant());

    /// <summary>The orders with this reference, oldest first; there may be several.</summary>
    public IReadOnlyList<HuurayOrder> WithRefId(string refId) => _orders.With("ref", refId);

    public HuurayCard? FindCard(int id) => _cards.ElementAtOrDefault(id - FirstCardId);

    public string NewUid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes).ToString("D");
    }

    /// <summary>Sells an order: its cards, the money, the stock and the line in the ledger change together. Null if the funds are too low.</summary>
    public HuurayOrder? Sell(JsonObject asked, HuurayTemplate? template, DateTimeOffset now)
    {
        var product = catalog.Find(asked.Part("Product").Text("Token"))!;
        var (value, quantity) = (asked.Part("Product").Whole("Value") ?? 0, asked.Part("Product").Whole("Quantity") ?? 0);
        if (Pay(product, value, quantity) is not { } paid)
        {
            return null;
        }

        var isSync = asked.Flag("Sync") == true;
        var end = isSync ? HuurayAsyncEnd.AllIssued : options.AsyncEnd;
        var ready = isSync ? now : now + options.CompletionDelay;
        var order = new HuurayOrder(asked, product, NewUid(), paid.Currency, paid.PerCard)
        {
            ExpiresAt = asked.Part("Product").Time("Expires") ?? product.LatestExpiry(now),
            Template = template,
            ReadyAt = ready,
            FoundAt = end == HuurayAsyncEnd.NeverFound ? null : ready + options.SearchDelay,
        };
        order.Cards = [.. Enumerable.Range(0, Issued(quantity, end)).Select(index => NewCard(order, index))];
        _orders.Add(order, ("uid", order.Uid.ToUpperInvariant()), ("ref", order.RefId));
        catalog.TakeStock(product, value, quantity);
        Files.Remove(asked.Text("PurchaseOrderFileToken") ?? "");
        Record(order, now);
        PayBack(order, quantity - order.Cards.Count, ready);
        Announce(order);
        return order;
    }

    /// <summary>The recipient opens or redeems a card; only a webhook tells of it. A redeemed card can no longer be cancelled.</summary>
    public void Use(HuurayCard card, string how, DateTimeOffset now)
    {
        if (card.Cancelled || card.Redeemed || card.Order.ExpiresAt <= now || card.Order.ReadyAt > now)
        {
            throw new InvalidOperationException($"Card {card.Id} is not issued yet, or was cancelled, redeemed or has expired.");
        }

        card.Redeemed = how == HuurayWebhooks.Redeemed;
        webhooks.Raise(how, card.Order, [card], now);
    }

    public void Cancel(HuurayCard card, DateTimeOffset now)
    {
        card.Cancelled = true;
        PayBack(card.Order, 1, now);
    }

    public SandboxAnswer Balance(SandboxCall call) =>
        HuurayRules.Answer(
            new JsonObject
            {
                ["Balances"] = Json.Array(
                    Funds.Select(balance => new JsonObject
                    {
                        ["Currency"] = balance.Key,
                        ["Balance"] = balance.Value,
                        ["Master"] = balance.Key == HuurayCurrencies.Master,
                    })
                ),
            }
        );

    private static int Issued(int ordered, HuurayAsyncEnd end) =>
        end switch
        {
            HuurayAsyncEnd.OneMissing => ordered - 1,
            HuurayAsyncEnd.NeverFound => 0,
            _ => ordered,
        };

    // From the balance of the currency, or if that is too low from the balance of the master currency.
    private (string Currency, long PerCard)? Pay(HuurayProduct product, int value, int quantity)
    {
        var (currency, price) = (product.Country.Currency, product.Price(value));
        if (Take(currency, price * quantity))
        {
            return (currency, price);
        }

        return
            options.AutomaticExchange
            && currency != HuurayCurrencies.Master
            && Exchanged(price, currency) is { } exchanged
            && Take(HuurayCurrencies.Master, exchanged * quantity)
            ? (HuurayCurrencies.Master, exchanged)
            : null;
    }

    private bool Take(string currency, long amount)
    {
        var suffices = Funds.GetValueOrDefault(currency) >= amount;
        if (suffices)
        {
            Funds[currency] = Funds.GetValueOrDefault(currency) - amount;
        }

        return suffices;
    }

    // Rounded up: an exchange never favours the customer.
    private long? Exchanged(long amount, string currency) =>
        HuurayCurrencies.Rate(currency, HuurayCurrencies.Master) is { } rate
            ? (long)
                Math.Ceiling(
                    currencies.Major(amount, currency)
                        * rate
                        * (1 + (HuurayCurrencies.SpreadPercent / 100m))
                        * currencies.Minor(1, HuurayCurrencies.Master)
                )
            : null;

    // A synchronous order has said all of itself in its reply.
    private void Announce(HuurayOrder order)
    {
        if (!order.IsSync && order.Cards.Count > 0)
        {
            schedule(order.ReadyAt, due => webhooks.Raise(HuurayWebhooks.Ordered, order, order.Cards, due));
        }

        if (order.Template is not null)
        {
            var planned = order.Asked.Time("DeliveryDatetime") ?? order.ReadyAt;
            schedule(planned > order.ReadyAt ? planned : order.ReadyAt, due => Deliver(order, due));
        }
    }

    private void Deliver(HuurayOrder order, DateTimeOffset now)
    {
        foreach (var card in order.Cards.Where(card => !card.Cancelled))
        {
            webhooks.Raise(HuurayWebhooks.Delivered, order, [card], now);
        }
    }

    private void PayBack(HuurayOrder order, int cards, DateTimeOffset at)
    {
        if (cards > 0)
        {
            schedule(at, _ => Funds[order.Currency] = Funds.GetValueOrDefault(order.Currency) + (order.PaidPerCard * cards));
        }
    }

    private void Record(HuurayOrder order, DateTimeOffset now)
    {
        var amount = (long)order.Value * order.Quantity;
        var currency = order.Product.Country.Currency;
        ledger.Record(
            new SandboxSale(HuurayTwin.ProviderName, order.Uid, order.RefId, "order.create", order.Quantity, amount, currency, now)
            {
                Issue = at => [.. order.Cards.Select(card => CardOf(card, at))],
            }
        );
        ledger.Charge(order.Currency, order.PaidPerCard * order.Quantity);
    }

    private static SandboxCard CardOf(HuurayCard card, DateTimeOffset now) =>
        new(card.Order.Product.Token, card.Order.Value)
        {
            Id = card.Id.ToString(CultureInfo.InvariantCulture),
            State = SandboxCard.StateOf(card.Cancelled, card.Redeemed, card.Order.ExpiresAt <= now, card.Order.IsReady(now)),
            ExpiresAt = card.Order.ExpiresAt,
            Email = card.Document.Part("Recipient").Text("Email"),
            Phone = card.Document.Part("Recipient").Text("Phone"),
            Code = card.Document.Text("Code"),
            SecurityCode = card.Document.Text("CVV"),
            Link = card.Document.Text("RedeemLink"),
        };

    private HuurayCard NewCard(HuurayOrder order, int index)
    {
        var (parts, recipient) = (order.Product.Parts, order.RecipientOf(index));
        var id = FirstCardId + _cards.Count;
        var document = new JsonObject
        {
            ["ID"] = id,
            ["Code"] = parts == HuurayCardParts.LinkOnly ? null : $"HS-{Letters(4)}-{Letters(4)}-{Letters(4)}",
            ["CVV"] = parts == HuurayCardParts.Everything ? _random.Next(100, 1_000).ToString(CultureInfo.InvariantCulture) : null,
            ["RedeemLink"] = parts == HuurayCardParts.CodeOnly ? null : "https://redeem.example.test/" + Letters(24),
            ["Expires"] = Time(order.ExpiresAt),
            ["Recipient"] = recipient is null ? null : Recipient(recipient),
        };
        var card = new HuurayCard(id, order, document);
        _cards.Add(card);
        return card;
    }

    private static JsonObject Recipient(JsonObject asked) =>
        new()
        {
            ["Name"] = asked.Text("Name"),
            ["Email"] = asked.Text("Email"),
            ["Phone"] = asked.Text("Phone"),
            ["RefID"] = asked.Text("RefID"),
        };

    private string Letters(int count) => new(_random.GetItems<char>(CodeLetters, count));

    private string Time(DateTimeOffset time) =>
        time.UtcDateTime.ToString(
            options.TimesWithOffset ? "yyyy-MM-dd'T'HH:mm:ss'Z'" : "yyyy-MM-dd'T'HH:mm:ss",
            CultureInfo.InvariantCulture
        );
}
