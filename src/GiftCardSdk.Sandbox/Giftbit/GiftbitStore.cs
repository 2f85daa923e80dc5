using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>The four kinds of order.</summary>
internal enum GiftbitOrderKind
{
    Email,
    ShortLink,
    DirectLink,
    Embedded,
}

/// <summary>An order as it stands, and the document its create was answered with. What it shows is a function of the instant.</summary>
internal sealed record GiftbitOrder(string Id, string Uuid, GiftbitOrderKind Kind)
{
    /// <summary>Empty for a full-catalog order.</summary>
    public required IReadOnlyList<string> BrandCodes { get; init; }

    public required long Price { get; init; }

    public required string Currency { get; init; }

    public DateOnly? Expiry { get; init; }

    /// <summary>The contacts of the order, the failed ones included.</summary>
    public IReadOnlyList<JsonObject> Contacts { get; init; } = [];

    public IReadOnlyList<GiftbitReward> Rewards { get; set; } = [];

    public JsonObject Document { get; set; } = [];

    /// <summary>The balance that paid; null while the order waits for money.</summary>
    public string? PaidCurrency { get; set; }

    public long PaidPerReward { get; set; }

    /// <summary>The order waits for money that is already on its way.</summary>
    public bool FundsPending { get; set; }

    /// <summary>When the rewards come about; null while the order waits for money.</summary>
    public DateTimeOffset? ReadyAt { get; set; }

    /// <summary>When the links can be read; null while the order waits for money.</summary>
    public DateTimeOffset? LinksAt { get; set; }

    public bool IsLinkOrder => Kind is GiftbitOrderKind.ShortLink or GiftbitOrderKind.DirectLink;

    public bool IsReady(DateTimeOffset now) => ReadyAt <= now;

    public string Status(DateTimeOffset now) =>
        ReadyAt is null ? "AWAITING_FUNDS"
        : IsReady(now) ? "CAMPAIGN_CREATED"
        : "API_CREATING";
}

/// <summary>A reward as it stands. What it shows is a function of the instant. Whoever has the link can claim it.</summary>
internal sealed record GiftbitReward(GiftbitOrder Order, string Uuid, string Link, int Number, JsonObject? Contact)
{
    /// <summary>The brand; null until the recipient of a reward of choice has picked one.</summary>
    public string? BrandCode { get; set; } = Order.BrandCodes is [var only] ? only : null;

    public DateTimeOffset? RedeemedAt { get; set; }

    public bool Cancelled { get; set; }

    public bool Expired { get; set; }

    public int Redeliveries { get; set; }

    /// <summary>When the e-mail goes out; null where none does, or nobody has sent it yet.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>What becomes of the e-mail instead of a delivery.</summary>
    public string? DeliveryFailure { get; set; }

    public bool IsOpen => RedeemedAt is null && !Cancelled && !Expired;

    public string Status =>
        RedeemedAt is not null ? "REDEEMED"
        : Cancelled ? "GIVER_CANCELLED"
        : Expired ? "EXPIRED"
        : "SENT_AND_REDEEMABLE";

    public string DeliveryStatus(DateTimeOffset now) =>
        Order.Kind != GiftbitOrderKind.Email ? "LINKCREATED"
        : !IsDelivered(now) ? "UNSENT"
        : DeliveryFailure ?? "DELIVERED";

    public bool IsDelivered(DateTimeOffset now) => DeliveredAt <= now;
}

/// <summary>The account's orders and rewards, and what can happen to them. Guarded by the twin's lock.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
internal sealed class GiftbitStore(
    GiftbitTwinOptions options,
    GiftbitFunds funds,
    SandboxLedger ledger,
    Action<DateTimeOffset, Action<DateTimeOffset>> schedule,
    int seed
)
{
    private const string ShortLinkLetters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private static readonly TimeSpan DeliveryDelay = TimeSpan.FromSeconds(1);

    private readonly Random _random = new(seed);
    private readonly Store<GiftbitOrder> _orders = new();
    private readonly Store<GiftbitReward> _rewards = new();
    private readonly List<GiftbitOrder> _waiting = [];
    private readonly Dictionary<string, DateTimeOffset> _suppressed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All rewards, oldest first, those that cannot be seen yet included.</summary>
    public IReadOnlyList<GiftbitReward> Rewards => _rewards.All;

    public GiftbitOrder? FindById(string id) => _orders.Find("id", id);

    public GiftbitOrder? FindByUuid(string uuid) => _orders.Find("uuid", uuid);

    public GiftbitOrder? Find(string idOrUuid) => FindById(idOrUuid) ?? FindByUuid(idOrUuid);

    public GiftbitReward? FindReward(string uuid) => _rewards.Find("uuid", uuid);

    public GiftbitReward? FindRewardByLink(string link) => _rewards.Find("link", link);

    /// <summary>The address has unsubscribed or complained.</summary>
    public bool IsSuppressed(string address, DateTimeOffset now) => _suppressed.TryGetValue(address, out var since) && since <= now;

    public string Hex()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    /// <summary>Sells: the order, its rewards, the money and the line in the ledger come about together.</summary>
    public void Sell(GiftbitOrder order, int rewards, string operation, SandboxCall call)
    {
        JsonObject[] contacts = [.. order.Contacts.Where(contact => contact.Text("message") == "ok")];
        order.Rewards = [.. Enumerable.Range(0, rewards).Select(index => NewReward(order, index + 1, contacts.ElementAtOrDefault(index)))];
        _orders.Add(order, ("id", order.Id), ("uuid", order.Uuid));
        if (rewards > 0)
        {
            ledger.Record(
                new(GiftbitTwin.ProviderName, order.Uuid, order.Id, operation, rewards, order.Price * rewards, order.Currency, call.Now)
                {
                    Issue = at => [.. order.Rewards.Select(reward => Issued(reward, at))],
                }
            );
        }

        if (call.BalanceEmpty || !TryFund(order, call.Now))
        {
            order.FundsPending = !call.BalanceEmpty && funds.PendingWouldPay(order);
            _waiting.Add(order);
        }
    }

    /// <summary>Sends out the orders that wait for money, oldest first, as far as the money goes.</summary>
    public void Release(DateTimeOffset now) => _waiting.RemoveAll(order => TryFund(order, now));

    public void Claim(GiftbitReward reward, string? brandCode, DateTimeOffset now)
    {
        if (!reward.IsOpen || reward.Order.ReadyAt is null)
        {
            throw new InvalidOperationException($"Reward {reward.Uuid} is {reward.Status} or waits for funds, and cannot be claimed.");
        }

        reward.BrandCode ??= brandCode ?? (reward.Order.BrandCodes is [var first, ..] ? first : GiftbitCatalog.ChoiceBrandCode);
        reward.RedeemedAt = now;
        funds.Spend(reward.Order);
    }

    public void Cancel(GiftbitReward reward, DateTimeOffset now)
    {
        reward.Cancelled = true;
        funds.GiveBack(reward.Order, isExpired: false);
        Release(now);
    }

    private SandboxCard Issued(GiftbitReward reward, DateTimeOffset now) =>
        new(reward.Order.BrandCodes is [var brand] ? brand : null, reward.Order.Price)
        {
            Id = reward.Uuid,
            State = SandboxCard.StateOf(reward.Cancelled, reward.RedeemedAt is not null, reward.Expired, reward.Order.IsReady(now)),
            ExpiresAt = reward.Order.Expiry is { } day ? GiftbitPacific.EndOf(day, options) : null,
            Email = reward.Contact.Text("email"),
            Link = reward.Link,
        };

    private bool TryFund(GiftbitOrder order, DateTimeOffset now)
    {
        if (!funds.TryReserve(order))
        {
            return false;
        }

        ledger.Charge(order.PaidCurrency!, order.PaidPerReward * order.Rewards.Count);
        var ready = now + options.CompletionDelay;
        order.ReadyAt = ready;
        order.LinksAt = order.Kind switch
        {
            GiftbitOrderKind.ShortLink => ready + options.LinksReadyDelay,
            GiftbitOrderKind.DirectLink => now + options.DirectLinksDelay,
            _ => now,
        };
        foreach (var reward in order.Rewards)
        {
            SendOut(reward, ready);
        }

        if (order.Expiry is { } day)
        {
            schedule(GiftbitPacific.EndOf(day, options), due => Expire(order, due));
        }

        return true;
    }

    private void SendOut(GiftbitReward reward, DateTimeOffset ready)
    {
        if (reward.Order.Kind == GiftbitOrderKind.Embedded)
        {
            Claim(reward, brandCode: null, ready);
        }
        else if (reward.Order.Kind == GiftbitOrderKind.Email)
        {
            var address = reward.Contact.Text("email") ?? "";
            reward.DeliveredAt = ready + DeliveryDelay;
            reward.DeliveryFailure = options.DeliveryOutcomes.TryGetValue(address.Split('@')[0], out var outcome) ? outcome : null;
            if (reward.DeliveryFailure is "UNSUBSCRIBED" or "COMPLAINT")
            {
                _suppressed.TryAdd(address, reward.DeliveredAt.Value);
            }
        }
    }

    private void Expire(GiftbitOrder order, DateTimeOffset now)
    {
        foreach (var reward in order.Rewards.Where(reward => reward.IsOpen))
        {
            reward.Expired = true;
            funds.GiveBack(order, isExpired: true);
        }

        Release(now);
    }

    private GiftbitReward NewReward(GiftbitOrder order, int number, JsonObject? contact)
    {
        var reward = new GiftbitReward(order, Hex(), NewLink(order.Kind), number, contact);
        return _rewards.Add(reward, ("uuid", reward.Uuid), ("link", reward.Link));
    }

    private string NewLink(GiftbitOrderKind kind)
    {
        switch (kind)
        {
            case GiftbitOrderKind.ShortLink:
                string link;
                do
                {
                    link = "http://sl.example/" + new string(_random.GetItems<char>(ShortLinkLetters, 6));
                } while (FindRewardByLink(link) is not null);
                return link;
            case GiftbitOrderKind.Embedded:
                return "https://app.example/embeddedRewards/index/" + Hex();
            default:
                return "https://reward.example/getReward/dl-" + Hex();
        }
    }
}
