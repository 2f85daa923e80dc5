using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace GiftCardSdk.Sandbox;

/// <summary>The account's orders and claims, and what can happen to them. Guarded by the twin's lock.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
internal sealed class GiftCardPartnersState(
    GiftCardPartnersTwinOptions options,
    GiftCardPartnersDeposits deposits,
    SandboxLedger ledger,
    Action<DateTimeOffset, Action<DateTimeOffset>> schedule,
    int seed
)
{
    private readonly Random _random = new(seed);
    private readonly List<GiftCardPartnersOrder> _orders = [];
    private readonly Dictionary<string, GiftCardPartnersOrder> _byId = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GiftCardPartnersOrder> _byPONumber = new(StringComparer.Ordinal);
    private readonly HashSet<string> _spentPONumbers = new(StringComparer.Ordinal);
    private readonly Dictionary<string, GiftCardPartnersClaim> _claims = new(StringComparer.Ordinal);

    /// <summary>All orders, oldest first.</summary>
    public IReadOnlyList<GiftCardPartnersOrder> Orders => _orders;

    public int ClaimedCards { get; private set; }

    /// <summary>Hears of every order that has come to its end.</summary>
    public required Action<GiftCardPartnersOrder, DateTimeOffset> Ended { get; init; }

    public GiftCardPartnersOrder? FindByPONumber(string poNumber) => _byPONumber.GetValueOrDefault(poNumber);

    public GiftCardPartnersOrder? Find(string idOrPONumber) => _byId.GetValueOrDefault(idOrPONumber) ?? FindByPONumber(idOrPONumber);

    public GiftCardPartnersOrder? FindById(string id) => _byId.GetValueOrDefault(id);

    public GiftCardPartnersClaim? FindClaim(string idOrLink) => _claims.GetValueOrDefault(idOrLink);

    /// <summary>The number cannot be used again although it belongs to no order.</summary>
    public bool IsSpent(string poNumber) => _spentPONumbers.Contains(poNumber);

    public void Spend(string poNumber) => _spentPONumbers.Add(poNumber);

    /// <summary>Whether the order can be read yet.</summary>
    public bool IsVisible(GiftCardPartnersOrder order, DateTimeOffset now) => order.CreatedAt + options.OrderVisibilityDelay <= now;

    /// <summary>How many orders, from the oldest, can be read yet.</summary>
    public int VisibleCount(DateTimeOffset now)
    {
        var count = _orders.Count;
        while (count > 0 && !IsVisible(_orders[count - 1], now))
        {
            count--;
        }

        return count;
    }

    /// <summary>Sells, or returns null where the deposit does not cover it: money, order, PO number and ledger change together.</summary>
    public GiftCardPartnersOrder? TryCommit(GiftCardPartnersOrderContent content, string operation, DateTimeOffset now)
    {
        if (!deposits.TryCharge(content.Currency, content.Charge))
        {
            return null;
        }

        var order = new GiftCardPartnersOrder(content, NewId(), now);
        _orders.Add(order);
        _byId.Add(order.Id, order);
        _byPONumber.Add(content.PONumber, order);
        Record(order, operation);
        foreach (var line in order.Lines)
        {
            line.IsDoomed =
                content.Type == GiftCardPartnersOrderType.DigitalDelivery
                && line.Content.Request.DigitalDeliveryAddress?.Email == options.FailingAddress;
        }

        if (content.Cards <= options.AsyncThreshold)
        {
            Complete(order, now);
        }
        else if (options.AutomaticCompletion)
        {
            schedule(now + options.CompletionDelay + (options.CompletionDelayPerCard * content.Cards), due => Complete(order, due));
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
            line.Claims = order.Content.Type == GiftCardPartnersOrderType.PhysicalShipment ? [] : NewClaims(line);
        }

        CallOff(order, order.Lines.Where(line => line.IsDoomed), GiftCardPartnersProgress.Failed);
        End(
            order,
            order.Lines.All(line => line.IsDoomed) ? GiftCardPartnersProgress.Failed
                : order.Lines.Any(line => line.IsDoomed) ? GiftCardPartnersProgress.PartiallyCompleted
                : GiftCardPartnersProgress.Completed,
            now
        );
    }

    /// <summary>A pending order ends without a card, and the money comes back.</summary>
    public void Abandon(GiftCardPartnersOrder order, GiftCardPartnersProgress end, DateTimeOffset now)
    {
        CallOff(order, order.Lines, end);
        End(order, end, now);
    }

    public void Claim(GiftCardPartnersClaim claim, DateTimeOffset now)
    {
        if (claim.ClaimedAt is not null)
        {
            throw new InvalidOperationException($"The card {claim.Id} was claimed before.");
        }

        claim.ClaimedAt = now;
        ClaimedCards++;
    }

    private void CallOff(GiftCardPartnersOrder order, IEnumerable<GiftCardPartnersLine> lines, GiftCardPartnersProgress end)
    {
        foreach (var line in lines)
        {
            line.Progress = end;
            deposits.GiveBack(order.Content.Currency, line.Content.Charge);
        }
    }

    private void End(GiftCardPartnersOrder order, GiftCardPartnersProgress end, DateTimeOffset now)
    {
        order.Progress = end;
        Ended(order, now);
    }

    private void Record(GiftCardPartnersOrder order, string operation)
    {
        var content = order.Content;
        ledger.Record(
            new SandboxSale(
                GiftCardPartnersTwin.ProviderName,
                order.Id,
                content.PONumber,
                operation,
                content.Cards,
                GiftCardPartnersMoney.MinorUnits(content.FaceValue, content.Currency),
                content.Currency,
                order.CreatedAt
            )
            {
                Issue = () => [.. order.Lines.SelectMany(Issued)],
            }
        );
        ledger.Charge(content.Currency, GiftCardPartnersMoney.MinorUnits(content.Charge, content.Currency));
    }

    private static IEnumerable<SandboxCard> Issued(GiftCardPartnersLine line)
    {
        var content = line.Content;
        var card = new SandboxCard(content.Product.Id, GiftCardPartnersMoney.MinorUnits(content.Value, content.Product.Currency))
        {
            Email = content.Request.DigitalDeliveryAddress?.Email,
            Phone = content.Request.DigitalDeliveryAddress?.Sms,
        };
        return Enumerable
            .Range(0, content.Quantity)
            .Select(index => line.Claims.ElementAtOrDefault(index))
            .Select(claim => card with { Link = claim?.Link, Challenge = claim?.ChallengeAnswer });
    }

    private GiftCardPartnersClaim[] NewClaims(GiftCardPartnersLine line)
    {
        var claims = new GiftCardPartnersClaim[line.Content.Quantity];
        for (var i = 0; i < claims.Length; i++)
        {
            var id = string.Create(CultureInfo.InvariantCulture, $"clm-{line.Id["li-".Length..]}-{i + 1}");
            var answer = _random.Next(10_000).ToString("D4", CultureInfo.InvariantCulture);
            var claim = new GiftCardPartnersClaim(id, "https://claim.sandbox.example/c/" + Hex(16), answer);
            claims[i] = claim;
            _claims.Add(claim.Id, claim);
            _claims.Add(claim.Link, claim);
        }

        return claims;
    }

    private string NewId()
    {
        string id;
        do
        {
            id = "ord-" + Hex(5);
        } while (_byId.ContainsKey(id));

        return id;
    }

    private string Hex(int length)
    {
        Span<byte> bytes = stackalloc byte[length];
        _random.NextBytes(bytes);
        return Convert.ToHexStringLower(bytes);
    }
}
