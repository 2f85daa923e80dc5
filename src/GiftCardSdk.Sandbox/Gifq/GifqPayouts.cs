using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>The account's batches and payouts, and what can happen to them. Guarded by the twin's lock.</summary>
internal sealed class GifqPayouts(
    GifqTwinOptions options,
    GifqFunds funds,
    GifqDraw draw,
    GifqWebhooks webhooks,
    SandboxLedger ledger,
    Action<DateTimeOffset, Action<DateTimeOffset>> schedule
)
{
    /// <summary>The part of an address before the @ that no e-mail reaches.</summary>
    public const string BouncingName = "bounce";

    private const int FirstOrder = 218;
    private const int FirstPayout = 5_507;

    private readonly List<GifqPayoutOrder> _orders = [];
    private readonly List<GifqPayout> _payouts = [];
    private readonly Dictionary<string, GifqPayoutOrder> _ordersById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GifqPayout> _payoutsById = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GifqPayout> _payoutsByToken = new(StringComparer.Ordinal);

    /// <summary>All batches, oldest first.</summary>
    public IReadOnlyList<GifqPayoutOrder> Orders => _orders;

    /// <summary>All payouts, oldest first.</summary>
    public IReadOnlyList<GifqPayout> All => _payouts;

    public GifqPayoutOrder? FindOrder(string id) => _ordersById.GetValueOrDefault(id);

    public GifqPayout? Find(string id) => _payoutsById.GetValueOrDefault(id);

    public GifqPayout? FindByToken(string token) => _payoutsByToken.GetValueOrDefault(token);

    /// <summary>Sells the whole batch: payouts, money and the line in the ledger come about together.</summary>
    public GifqPayoutOrder Commit(
        GifqCampaign campaign,
        GifqCharge charge,
        IReadOnlyList<GifqShare> shares,
        int expiresInDays,
        string? callbackUrl,
        DateTimeOffset now
    )
    {
        var order = new GifqPayoutOrder(Number("po-", FirstOrder + _orders.Count), campaign, charge, now)
        {
            ExpiresInDays = expiresInDays,
            CallbackUrl = callbackUrl,
            StartsAt = now + options.DispatchDelay,
            DispatchedAt = now + options.DispatchDelay + options.DispatchDelay,
        };
        order.Payouts = [.. shares.Select(share => Add(order, share))];
        _orders.Add(order);
        _ordersById.Add(order.Id, order);
        funds.Pay(charge, order);
        var wallet = GifqCurrencies.Get(charge.Currency);
        ledger.Record(
            new SandboxSale(
                GifqTwin.ProviderName,
                order.Id,
                ClientKey: null,
                "payout_orders.create",
                shares.Count,
                wallet.MinorUnits(charge.Total - charge.FxFee),
                wallet.Code,
                now
            )
            {
                Issue = () => [.. order.Payouts.Select(Issued)],
            }
        );
        schedule(order.DispatchedAt, due => EndAll(order, GifqStatus.Failed, due, IsUnreachable));
        schedule(now.AddDays(expiresInDays), due => EndAll(order, GifqStatus.Expired, due, static _ => true));
        return order;
    }

    private static SandboxCard Issued(GifqPayout payout) =>
        new(null, GifqCurrencies.Get(payout.Share.Currency).MinorUnits(payout.Share.Amount)) { Email = payout.Share.Email };

    /// <summary>The recipient has passed the code check and is choosing.</summary>
    public void Begin(GifqPayout payout, DateTimeOffset now)
    {
        RequireReceived(payout, now);
        payout.Status = GifqStatus.Processing;
        webhooks.Tell(payout, now);
    }

    /// <summary>The recipient has chosen; null is a redemption without a card.</summary>
    public void Claim(GifqPayout payout, string? brand, DateTimeOffset now)
    {
        RequireReceived(payout, now);
        payout.Status = GifqStatus.Completed;
        payout.Brand = brand;
        payout.RedeemedAt = now;
        webhooks.Tell(payout, now);
    }

    /// <summary>The payout ends without a claim.</summary>
    public void End(GifqPayout payout, string status, DateTimeOffset now)
    {
        RequireOpen(payout);
        payout.Status = status;
        if (options.RefundUnclaimedPayouts)
        {
            funds.Refund(payout, now);
        }

        webhooks.Tell(payout, now);
    }

    private void EndAll(GifqPayoutOrder order, string status, DateTimeOffset now, Func<GifqPayout, bool> matches)
    {
        foreach (var payout in order.Payouts.Where(payout => payout.IsOpen && matches(payout)))
        {
            End(payout, status, now);
        }
    }

    private GifqPayout Add(GifqPayoutOrder order, GifqShare share)
    {
        var payout = new GifqPayout(order, Number("p-", FirstPayout + _payouts.Count), draw.Hex(40), share);
        _payouts.Add(payout);
        _payoutsById.Add(payout.Id, payout);
        _payoutsByToken.Add(payout.Token, payout);
        return payout;
    }

    private static bool IsUnreachable(GifqPayout payout) =>
        payout.Share.Email.StartsWith(BouncingName + "@", StringComparison.OrdinalIgnoreCase);

    private static void RequireReceived(GifqPayout payout, DateTimeOffset now)
    {
        RequireOpen(payout);
        if (now < payout.Order.DispatchedAt)
        {
            throw new InvalidOperationException($"The e-mail of payout {payout.Id} has not gone out yet.");
        }
    }

    private static void RequireOpen(GifqPayout payout)
    {
        if (!payout.IsOpen)
        {
            throw new InvalidOperationException($"Payout {payout.Id} is {payout.Status} already.");
        }
    }

    private static string Number(string prefix, int number) => prefix + number.ToString(CultureInfo.InvariantCulture);
}
