namespace GiftCardSdk;

/// <summary>One asking whether balances cover orders.</summary>
internal sealed class FundsInquiry(IGiftCardAccount account)
{
    private readonly Dictionary<string, Product> _products = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Need> _needs = new(StringComparer.Ordinal);

    public async Task<FundsCheck> RunAsync(IEnumerable<OrderRequest> requests, CancellationToken cancellationToken)
    {
        foreach (var request in requests)
        {
            foreach (var line in request.Lines)
            {
                await AddAsync(request, line, cancellationToken).ConfigureAwait(false);
            }
        }

        var balances = await account.Balances.ListAsync(cancellationToken).ConfigureAwait(false);
        return new() { Currencies = [.. _needs.Select(need => need.Value.Against(AvailableOf(balances, need.Key), account.Capabilities))] };
    }

    private async ValueTask AddAsync(OrderRequest request, OrderLine line, CancellationToken cancellationToken)
    {
        var currency = request.PaymentCurrency is { } paidIn ? CurrencyCode.Normalize(paidIn) : line.FaceValue.Currency;
        if (!_needs.TryGetValue(currency, out var need))
        {
            _needs[currency] = need = new(currency);
        }

        need.Add(line, await CostOfAsync(request, line, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>By the catalog, which does not tell what posting costs unless the shape of posted orders takes a bound of the cost.</summary>
    private async ValueTask<LineCost> CostOfAsync(OrderRequest request, OrderLine line, CancellationToken cancellationToken)
    {
        var isTold =
            request.Delivery != Delivery.Post
            || account.Capabilities.ShapeFor(Delivery.Post)?.RuleOf(OrderField.MaxCost) is FieldRule.Optional or FieldRule.Required;
        if (!isTold || !account.Capabilities.Supports(GiftCardFeature.Catalog))
        {
            return new(null, isTold ? $"{account.Name} has no catalog that could be asked" : "the catalog does not say what posting costs");
        }

        if (!_products.TryGetValue(line.ProductId, out var product))
        {
            _products[line.ProductId] = product = await account.Catalog.GetAsync(line.ProductId, cancellationToken).ConfigureAwait(false);
        }

        return LineCost.Of(request, line, product);
    }

    private static Money AvailableOf(IReadOnlyList<Balance> balances, string currency) =>
        balances.FirstOrDefault(balance => balance.Currency == currency)?.Available ?? Money.Of(0, currency);

    /// <summary>What is needed of one currency.</summary>
    private sealed class Need(string currency)
    {
        private readonly SortedDictionary<string, Money> _unknown = new(StringComparer.Ordinal);
        private readonly SortedSet<string> _why = new(StringComparer.Ordinal);
        private Money _known = Money.Of(0, currency);

        public void Add(OrderLine line, LineCost cost)
        {
            if (cost.Cost is { } known)
            {
                _known += known;
            }
            else
            {
                _why.Add(cost.Unknown!);
                var value = line.Total;
                _unknown[value.Currency] = _unknown.TryGetValue(value.Currency, out var before) ? before + value : value;
            }
        }

        public FundsNeed Against(Money available, Capabilities capabilities) =>
            new()
            {
                Cost = _unknown.Count == 0 ? _known : null,
                FaceValueOfUnknown = [.. _unknown.Values],
                WhyUnknown = [.. _why],
                Available = available,
                WhenShort = capabilities.WhenFundsAreShort,
                Answer = (_known > available, capabilities.WhenFundsAreShort) switch
                {
                    (true, FundsShortage.Refuses) => FundsAnswer.NotCovered,
                    (true, _) => FundsAnswer.NotCoveredButMayBeTaken,
                    _ when _unknown.Count == 0 => FundsAnswer.Covered,
                    _ => FundsAnswer.CostUnknown,
                },
            };
    }
}
