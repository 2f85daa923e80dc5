using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>A batch of payouts: the body it came as, and what became of it. What it shows is a function of the instant.</summary>
internal sealed record GifqPayoutOrder(JsonObject Asked, JsonObject Campaign, GifqCharge Charge, string Id, DateTimeOffset CreatedAt)
{
    private static readonly TimeSpan DispatchDelay = TimeSpan.FromSeconds(2);

    public int ExpiresInDays => Asked.Whole("expires_in_days") ?? 0;

    public string? CallbackUrl => Asked.Text("callback_url");

    /// <summary>When the last of the e-mails has gone out.</summary>
    public DateTimeOffset DispatchedAt => CreatedAt + DispatchDelay + DispatchDelay;

    public DateTimeOffset ExpiresAt => CreatedAt.AddDays(ExpiresInDays);

    public IReadOnlyList<GifqPayout> Payouts { get; set; } = [];

    public string Status(DateTimeOffset now) =>
        now < CreatedAt + DispatchDelay ? "pending"
        : now < DispatchedAt ? "processing"
        : "completed";
}

/// <summary>One recipient's payout as it stands.</summary>
/// <param name="Order">The batch.</param>
/// <param name="Id">The provider's id.</param>
/// <param name="Token">The credential in the recipient's link. Whoever has it can claim.</param>
/// <param name="Share">The recipient as asked for.</param>
/// <param name="Charge">What it cost.</param>
internal sealed record GifqPayout(GifqPayoutOrder Order, string Id, string Token, JsonObject Share, GifqCharge Charge)
{
    public string Email => Share.Text("email")!;

    public decimal Amount => Share.Amount("amount") ?? 0;

    public string Currency => Share.Text("currency")!;

    public string Status { get; set; } = "pending";

    /// <summary>What the recipient chose; null before, and forever when it was not a card.</summary>
    public string? Brand { get; set; }

    public DateTimeOffset? RedeemedAt { get; set; }

    public bool IsOpen => Status == "pending";
}

/// <summary>The account's batches and payouts. A batch has no key of the client's: sent twice, it is sold twice. Guarded by the twin's lock.</summary>
internal sealed class GifqPayouts(
    GifqCampaigns campaigns,
    GifqCatalog catalog,
    GifqFunds funds,
    GifqDraw draw,
    SandboxWebhooks webhooks,
    GifqReplies replies,
    SandboxLedger ledger,
    Action<DateTimeOffset, Action<DateTimeOffset>> schedule
)
{
    /// <summary>The one event there is.</summary>
    public const string Updated = "payout.updated";

    private const int FirstOrder = 218;
    private const int FirstPayout = 5_507;
    private const int MostRecipients = 1_000;

    private readonly Store<GifqPayoutOrder> _orders = new();
    private readonly Store<GifqPayout> _payouts = new();

    public static Shape Body { get; } =
        Shape.Open(
            ("campaign_id", Shape.Text),
            ("wallet_currency", Shape.Text),
            ("recipients", Shape.List(Recipient, mayHoldNulls: true)),
            ("expires_in_days", Shape.Whole),
            ("callback_url", Shape.Text)
        );

    private static Shape Recipient =>
        Shape.Open(("email", Shape.Text), ("amount", Shape.Amount), ("currency", Shape.Text), ("name", Shape.Text));

    public GifqPayout? Find(string idOrToken) => _payouts.Find("id", idOrToken) ?? _payouts.Find("token", idOrToken);

    public SandboxAnswer Create(SandboxCall call, JsonObject body)
    {
        var campaign = campaigns.Find(body.Text("campaign_id"));
        if ((Complain(campaign, call) ?? Complain(body)) is { } complaint)
        {
            return replies.Invalid(complaint);
        }

        var wallet = GifqCurrencies.Get(body.Text("wallet_currency")!);
        var charges = body.Parts("recipients")
            .Select(share => GifqFunds.Price(share.Amount("amount") ?? 0, GifqCurrencies.Get(share.Text("currency")!), wallet))
            .ToArray();
        var order = new GifqPayoutOrder(body, campaign!, GifqFunds.Sum(charges, wallet.Code), Number("po-", FirstOrder, _orders), call.Now);
        if (call.BalanceEmpty || !funds.CanPay(order.Charge))
        {
            return replies.Invalid($"Balance too low in {wallet.Code}");
        }

        Commit(order, charges, wallet);
        return replies.One(Show(order, call.Now), StatusCodes.Status202Accepted);
    }

    public SandboxAnswer ListOrders(SandboxCall call) => replies.Page(call, _orders.All, order => Show(order, call.Now));

    public SandboxAnswer GetOrder(SandboxCall call) =>
        _orders.Find("id", call.Route("id")) is { } order ? replies.One(Show(order, call.Now)) : replies.Unknown("payout order");

    public SandboxAnswer List(SandboxCall call) => replies.Page(call, _payouts.All, Show);

    /// <summary>The redeem page's data. The link is good for one use, so a payout that has ended is not found.</summary>
    public SandboxAnswer Page(SandboxCall call) =>
        _payouts.Find("token", call.Route("token")) is { IsOpen: true } payout ? replies.One(ShowPage(payout)) : replies.Unknown("payout");

    /// <summary>The recipient has chosen a brand of the campaign, by default the first; null without a card is a redemption as something else.</summary>
    public void Claim(GifqPayout payout, string? brand, bool withCard, DateTimeOffset now)
    {
        var choice = withCard
            ? campaigns.Choice(payout.Order.Campaign).FirstOrDefault(entry => brand is null || entry.Slug == brand)
                ?? throw new ArgumentException($"The campaign does not offer the brand '{brand}'.", nameof(brand))
            : null;
        if (!payout.IsOpen || now < payout.Order.DispatchedAt)
        {
            throw new InvalidOperationException(
                payout.IsOpen
                    ? $"The e-mail of payout {payout.Id} has not gone out yet."
                    : $"Payout {payout.Id} is {payout.Status} already."
            );
        }

        (payout.Status, payout.Brand, payout.RedeemedAt) = ("completed", choice?.Slug, now);
        Tell(payout, now);
    }

    private string? Complain(JsonObject? campaign, SandboxCall call) =>
        campaign is null ? "campaign_id names no campaign"
        : campaign.Text("status") is not "active" ? $"The campaign is {campaign.Text("status")}, not active"
        : call.ProductGone || campaigns.Choice(campaign).Count == 0 ? "The campaign has no brand left to choose"
        : null;

    private static string? Complain(JsonObject body)
    {
        var recipients = body.Parts("recipients");
        return GifqCurrencies.Find(body.Text("wallet_currency")) is null ? "wallet_currency names no currency"
            : body["recipients"] is JsonArray all && all.Contains(null) ? "a recipient is null"
            : recipients.Count is 0 or > MostRecipients ? "recipients has 1 to 1000 entries"
            : body.Whole("expires_in_days") is not > 0 ? "expires_in_days is a whole number from 1"
            : body.Text("callback_url")?.StartsWith("https://", StringComparison.OrdinalIgnoreCase) == false
                ? "callback_url begins with https://"
            : recipients.Select(ComplainOfShare).FirstOrDefault(complaint => complaint is not null);
    }

    private static string? ComplainOfShare(JsonObject share, int index) =>
        share.Text("email") is not { } email || email.IndexOf('@', StringComparison.Ordinal) < 1
            ? $"recipients[{index}]: email is no address"
        : GifqCurrencies.Find(share.Text("currency")) is not { } currency || !currency.CanHold(share.Amount("amount") ?? 0)
            ? $"recipients[{index}]: currency is unknown, or the amount has more decimals"
        : share.Amount("amount") is not > 0 ? $"recipients[{index}]: amount must be above zero"
        : null;

    // The payouts, the money and the line in the ledger come about together.
    private void Commit(GifqPayoutOrder order, GifqCharge[] charges, GifqCurrency wallet)
    {
        var now = order.CreatedAt;
        order.Payouts = [.. order.Asked.Parts("recipients").Select((share, index) => Add(order, share, charges[index]))];
        _orders.Add(order, ("id", order.Id));
        funds.Pay(order);
        var amount = wallet.MinorUnits(order.Charge.Total - order.Charge.FxFee);
        ledger.Record(
            new SandboxSale(GifqTwin.ProviderName, order.Id, null, "payout_orders.create", charges.Length, amount, wallet.Code, now)
            {
                Issue = at => [.. order.Payouts.Select(payout => CardOf(payout, at))],
            }
        );
        schedule(order.DispatchedAt, due => EndAll(order, "failed", due, IsUnreachable));
        schedule(order.ExpiresAt, due => EndAll(order, "expired", due, static _ => true));
    }

    private GifqPayout Add(GifqPayoutOrder order, JsonObject share, GifqCharge charge)
    {
        var payout = new GifqPayout(order, Number("p-", FirstPayout, _payouts), draw.Hex(40), share, charge);
        return _payouts.Add(payout, ("id", payout.Id), ("token", payout.Token));
    }

    private static SandboxCard CardOf(GifqPayout payout, DateTimeOffset now) =>
        new(null, GifqCurrencies.Get(payout.Currency).MinorUnits(payout.Amount))
        {
            Id = payout.Id,
            State = SandboxCard.StateOf(
                payout.Status == "failed",
                payout.Status == "completed",
                payout.Status == "expired",
                now >= payout.Order.DispatchedAt
            ),
            ExpiresAt = payout.Order.ExpiresAt,
            Email = payout.Email,
        };

    // A payout that ends without a claim gives its share back, as a failed order does.
    private void EndAll(GifqPayoutOrder order, string status, DateTimeOffset now, Func<GifqPayout, bool> matches)
    {
        foreach (var payout in order.Payouts.Where(payout => payout.IsOpen && matches(payout)))
        {
            payout.Status = status;
            funds.Refund(payout, now);
            Tell(payout, now);
        }
    }

    // The part of an address before the @ that no e-mail reaches.
    private static bool IsUnreachable(GifqPayout payout) => payout.Email.StartsWith("bounce@", StringComparison.OrdinalIgnoreCase);

    private void Tell(GifqPayout payout, DateTimeOffset now)
    {
        if (payout.Order.CallbackUrl is { } url)
        {
            var body = new JsonObject { ["event"] = Updated, ["data"] = replies.Spell(Show(payout)) };
            webhooks.Raise(Updated, body.ToJsonString(), now, payout.Order.Campaign.Text("id"), new Uri(url));
        }
    }

    private JsonObject Show(GifqPayoutOrder order, DateTimeOffset now)
    {
        var shown = new JsonObject
        {
            ["id"] = order.Id,
            ["campaign_id"] = order.Campaign.Text("id"),
            ["status"] = replies.Word(order.Status(now)),
            ["wallet_currency"] = order.Charge.Currency,
            ["total_amount"] = order.Charge.Total,
            ["recipients_count"] = order.Payouts.Count,
            ["expires_in_days"] = order.ExpiresInDays,
            ["callback_url"] = order.CallbackUrl,
            ["created_at"] = GifqReplies.Time(order.CreatedAt),
        };
        if (funds.ShowFee(order.Charge) is { } fee)
        {
            shown["fx_fee"] = fee;
        }

        return shown;
    }

    // Never a claim token: the merchant does not see it.
    private JsonObject Show(GifqPayout payout) =>
        new()
        {
            ["id"] = payout.Id,
            ["payout_order_id"] = payout.Order.Id,
            ["campaign_id"] = payout.Order.Campaign.Text("id"),
            ["email"] = payout.Email,
            ["name"] = payout.Share.Text("name"),
            ["amount"] = payout.Amount,
            ["currency"] = payout.Currency,
            ["status"] = replies.Word(payout.Status),
            ["brand"] = payout.Brand,
            ["expires_at"] = GifqReplies.Time(payout.Order.ExpiresAt),
            ["redeemed_at"] = payout.RedeemedAt is { } at ? GifqReplies.Time(at) : null,
            ["created_at"] = GifqReplies.Time(payout.Order.CreatedAt),
        };

    private JsonObject ShowPage(GifqPayout payout)
    {
        var campaign = payout.Order.Campaign;
        return new JsonObject
        {
            ["amount"] = payout.Amount,
            ["currency"] = payout.Currency,
            ["name"] = payout.Share.Text("name"),
            ["status"] = replies.Word(payout.Status),
            ["expires_at"] = GifqReplies.Time(payout.Order.ExpiresAt),
            [replies.Name("webpage_headline")] = Fill(campaign.Text("webpage_headline")!, payout),
            [replies.Name("webpage_body")] = Fill(campaign.Text("webpage_body")!, payout),
            ["brands"] = Json.Array(campaigns.Choice(campaign).Select(catalog.Show)),
        };
    }

    private static string Fill(string text, GifqPayout payout) =>
        text.Replace("{{recipient_name}}", payout.Share.Text("name") ?? "", StringComparison.Ordinal)
            .Replace("{{amount}}", FormattableString.Invariant($"{payout.Amount} {payout.Currency}"), StringComparison.Ordinal);

    private static string Number<T>(string prefix, int first, Store<T> store)
        where T : class => prefix + (first + store.All.Count).ToString(CultureInfo.InvariantCulture);
}
