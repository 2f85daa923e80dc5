using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>What the app has in one environment; nothing of it is seen from the other. Guarded by the twin's lock.</summary>
internal sealed record GiftronautAccount(bool IsProduction, GiftronautFunds Funds)
{
    private readonly Store<GiftronautOrder> _orders = new();

    public Dictionary<string, GiftronautUse> Keys { get; } = new(StringComparer.Ordinal);

    /// <summary>The default template comes first.</summary>
    public required OrderedDictionary<string, JsonObject> Templates { get; init; }

    public required OrderedDictionary<string, JsonObject> Campaigns { get; init; }

    /// <summary>How many test e-mails were sent, by day.</summary>
    public Dictionary<DateOnly, int> TestEmails { get; } = [];

    public int OrderCount => _orders.All.Count;

    public IEnumerable<GiftronautOrder> NewestFirst => Enumerable.Range(1, OrderCount).Select(index => _orders.All[^index]);

    public GiftronautOrder? Find(string id) => _orders.Find("id", id);

    /// <summary>The orders a key made, newest first: more than one only when it outlived its life.</summary>
    public IEnumerable<GiftronautOrder> WithKey(string key) => Enumerable.Reverse(_orders.With("key", key));

    public void Add(GiftronautOrder order) => _orders.Add(order, ("id", order.Id), ("key", order.Key));
}

/// <summary>What was asked for, checked. A line is a card to be sold, with its amount and, where it is sent, its recipient.</summary>
internal sealed record GiftronautTerms(string OrderType, GiftronautProduct Product, IReadOnlyList<JsonObject> Lines)
{
    public JsonObject? EmailSetting { get; init; }

    public JsonObject? SendTiming { get; init; }

    /// <summary>Valid 30 days instead of 180, and most of what is unredeemed comes back.</summary>
    public bool RefundOption { get; init; }

    public bool IsLinks => OrderType == GiftronautOrders.Link;

    public decimal FaceValue { get; } = Lines.Sum(line => line.Amount("amount") ?? 0);

    /// <summary>What it costs, in US dollars.</summary>
    public decimal TotalCost => GiftronautCurrencies.Cost(FaceValue, Product.Currency);
}

/// <summary>An order as it stands.</summary>
internal sealed class GiftronautOrder(GiftronautTerms terms, GiftronautCall call, string id)
{
    public GiftronautTerms Terms => terms;

    public GiftronautAccount Account => call.Account;

    /// <summary>The app that ordered; the order list can be searched by it.</summary>
    public string Creator => call.Client.Id;

    public string Id => id;

    public string? Key => call.Key;

    public string CreatedAt { get; } = GiftronautRules.Time(call.Now);

    public IReadOnlyList<GiftronautCard> Cards { get; set; } = [];

    public string Status { get; set; } = GiftronautOrders.Pending;

    /// <summary>What was taken from the balance, in US dollars; nothing where the sandbox does not charge.</summary>
    public decimal Charged { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public bool IsComplete => Status == GiftronautOrders.Complete;

    public int BouncedCount => Cards.Count(card => card.Bounced);

    public int SentCount => IsComplete ? Cards.Count - BouncedCount : 0;
}

/// <summary>An issued card as it stands.</summary>
internal sealed class GiftronautCard(GiftronautOrder order, JsonObject line, string link)
{
    public GiftronautOrder Order => order;

    public JsonObject Line => line;

    public decimal Amount => line.Amount("amount") ?? 0;

    /// <summary>Where the recipient redeems it. For a card bought as a link, whoever has it can.</summary>
    public string Link => link;

    /// <summary>Where it was sent last; null where links were bought.</summary>
    public string? Email { get; set; } = line.Text("email");

    public bool Bounced { get; set; }

    public bool Redeemed { get; set; }

    public bool Expired { get; set; }

    public bool IsOpen => order.IsComplete && !Redeemed && !Expired;

    /// <summary>No page of Giftronaut's names the words.</summary>
    public string Status =>
        order.Status == GiftronautOrders.Canceled ? GiftronautOrders.Canceled
        : !order.IsComplete ? GiftronautOrders.Pending
        : Redeemed ? "REDEEMED"
        : Expired ? "EXPIRED"
        : Bounced ? "BOUNCED"
        : "SENT";
}

/// <summary>All accounts, and what happens to their orders. Guarded by the twin's lock.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
internal sealed class GiftronautStore(
    GiftronautTwinOptions options,
    SandboxLedger ledger,
    int seed,
    Action<DateTimeOffset, Action<DateTimeOffset>> schedule
)
{
    public const string BouncePrefix = "bounce";

    private const decimal OpeningBalance = 10_000m;
    private const decimal RefundedShare = 0.7m;
    private const string Letters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    private const string Digits = "0123456789";

    private static readonly TimeSpan UsualLife = TimeSpan.FromDays(180);
    private static readonly TimeSpan RefundableLife = TimeSpan.FromDays(30);

    private readonly Dictionary<bool, GiftronautAccount> _accounts = [];
    private readonly Dictionary<string, GiftronautCard> _cards = new(StringComparer.Ordinal);
    private readonly Random _random = new(seed);
    private readonly HashSet<string> _taken = new(StringComparer.Ordinal);
    private int _linkOrders;
    private int _templates = 31;

    public required GiftronautWebhooks Webhooks { get; init; }

    public GiftronautAccount AccountOf(GiftronautClient client, DateTimeOffset now)
    {
        if (!_accounts.TryGetValue(client.IsProduction, out var account))
        {
            account = new GiftronautAccount(client.IsProduction, new GiftronautFunds(OpeningBalance, now))
            {
                Templates = GiftronautTemplates.Presets(),
                Campaigns = GiftronautCampaigns.Presets(now),
            };
            _accounts.Add(client.IsProduction, account);
        }

        return account;
    }

    public GiftronautCard? FindCard(string link) => _cards.GetValueOrDefault(link);

    public string NewToken() => $"sim.{Hex(16)}.{Hex(16)}";

    public string NewCampaign() => Unique(() => "CA-" + Some(Letters, 8));

    public string NewTemplate() => (++_templates).ToString(CultureInfo.InvariantCulture);

    public string NewFunding(DateTimeOffset now) => Unique(() => $"FN{Day(now)}{Some(Digits, 6)}");

    /// <summary>The order would cost more than there is.</summary>
    public bool IsTooDear(GiftronautCall call, GiftronautTerms terms, out decimal available)
    {
        available = call.Http.BalanceEmpty ? 0m : call.Account.Funds.Available;
        return (call.Http.BalanceEmpty || Charges(call.Account)) && terms.TotalCost > available;
    }

    /// <summary>Sells: the order, its cards, the money and the line in the ledger come about together.</summary>
    public GiftronautOrder Sell(GiftronautCall call, GiftronautTerms terms, string operation)
    {
        var order = new GiftronautOrder(terms, call, terms.IsLinks ? NewLinkOrder(call.Now) : NewOrder(call.Now));
        order.Cards = [.. terms.Lines.Select(line => Issue(order, line))];
        call.Account.Add(order);
        Record(order, operation, call.Now);
        Pay(order, call.Now);
        Begin(order, call.Now);
        return order;
    }

    public static void Cancel(GiftronautOrder order, DateTimeOffset now)
    {
        order.Status = GiftronautOrders.Canceled;
        if (order.Charged > 0)
        {
            order.Account.Funds.Pending -= order.Charged;
            order.Account.Funds.Put("REFUND", order.Charged, order.Id, "Canceled order", now);
        }
    }

    /// <summary>The card is sent again, perhaps elsewhere.</summary>
    public static void Resend(GiftronautCard card, string? updatedEmail)
    {
        card.Email = updatedEmail ?? card.Email;
        card.Bounced = WillBounce(card);
    }

    private GiftronautCard Issue(GiftronautOrder order, JsonObject line)
    {
        var card = new GiftronautCard(order, line, "https://claim.giftronaut.example/r/" + Hex(12));
        _cards.Add(card.Link, card);
        return card;
    }

    private void Record(GiftronautOrder order, string operation, DateTimeOffset now)
    {
        var (product, face) = (order.Terms.Product, order.Terms.FaceValue);
        var amount = GiftronautCurrencies.ToMinorUnits(face, product.Currency);
        ledger.Record(
            new SandboxSale(GiftronautTwin.ProviderName, order.Id, order.Key, operation, order.Cards.Count, amount, product.Currency, now)
            {
                Issue = _ => [.. order.Cards.Select(CardOf)],
            }
        );
    }

    private static SandboxCard CardOf(GiftronautCard card)
    {
        var product = card.Order.Terms.Product;
        return new SandboxCard(product.Id, GiftronautCurrencies.ToMinorUnits(card.Amount, product.Currency))
        {
            Id = card.Link,
            State = SandboxCard.StateOf(card.Order.Status == GiftronautOrders.Canceled, card.Redeemed, card.Expired, card.IsOpen),
            ExpiresAt = card.Order.ExpiresAt,
            Email = card.Email,
            Link = card.Link,
        };
    }

    private bool Charges(GiftronautAccount account) => account.IsProduction || options.SandboxCharges;

    private void Pay(GiftronautOrder order, DateTimeOffset now)
    {
        var (account, funds) = (order.Account, order.Account.Funds);
        if (!Charges(account))
        {
            return;
        }

        var before = funds.Available;
        order.Charged = order.Terms.TotalCost;
        funds.Pending += order.Charged;
        funds.Put("USE", order.Charged, order.Id, order.Terms.Product.Name, now);
        ledger.Charge("USD", GiftronautCurrencies.ToMinorUnits(order.Charged, "USD"));
        Webhooks.Spent(before, funds.Available, now);
        if (!account.IsProduction && funds.Available < options.RefillBelow)
        {
            funds.Put("CHARGE", OpeningBalance - funds.Available, reference: null, "Refill of the virtual balance", now);
        }
    }

    private void Begin(GiftronautOrder order, DateTimeOffset now)
    {
        if (order.Terms.IsLinks)
        {
            Webhooks.LinksCreated(order, now);
        }

        if (GiftronautRules.SendAt(order.Terms.SendTiming) is { } sendAt)
        {
            schedule(sendAt, due => Start(order, due));
        }
        else if (order.Terms.IsLinks || options.PendingDelay > TimeSpan.Zero)
        {
            schedule(now + options.PendingDelay, due => Start(order, due));
        }
        else
        {
            Start(order, now);
        }
    }

    private void Start(GiftronautOrder order, DateTimeOffset now)
    {
        if (order.Status != GiftronautOrders.Pending)
        {
            return;
        }

        order.Status = GiftronautOrders.InProgress;
        if (options.CompleteInCreateReply && options.CompletionDelay == TimeSpan.Zero)
        {
            Complete(order, now);
        }
        else
        {
            schedule(now + options.CompletionDelay, due => Complete(order, due));
        }
    }

    private void Complete(GiftronautOrder order, DateTimeOffset now)
    {
        order.Status = GiftronautOrders.Complete;
        order.Account.Funds.Pending -= order.Charged;
        var expiry = now + (order.Terms.RefundOption ? RefundableLife : UsualLife);
        order.ExpiresAt = expiry;
        schedule(expiry, due => Expire(order, due));
        var bouncing = order.Cards.Where(WillBounce).ToArray();
        if (options.BounceDelay == TimeSpan.Zero)
        {
            Array.ForEach(bouncing, card => card.Bounced = true);
        }

        Webhooks.Delivered(order, now);
        if (bouncing.Length > 0)
        {
            schedule(now + options.BounceDelay, due => Bounce(order, bouncing, due));
        }
    }

    private void Bounce(GiftronautOrder order, GiftronautCard[] cards, DateTimeOffset now)
    {
        Array.ForEach(cards, card => card.Bounced = true);
        Webhooks.Bounced(order, cards, now);
    }

    // With the refund option most of what the lapsed cards cost comes back.
    private static void Expire(GiftronautOrder order, DateTimeOffset now)
    {
        var lapsed = order.Cards.Where(card => card.IsOpen).ToArray();
        Array.ForEach(lapsed, card => card.Expired = true);
        var share = lapsed.Sum(card => card.Amount) / order.Terms.FaceValue;
        var refund = decimal.Round(order.Charged * share * RefundedShare, 2, MidpointRounding.ToZero);
        if (order.Terms.RefundOption && refund > 0)
        {
            order.Account.Funds.Put("REFUND", refund, order.Id, "Unredeemed cards", now);
        }
    }

    private static bool WillBounce(GiftronautCard card) => card.Email?.StartsWith(BouncePrefix, StringComparison.OrdinalIgnoreCase) == true;

    // The shape of the quickstart's ids.
    private string NewOrder(DateTimeOffset now) => Unique(() => $"OT-{Day(now)}-{Some(Letters, 4)}");

    private string NewLinkOrder(DateTimeOffset now) => string.Create(CultureInfo.InvariantCulture, $"LO{Day(now)}{++_linkOrders:D6}");

    private string Some(string letters, int count) => new(_random.GetItems<char>(letters, count));

    private string Hex(int length)
    {
        Span<byte> bytes = stackalloc byte[length];
        _random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private string Unique(Func<string> draw)
    {
        string id;
        do
        {
            id = draw();
        } while (!_taken.Add(id));
        return id;
    }

    private static string Day(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
}
