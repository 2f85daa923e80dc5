using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>An order as it stands: the body it came as, and what became of it. What it shows is a function of the instant.</summary>
/// <param name="Asked">The body.</param>
/// <param name="Brand">What it names.</param>
/// <param name="Option">The one product option that sells it.</param>
/// <param name="Charge">What it cost.</param>
/// <param name="Id">The provider's id.</param>
/// <param name="Card">The codes, whether they can be seen yet or not; all six members are there.</param>
/// <param name="CreatedAt">When it was made.</param>
internal sealed record GifqOrder(
    JsonObject Asked,
    GifqBrand Brand,
    GifqOption Option,
    GifqCharge Charge,
    string Id,
    JsonObject Card,
    DateTimeOffset CreatedAt
)
{
    public string Reference => Asked.Text("reference")!;

    public decimal FaceValue => Asked.Amount("face_value") ?? 0;

    public GifqCurrency Currency => GifqCurrencies.Get(Option.Currency);

    /// <summary>When it is completed, or fails.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public bool Fails => Reference.StartsWith("sim-fail-", StringComparison.Ordinal);

    /// <summary>Spent by its recipient; nothing that GIFQ answers tells of it.</summary>
    public bool Redeemed { get; set; }

    public DateTimeOffset? ExpiresAt => Option.ValidMonths is { } months ? CreatedAt.AddMonths(months) : null;

    public SandboxCardState State(DateTimeOffset now) =>
        SandboxCard.StateOf(HasEnded(now) && Fails, Redeemed, ExpiresAt <= now, IsCompleted(now));

    public bool HasEnded(DateTimeOffset now) => EndsAt <= now;

    public bool IsCompleted(DateTimeOffset now) => HasEnded(now) && !Fails;

    public string Status(DateTimeOffset now) =>
        !HasEnded(now) ? "pending"
        : Fails ? "failed"
        : "completed";
}

/// <summary>The account's orders. A reference that has bought once never buys again. Guarded by the twin's lock.</summary>
/// <remarks>Beginnings of a reference steer the twin; they are the sandbox's, not GIFQ's.</remarks>
internal sealed class GifqOrders(
    GifqTwinOptions options,
    GifqCatalog catalog,
    GifqFunds funds,
    GifqDraw draw,
    GifqReplies replies,
    SandboxLedger ledger,
    Action<DateTimeOffset, Action<DateTimeOffset>> schedule
)
{
    private const int FirstOrder = 77_410;

    private static readonly TimeSpan SlowCompletion = TimeSpan.FromMinutes(10);

    private static readonly string[] CardMembers = ["code", "pin", "link", "link_challenge_code", "serial", "security_code"];

    private readonly Store<GifqOrder> _orders = new();
    private readonly Dictionary<string, SandboxAnswer> _refused = new(StringComparer.Ordinal);

    public static Shape Body { get; } =
        Shape.Open(
            ("brand", Shape.Text),
            ("currency", Shape.Text),
            ("face_value", Shape.Amount),
            ("country", Shape.Text),
            ("reference", Shape.Text),
            ("payment_currency", Shape.Text)
        );

    public SandboxAnswer Create(SandboxCall call, JsonObject body)
    {
        if (body.Text("reference") is not { } reference || string.IsNullOrWhiteSpace(reference))
        {
            return replies.InvalidOrder("reference is missing");
        }

        if (_orders.Find("reference", reference) is { } original)
        {
            return Repeat(original, call.Now);
        }

        if (options.RefusedReferencesAreUsedUp && _refused.TryGetValue(reference, out var usedUp))
        {
            return usedUp;
        }

        var answer = Sell(call, body);
        if (answer.Status != StatusCodes.Status201Created)
        {
            _refused.TryAdd(reference, answer);
        }

        return answer;
    }

    public SandboxAnswer List(SandboxCall call) => replies.Page(call, _orders.All, backwards: true, order => Listed(order, call.Now));

    public SandboxAnswer Get(SandboxCall call) =>
        _orders.Find("id", call.Route("id")) is { } order ? replies.One(Read(order, call.Now)) : replies.Unknown("order");

    public void Redeem(string id, DateTimeOffset now)
    {
        var order = _orders.Find("id", id) ?? throw new ArgumentException("The twin has no card with this id.", nameof(id));
        var isOpen = order.State(now) == SandboxCardState.Open;
        order.Redeemed = isOpen ? true : throw new InvalidOperationException($"The card of order {id} is {order.State(now)}, not open.");
    }

    private SandboxAnswer Repeat(GifqOrder original, DateTimeOffset now) =>
        options.DuplicateAnswer == GifqDuplicateAnswer.Error || original.Reference.StartsWith("sim-dup422-", StringComparison.Ordinal)
            ? replies.InvalidOrder($"Reference {original.Reference} has been used")
            : replies.One(Created(original, now));

    private SandboxAnswer Sell(SandboxCall call, JsonObject body)
    {
        if (Complain(body) is { } complaint)
        {
            return replies.InvalidOrder(complaint);
        }

        var (slug, currency, country) = (body.Text("brand")!, body.Text("currency")!, body.Text("country")!);
        var value = body.Amount("face_value") ?? 0;
        var brand = call.ProductGone ? null : catalog.Find(slug);
        if (brand?.Find(currency, value, country) is not { } option)
        {
            return replies.InvalidOrder(
                FormattableString.Invariant($"Nothing on sale matches brand {slug}, country {country}, {value} {currency}")
            );
        }

        if (option.Stock <= 0)
        {
            return replies.InvalidOrder($"Brand {slug} is out of stock");
        }

        var (own, paid) = (GifqCurrencies.Get(currency), GifqCurrencies.Get(body.Text("payment_currency") ?? currency));
        var charge = funds.PriceCard(own, value, option.Discount, paid);
        return call.BalanceEmpty || !funds.CanPay(charge)
            ? replies.InvalidOrder($"Balance too low in {charge.Currency}")
            : replies.One(Created(Commit(body, brand, option, charge, call.Now), call.Now), StatusCodes.Status201Created);
    }

    private static string? Complain(JsonObject body)
    {
        if (Array.Find(["brand", "currency", "country"], name => string.IsNullOrWhiteSpace(body.Text(name))) is { } missing)
        {
            return $"{missing} is missing";
        }

        if (body.Amount("face_value") is not > 0)
        {
            return "face_value must be a number above zero";
        }

        var (currency, payment) = (body.Text("currency"), body.Text("payment_currency") ?? body.Text("currency"));
        return GifqCurrencies.Find(payment) is null ? $"{payment} is not a currency orders can be paid in"
            : GifqCurrencies.Find(currency)?.CanHold(body.Amount("face_value") ?? 0) == false
                ? $"face_value has more decimals than {currency}"
            : null;
    }

    // The order, the money, the stock and the line in the ledger come about together.
    private GifqOrder Commit(JsonObject body, GifqBrand brand, GifqOption option, GifqCharge charge, DateTimeOffset now)
    {
        var id = (FirstOrder + _orders.All.Count).ToString(CultureInfo.InvariantCulture);
        var reference = body.Text("reference")!;
        var order = new GifqOrder(body, brand, option, charge, id, NewCard(reference, brand), now)
        {
            EndsAt = now + (reference.StartsWith("sim-slow-", StringComparison.Ordinal) ? SlowCompletion : options.CompletionDelay),
        };
        _orders.Add(order, ("id", id), ("reference", reference));
        option.Stock--;
        funds.Pay(order);
        var amount = order.Currency.MinorUnits(order.FaceValue);
        ledger.Record(
            new SandboxSale(GifqTwin.ProviderName, id, reference, "orders.create", Cards: 1, amount, option.Currency, now)
            {
                Issue = at => [CardOf(order, at)],
            }
        );
        if (order.Fails)
        {
            schedule(order.EndsAt, due => TakeBack(order, due));
        }

        return order;
    }

    private void TakeBack(GifqOrder order, DateTimeOffset now)
    {
        order.Option.Stock++;
        funds.Refund(order, now);
    }

    private static SandboxCard CardOf(GifqOrder order, DateTimeOffset now) =>
        new(order.Brand.Slug, order.Currency.MinorUnits(order.FaceValue))
        {
            Id = order.Id,
            State = order.State(now),
            ExpiresAt = order.ExpiresAt,
            Code = order.Card.Text("code"),
            Pin = order.Card.Text("pin"),
            Link = order.Card.Text("link"),
            Challenge = order.Card.Text("link_challenge_code"),
            Serial = order.Card.Text("serial"),
            SecurityCode = order.Card.Text("security_code"),
        };

    private JsonObject NewCard(string reference, GifqBrand brand)
    {
        var card = new JsonObject(CardMembers.Select(name => KeyValuePair.Create<string, JsonNode?>(name, null)));
        if (reference.StartsWith("sim-empty-", StringComparison.Ordinal))
        {
            return card;
        }

        if (brand.Redemption is GifqRedemptionKind.Link or GifqRedemptionKind.LinkAndChallenge)
        {
            card["link"] = "https://cards.example/claim/" + draw.Hex(32);
        }
        else
        {
            card["code"] = $"{draw.Letters(4)}-{draw.Letters(4)}-{draw.Letters(4)}";
        }

        (string Name, int Digits)[] others = brand.Redemption switch
        {
            GifqRedemptionKind.CodeAndPin => [("pin", 4)],
            GifqRedemptionKind.CodePinAndSerial => [("pin", 4), ("serial", 9)],
            GifqRedemptionKind.LinkAndChallenge => [("link_challenge_code", 6)],
            GifqRedemptionKind.CodeSerialAndSecurityCode => [("serial", 9), ("security_code", 3)],
            _ => [],
        };
        foreach (var (name, digits) in others)
        {
            card[name] = draw.Digits(digits);
        }

        return card;
    }

    // The answer to a create, and to its repeat: short, and with the id under both names.
    private JsonObject Created(GifqOrder order, DateTimeOffset now)
    {
        var reply = new JsonObject
        {
            ["id"] = order.Id,
            ["order_id"] = UsualNames ? order.Id : null,
            ["reference"] = order.Reference,
            ["status"] = replies.Word(order.Status(now)),
            ["currency"] = order.Option.Currency,
            ["face_value"] = order.FaceValue,
            ["payment_currency"] = order.Charge.IsConverted ? order.Charge.Currency : null,
            ["fx_fee"] = funds.ShowFee(order.Charge),
        }.WithoutNulls();
        var card = order.IsCompleted(now) ? Card(order) : null;
        if (options.RedemptionPlace == GifqRedemptionPlace.Container)
        {
            reply[replies.Name("redeem_details")] = card;
            return reply;
        }

        reply[replies.Name("redeem_details")] = null;
        return card is null ? reply : reply.With(card.WithoutNulls());
    }

    private JsonObject Read(GifqOrder order, DateTimeOffset now)
    {
        var completed = order.IsCompleted(now);
        var reply = Named(Created(order, now), order).With(Details(order, now));
        if (completed)
        {
            reply["instructions"] = order.Brand.Instructions;
        }

        if (completed && order.ExpiresAt is { } expiry)
        {
            reply["expires_at"] = GifqReplies.Time(expiry);
        }

        return reply;
    }

    private JsonObject Listed(GifqOrder order, DateTimeOffset now)
    {
        var row = Named(Created(order, now), order);
        return options.ListedOrder == GifqListedOrder.Minimal
            ? row.Pick("id", "order_id", "reference", "status")
            : row.Pick("id", "order_id", "reference", "status", "currency", "face_value", "payment_currency", "fx_fee")
                .With(Details(order, now));
    }

    // Read, an order has its id under one name only.
    private JsonObject Named(JsonObject reply, GifqOrder order)
    {
        reply.Remove(UsualNames ? "order_id" : "id");
        reply[UsualNames ? "id" : "order_id"] = order.Id;
        return reply;
    }

    private static JsonObject Details(GifqOrder order, DateTimeOffset now) =>
        new JsonObject
        {
            ["brand"] = order.Brand.Slug,
            ["title"] = order.Brand.Title,
            ["country"] = order.Asked.Text("country"),
            ["amount"] = GifqFunds.Net(order.Currency, order.FaceValue, order.Option.Discount),
            ["discount"] = order.Option.Discount,
            ["created_at"] = GifqReplies.Time(order.CreatedAt),
            ["updated_at"] = GifqReplies.Time(order.HasEnded(now) ? order.EndsAt : order.CreatedAt),
        }.WithoutNulls();

    private JsonObject Card(GifqOrder order)
    {
        var card = order.Card.Without("serial");
        card.Insert(4, replies.Name("serial"), order.Card.Text("serial"));
        return card;
    }

    private bool UsualNames => options.Names == GifqNames.Usual;
}
