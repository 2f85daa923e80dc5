using System.Diagnostics.CodeAnalysis;

namespace GiftCardSdk.Sandbox;

/// <summary>The account's orders and rewards, and what can happen to them. Guarded by the twin's lock.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
internal sealed class GiftbitState(
    GiftbitTwinOptions options,
    GiftbitFunds funds,
    GiftbitPacific pacific,
    SandboxLedger ledger,
    Action<DateTimeOffset, Action<DateTimeOffset>> schedule,
    int seed
)
{
    private const string ShortLinkLetters = "ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789";

    private readonly Random _random = new(seed);
    private readonly Dictionary<string, GiftbitOrder> _byClientId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GiftbitOrder> _byUuid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GiftbitReward> _rewardsByUuid = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GiftbitReward> _rewardsByLink = new(StringComparer.Ordinal);
    private readonly List<GiftbitReward> _rewards = [];
    private readonly List<GiftbitOrder> _waiting = [];
    private readonly Dictionary<string, DateTimeOffset> _suppressed = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>All rewards, oldest first, those that cannot be seen yet included.</summary>
    public IReadOnlyList<GiftbitReward> Rewards => _rewards;

    public GiftbitOrder? FindByClientId(string id) => _byClientId.GetValueOrDefault(id);

    public GiftbitOrder? FindByUuid(string uuid) => _byUuid.GetValueOrDefault(uuid);

    public GiftbitOrder? Find(string idOrUuid) => FindByClientId(idOrUuid) ?? FindByUuid(idOrUuid);

    public GiftbitReward? FindReward(string uuid) => _rewardsByUuid.GetValueOrDefault(uuid);

    public GiftbitReward? FindRewardByLink(string link) => _rewardsByLink.GetValueOrDefault(link);

    /// <summary>The address has unsubscribed or complained.</summary>
    public bool IsSuppressed(string address, DateTimeOffset now) => _suppressed.TryGetValue(address, out var since) && since <= now;

    /// <summary>Sells: the order, its rewards, the money and the line in the ledger come about together.</summary>
    public GiftbitOrder Commit(GiftbitOrderContent content, string operation, DateTimeOffset now, bool balanceEmpty)
    {
        var order = new GiftbitOrder(content, Hex(), now);
        order.Rewards = MakeRewards(order);
        _byClientId.Add(content.Id, order);
        _byUuid.Add(order.Uuid, order);
        if (order.Rewards.Count > 0)
        {
            ledger.Record(
                new SandboxSale(
                    GiftbitTwin.ProviderName,
                    order.Uuid,
                    content.Id,
                    operation,
                    order.Rewards.Count,
                    content.PriceInCents * order.Rewards.Count,
                    content.Currency,
                    now
                )
                {
                    Issue = () => [.. order.Rewards.Select(Issued)],
                }
            );
        }

        if (balanceEmpty || !TryFund(order, now))
        {
            order.FundsPending = !balanceEmpty && funds.PendingWouldPay(order);
            _waiting.Add(order);
        }

        return order;
    }

    private static SandboxCard Issued(GiftbitReward reward) =>
        new(reward.Order.Content.BrandCodes is [var brand] ? brand : null, reward.Order.PriceInCents)
        {
            Email = reward.Contact?.Email,
            Link = reward.Link,
        };

    /// <summary>Sends out the orders that wait for money, oldest first, as far as the money goes.</summary>
    public void Release(DateTimeOffset now) => _waiting.RemoveAll(order => TryFund(order, now));

    public void Claim(GiftbitReward reward, string? brandCode, DateTimeOffset now)
    {
        RequireOpen(reward, "claimed");
        if (reward.Order.ReadyAt is null)
        {
            throw new InvalidOperationException($"Reward {reward.Uuid} waits for funds; nobody has received it.");
        }

        reward.BrandCode ??= brandCode ?? (reward.Order.Content.BrandCodes is [var first, ..] ? first : GiftbitCatalog.ChoiceBrandCode);
        reward.RedeemedAt = now;
        funds.Spend(reward.Order);
    }

    public void Cancel(GiftbitReward reward, DateTimeOffset now)
    {
        RequireOpen(reward, "cancelled");
        reward.Cancelled = true;
        funds.GiveBack(reward.Order, percent: 100);
        Release(now);
    }

    public void Expire(GiftbitReward reward, DateTimeOffset now)
    {
        RequireOpen(reward, "expired");
        reward.Expired = true;
        if (reward.Order.PaidCurrency is not null)
        {
            funds.GiveBack(reward.Order, options.ExpiryCreditPercent);
            Release(now);
        }
    }

    public void Deliver(GiftbitReward reward, string? failure, DateTimeOffset now)
    {
        if (reward.Order.Content.Kind != GiftbitOrderKind.Email || !reward.Order.IsReady(now))
        {
            throw new InvalidOperationException($"Reward {reward.Uuid} is not e-mailed, or its order is not complete yet.");
        }

        reward.DeliveryFailure = failure;
        reward.DeliveredAt = reward.IsDelivered(now) ? reward.DeliveredAt : now;
        if (failure is not null && GiftbitDelivery.IsFinalRefusal(failure))
        {
            Suppress(reward.Contact?.Email, now);
        }
    }

    public string Hex()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }

    private static void RequireOpen(GiftbitReward reward, string what)
    {
        if (!reward.IsOpen)
        {
            throw new InvalidOperationException($"Reward {reward.Uuid} is {reward.Status} and cannot be {what}.");
        }
    }

    private bool TryFund(GiftbitOrder order, DateTimeOffset now)
    {
        if (!funds.TryReserve(order))
        {
            return false;
        }

        ledger.Charge(order.PaidCurrency!, order.PaidPerReward * order.Rewards.Count);
        var ready = now + options.CompletionDelay;
        order.ReadyAt = ready;
        order.LinksAt = order.Content.Kind switch
        {
            GiftbitOrderKind.ShortLink => ready + options.LinksReadyDelay,
            GiftbitOrderKind.DirectLink => now + options.DirectLinksDelay,
            _ => now,
        };
        foreach (var reward in order.Rewards)
        {
            SendOut(reward, ready);
        }

        if (order.Content.Expiry is { } day)
        {
            schedule(pacific.EndOf(day), due => ExpireAll(order, due));
        }

        return true;
    }

    private void SendOut(GiftbitReward reward, DateTimeOffset ready)
    {
        if (reward.Order.Content.Kind == GiftbitOrderKind.Embedded)
        {
            Claim(reward, brandCode: null, ready);
        }
        else if (reward.Order.Content.Kind == GiftbitOrderKind.Email && options.AutomaticDelivery)
        {
            var at = ready + options.DeliveryDelay;
            reward.DeliveredAt = at;
            reward.DeliveryFailure = Outcome(reward.Contact?.Email);
            if (reward.DeliveryFailure is { } failure && GiftbitDelivery.IsFinalRefusal(failure))
            {
                Suppress(reward.Contact?.Email, at);
            }
        }
    }

    private string? Outcome(string? address) =>
        address?.Split('@')[0] is { } name && options.DeliveryOutcomes.TryGetValue(name, out var outcome) ? outcome : null;

    private void Suppress(string? address, DateTimeOffset since)
    {
        if (address is not null)
        {
            _suppressed.TryAdd(address, since);
        }
    }

    private void ExpireAll(GiftbitOrder order, DateTimeOffset now)
    {
        foreach (var reward in order.Rewards.Where(reward => reward.IsOpen))
        {
            Expire(reward, now);
        }
    }

    private GiftbitReward[] MakeRewards(GiftbitOrder order)
    {
        var contacts = order.Content.Contacts.Where(contact => contact.Added).ToArray();
        var rewards = new GiftbitReward[order.Content.RewardCount];
        for (var i = 0; i < rewards.Length; i++)
        {
            var reward = new GiftbitReward(order, Hex(), NewLink(order.Content.Kind), i + 1, i < contacts.Length ? contacts[i] : null);
            rewards[i] = reward;
            _rewards.Add(reward);
            _rewardsByUuid.Add(reward.Uuid, reward);
            _rewardsByLink.Add(reward.Link, reward);
        }

        return rewards;
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
                } while (_rewardsByLink.ContainsKey(link));

                return link;
            case GiftbitOrderKind.Embedded:
                return "https://app.example/embeddedRewards/index/" + Hex();
            default:
                return "https://reward.example/getReward/dl-" + Hex();
        }
    }
}
