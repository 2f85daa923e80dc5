namespace GiftCardSdk.Sandbox;

/// <summary>All accounts, and what happens to their orders. Guarded by the twin's lock.</summary>
internal sealed class GiftronautState(
    GiftronautTwinOptions options,
    GiftronautIds ids,
    GiftronautWebhooks webhooks,
    SandboxLedger ledger,
    Action<DateTimeOffset, Action<DateTimeOffset>> schedule
)
{
    private const decimal RefundedShare = 0.7m;
    private static readonly TimeSpan UsualLife = TimeSpan.FromDays(180);
    private static readonly TimeSpan RefundableLife = TimeSpan.FromDays(30);

    private readonly Dictionary<(string Organization, bool IsProduction), GiftronautAccount> _accounts = [];
    private readonly Dictionary<string, GiftronautOrder> _orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GiftronautCard> _cards = new(StringComparer.Ordinal);

    public GiftronautAccount AccountOf(GiftronautClient client, DateTimeOffset now)
    {
        if (!_accounts.TryGetValue((client.Organization, client.IsProduction), out var account))
        {
            account = new GiftronautAccount(client.Organization, client.IsProduction, new GiftronautFunds(options.OpeningBalance, now))
            {
                Templates = new GiftronautTemplates(),
                Campaigns = new GiftronautCampaigns(now),
            };
            _accounts.Add((client.Organization, client.IsProduction), account);
        }

        return account;
    }

    /// <summary>An order of any account.</summary>
    public GiftronautOrder? FindOrder(string id) => _orders.GetValueOrDefault(id);

    /// <summary>Takes a top-up out of those that wait, in whatever account; null when none waits under this number.</summary>
    public (GiftronautAccount Account, GiftronautFunding Funding)? TakeFunding(string number)
    {
        foreach (var account in _accounts.Values)
        {
            if (account.Funds.Take(number) is { } funding)
            {
                return (account, funding);
            }
        }

        return null;
    }

    public GiftronautCard? FindCard(string link) => _cards.GetValueOrDefault(link);

    /// <summary>The cost is taken from the balance; otherwise nothing is, and no order is too dear.</summary>
    public bool Charges(GiftronautAccount account) => account.IsProduction || options.SandboxCharges;

    /// <summary>Sells: the order, its cards, the money and the line in the ledger come about together.</summary>
    public GiftronautOrder Commit(GiftronautCall call, GiftronautOrderContent content, string operation, string? key)
    {
        var id = content.OrderType == GiftronautOrderType.Link ? ids.LinkOrder(call.Now) : ids.Order(call.Now);
        var order = new GiftronautOrder(content, call.Account, id, key, call.Now) { Creator = call.Client.ClientId };
        order.Cards = [.. content.Lines.Select(line => Issue(order, line))];
        _orders.Add(order.Id, order);
        call.Account.Add(order);
        ledger.Record(
            new SandboxSale(
                GiftronautTwin.ProviderName,
                order.Id,
                key,
                operation,
                order.Cards.Count,
                GiftronautCurrency.Of(content.Product.Currency).ToMinorUnits(content.FaceValue),
                content.Product.Currency,
                call.Now
            )
            {
                Issue = () => [.. order.Cards.Select(Issued)],
            }
        );
        Pay(order, call.Now);
        Begin(order, call.Now);
        return order;
    }

    private static SandboxCard Issued(GiftronautCard card) =>
        new(card.Order.Content.Product.Id, GiftronautCurrency.Of(card.Order.Content.Product.Currency).ToMinorUnits(card.Line.Amount))
        {
            Email = card.Email,
            Link = card.Link,
        };

    public static void Cancel(GiftronautOrder order, DateTimeOffset now)
    {
        order.Status = GiftronautOrderStatus.Canceled;
        if (order.Charged > 0)
        {
            order.Account.Funds.Settle(order);
            order.Account.Funds.Refund(order, order.Charged, "Canceled order", now);
        }
    }

    /// <summary>The card is sent again, perhaps elsewhere.</summary>
    public void Resend(GiftronautCard card, string? updatedEmail)
    {
        card.Email = updatedEmail ?? card.Email;
        card.Bounced = WillBounce(card);
        card.Resends++;
    }

    public void Bounce(IReadOnlyList<GiftronautCard> cards, DateTimeOffset now)
    {
        foreach (var card in cards)
        {
            card.Bounced = true;
        }

        webhooks.Bounced(cards[0].Order, cards, now);
    }

    /// <summary>The cards lapse; with the refund option most of their cost comes back.</summary>
    public static void Expire(GiftronautOrder order, IEnumerable<GiftronautCard> cards, DateTimeOffset now)
    {
        var lapsed = cards.Where(card => card.IsOpen).ToArray();
        foreach (var card in lapsed)
        {
            card.Expired = true;
        }

        var share = lapsed.Sum(card => card.Line.Amount) / order.Content.FaceValue;
        var refund = decimal.Round(order.Charged * share * RefundedShare, 2, MidpointRounding.ToZero);
        if (order.Content.RefundOption && refund > 0)
        {
            order.Account.Funds.Refund(order, refund, "Unredeemed cards", now);
        }
    }

    private GiftronautCard Issue(GiftronautOrder order, GiftronautLine line)
    {
        var card = new GiftronautCard(order, line, ids.RewardLink());
        _cards.Add(card.Link, card);
        return card;
    }

    private void Pay(GiftronautOrder order, DateTimeOffset now)
    {
        var account = order.Account;
        if (!Charges(account))
        {
            return;
        }

        var before = account.Funds.Available;
        order.Charged = order.Content.TotalCost;
        account.Funds.Use(order, now);
        ledger.Charge("USD", GiftronautCurrency.Of("USD").ToMinorUnits(order.Charged));
        webhooks.Spent(account, before, now);
        if (!account.IsProduction && account.Funds.Available < options.RefillBelow)
        {
            account.Funds.Charge(options.OpeningBalance - account.Funds.Available, "Refill of the virtual balance", now);
        }
    }

    private void Begin(GiftronautOrder order, DateTimeOffset now)
    {
        if (order.IsLinkOrder)
        {
            webhooks.LinksCreated(order, now);
        }

        if (order.Content.SendAt is { } sendAt)
        {
            schedule(sendAt, due => Start(order, due));
        }
        else if (order.IsLinkOrder || options.PendingDelay > TimeSpan.Zero)
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
        if (order.Status != GiftronautOrderStatus.Pending)
        {
            return;
        }

        order.Status = GiftronautOrderStatus.InProgress;
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
        order.Status = GiftronautOrderStatus.Complete;
        order.Account.Funds.Settle(order);
        var expiry = now + (order.Content.RefundOption ? RefundableLife : UsualLife);
        order.ExpiresAt = expiry;
        schedule(expiry, due => Expire(order, order.Cards, due));
        Deliver(order, now);
    }

    private void Deliver(GiftronautOrder order, DateTimeOffset now)
    {
        var bouncing = order.Cards.Where(WillBounce).ToArray();
        var atOnce = options.BounceDelay == TimeSpan.Zero;
        foreach (var card in bouncing)
        {
            card.Bounced = atOnce;
        }

        webhooks.Delivered(order, now);
        if (bouncing.Length == 0)
        {
            return;
        }

        if (atOnce)
        {
            webhooks.Bounced(order, bouncing, now);
        }
        else
        {
            schedule(now + options.BounceDelay, due => Bounce(bouncing, due));
        }
    }

    private bool WillBounce(GiftronautCard card) =>
        card.Email?.StartsWith(options.BouncePrefix, StringComparison.OrdinalIgnoreCase) == true;
}
