using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>The account's orders and cards, and what can happen to them. Guarded by the twin's lock.</summary>
/// <remarks>Nothing here looks for an earlier order with the same <c>RefID</c>: Huuray sells as often as it is asked to.</remarks>
internal sealed class HuurayState(
    HuurayTwinOptions options,
    HuurayCatalog catalog,
    HuurayFunds funds,
    HuurayUploads uploads,
    HuurayWebhooks webhooks,
    SandboxLedger ledger,
    HuurayIssuer issuer,
    Action<DateTimeOffset, Action<DateTimeOffset>> schedule
)
{
    private const int FirstOrderNumber = 640_001;
    private const int FirstVoucherId = 8_801_001;

    private readonly List<HuurayOrder> _orders = [];
    private readonly Dictionary<string, HuurayOrder> _byUid = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, List<HuurayOrder>> _byRefId = new(StringComparer.Ordinal);
    private readonly List<HuurayVoucher> _vouchers = [];
    private readonly Dictionary<string, HuurayVoucher> _vouchersByBearer = new(StringComparer.Ordinal);

    /// <summary>All orders, oldest first, those that no search finds yet included.</summary>
    public IReadOnlyList<HuurayOrder> Orders => _orders;

    public HuurayOrder? FindOrder(string uid) => _byUid.GetValueOrDefault(uid);

    /// <summary>The orders with this reference, oldest first; there may be several.</summary>
    public IReadOnlyList<HuurayOrder> FindByRefId(string refId) => _byRefId.TryGetValue(refId, out var orders) ? orders : [];

    public HuurayVoucher? FindVoucher(int id) =>
        id >= FirstVoucherId && id - FirstVoucherId < _vouchers.Count ? _vouchers[id - FirstVoucherId] : null;

    /// <summary>A card by its id written out, by its code or by its link.</summary>
    public HuurayVoucher? FindVoucher(string idOrBearer) =>
        int.TryParse(idOrBearer, NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? FindVoucher(id)
            : _vouchersByBearer.GetValueOrDefault(idOrBearer);

    /// <summary>Sells: the order, its cards, the money, the stock and the line in the ledger come about together. Null without funds.</summary>
    public HuurayOrder? Commit(HuurayOrderContent content, DateTimeOffset now, bool balanceEmpty)
    {
        if (balanceEmpty || funds.TryPay(content) is not { } payment)
        {
            return null;
        }

        var end = content.Sync ? HuurayAsyncEnd.AllIssued : options.AsyncEnd;
        var ready = content.Sync ? now : now + options.CompletionDelay;
        var order = new HuurayOrder(content, issuer.NewUid(), FirstOrderNumber + _orders.Count, payment)
        {
            ReadyAt = ready,
            FoundAt = end == HuurayAsyncEnd.NeverFound ? null : ready + options.SearchDelay,
        };
        order.Vouchers = MakeVouchers(order, Issued(content.Quantity, end));
        Keep(order);
        catalog.TakeStock(content.Product, content.Value, content.Quantity);
        uploads.Consume(content.PurchaseOrderFileToken);
        Record(order, now);
        ReturnMoney(order, content.Quantity - order.Vouchers.Count, ready);
        Announce(order);
        return order;
    }

    public void Open(HuurayVoucher voucher, DateTimeOffset now)
    {
        RequireIssued(voucher, "opened", now);
        if (!voucher.Opened)
        {
            voucher.Opened = true;
            webhooks.Add(HuurayEvent.Opened, voucher.Order, [voucher], now);
        }
    }

    public void Claim(HuurayVoucher voucher, DateTimeOffset now)
    {
        RequireIssued(voucher, "redeemed", now);
        if (voucher.Redeemed || voucher.IsExpired(now))
        {
            throw new InvalidOperationException($"Voucher {voucher.Id} was redeemed before, or has expired.");
        }

        voucher.Redeemed = true;
        webhooks.Add(HuurayEvent.Redeemed, voucher.Order, [voucher], now);
    }

    public bool CanCancel(HuurayVoucher voucher, DateTimeOffset now) =>
        voucher is { Cancelled: false, Redeemed: false, CancelRefused: false }
        && !voucher.IsExpired(now)
        && (options.DeliveredCardsCancellable || !voucher.IsDelivered(now));

    public void Cancel(HuurayVoucher voucher, DateTimeOffset now)
    {
        voucher.Cancelled = true;
        ReturnMoney(voucher.Order, 1, now + options.RefundDelay);
    }

    public static bool CanResend(HuurayVoucher voucher, DateTimeOffset now) =>
        voucher is { Cancelled: false, Redeemed: false, ResendRefused: false } && !voucher.IsExpired(now);

    public void Resend(HuurayVoucher voucher, DateTimeOffset now) => schedule(now + options.DeliveryDelay, due => Deliver(voucher, due));

    private static int Issued(int ordered, HuurayAsyncEnd end) =>
        end switch
        {
            HuurayAsyncEnd.OneMissing => ordered - 1,
            HuurayAsyncEnd.NeverFound => 0,
            _ => ordered,
        };

    private static void RequireIssued(HuurayVoucher voucher, string what, DateTimeOffset now)
    {
        if (!voucher.Order.IsReady(now) || voucher.Cancelled)
        {
            throw new InvalidOperationException($"Voucher {voucher.Id} is cancelled or not issued yet and cannot be {what}.");
        }
    }

    private void Keep(HuurayOrder order)
    {
        _orders.Add(order);
        _byUid.Add(order.Uid, order);
        if (order.Content.RefId is { } refId)
        {
            if (!_byRefId.TryGetValue(refId, out var orders))
            {
                _byRefId.Add(refId, orders = []);
            }

            orders.Add(order);
        }
    }

    private void Record(HuurayOrder order, DateTimeOffset now)
    {
        var content = order.Content;
        ledger.Record(
            new SandboxSale(
                HuurayTwin.ProviderName,
                order.Uid,
                content.RefId,
                HuurayRoutes.CreateOrder,
                content.Quantity,
                (long)content.Value * content.Quantity,
                content.Product.Country.Currency,
                now
            )
            {
                Issue = () => [.. order.Vouchers.Select(CardOf)],
            }
        );
        ledger.Charge(order.Payment.Currency, order.Payment.PerCard * content.Quantity);
    }

    private static SandboxCard CardOf(HuurayVoucher voucher) =>
        new(voucher.Order.Content.Product.Token, voucher.Order.Content.Value)
        {
            Email = voucher.Recipient?.Email,
            Phone = voucher.Recipient?.Phone,
            Code = voucher.Code,
            SecurityCode = voucher.Cvv,
            Link = voucher.Link,
        };

    private void ReturnMoney(HuurayOrder order, int cards, DateTimeOffset at)
    {
        if (cards > 0)
        {
            schedule(at, _ => funds.Add(order.Payment.Currency, order.Payment.PerCard * cards));
        }
    }

    private void Announce(HuurayOrder order)
    {
        if (order.Vouchers.Count == 0)
        {
            return;
        }

        if (!order.Content.Sync)
        {
            schedule(order.ReadyAt, due => webhooks.Add(HuurayEvent.Order, order, order.Vouchers, due));
        }

        foreach (var voucher in order.Vouchers)
        {
            if (voucher.DeliveredAt is { } at)
            {
                schedule(at, due => Deliver(voucher, due));
            }
        }
    }

    private void Deliver(HuurayVoucher voucher, DateTimeOffset now)
    {
        if (!voucher.Cancelled)
        {
            webhooks.Add(HuurayEvent.Delivered, voucher.Order, [voucher], now);
        }
    }

    private HuurayVoucher[] MakeVouchers(HuurayOrder order, int count)
    {
        var vouchers = new HuurayVoucher[count];
        for (var i = 0; i < count; i++)
        {
            var voucher = issuer.NewVoucher(order, FirstVoucherId + _vouchers.Count, order.Content.RecipientOf(i));
            vouchers[i] = voucher;
            _vouchers.Add(voucher);
            Know(voucher.Code, voucher);
            Know(voucher.Link, voucher);
        }

        return vouchers;
    }

    private void Know(string? bearer, HuurayVoucher voucher)
    {
        if (bearer is not null)
        {
            _vouchersByBearer.Add(bearer, voucher);
        }
    }
}
