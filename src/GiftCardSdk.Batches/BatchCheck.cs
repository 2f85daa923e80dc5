namespace GiftCardSdk.Batches;

/// <summary>One look through a list before anything is bought: what is wrong with lines, and what the rest comes to.</summary>
internal sealed class BatchCheck(IGiftCards giftCards, BatchOptions options)
{
    private readonly SeenBefore _references = new();
    private readonly SeenBefore _recipients = new();
    private readonly Dictionary<(string Account, string Product), Product?> _products = [];
    private readonly Dictionary<Share, long> _shares = [];
    private readonly List<BatchFinding> _findings = [];
    private long _lines;
    private long _boughtBefore;
    private long _cards;
    private long _findingCount;

    public async Task<BatchBill> RunAsync(IAsyncEnumerable<BatchLine> lines, CancellationToken cancellationToken)
    {
        await foreach (var line in lines.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            _lines++;
            await AddAsync(line, cancellationToken).ConfigureAwait(false);
        }

        var accounts = new List<BatchBillAccount>();
        foreach (
            var shares in _shares
                .GroupBy(static share => share.Key.Account, StringComparer.Ordinal)
                .OrderBy(static account => account.Key, StringComparer.Ordinal)
        )
        {
            accounts.Add(await PriceAsync(shares.Key, [.. shares], cancellationToken).ConfigureAwait(false));
        }

        return new()
        {
            Lines = _lines,
            BoughtBefore = _boughtBefore,
            Cards = _cards,
            Accounts = accounts,
            Findings = _findings,
            FindingCount = _findingCount,
        };
    }

    private async ValueTask AddAsync(BatchLine line, CancellationToken cancellationToken)
    {
        var request = line.Request;
        JournalComparison? known;
        IGiftCardAccount account;
        try
        {
            account = BatchAccounts.Of(giftCards, line, options, _lines);
            known = await giftCards.Journal.CompareAsync(account.Name, request, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception mistake)
            when (mistake is ArgumentException or GiftCardException { Code: not GiftCardErrorCode.JournalUnavailable })
        {
            Find(request, BatchFindingKind.Invalid, mistake.Message);
            return;
        }

        if (_references.Note($"{account.Name}\n{request.Reference}"))
        {
            Find(request, BatchFindingKind.DuplicateReference, "An earlier line has the same reference; one card comes of both.");
            return;
        }

        switch (known)
        {
            case { Entry.State: not OrderJournalState.Refused, HasSameContent: false }:
                Find(
                    request,
                    BatchFindingKind.Changed,
                    "Its reference stands for other content already; a new order needs a new reference."
                );
                return;
            case { Entry.State: OrderJournalState.Accepted }:
                _boughtBefore++;
                return;
            default:
                await AddOpenAsync(account, request, cancellationToken).ConfigureAwait(false);
                return;
        }
    }

    private async ValueTask AddOpenAsync(IGiftCardAccount account, OrderRequest request, CancellationToken cancellationToken)
    {
        Money? total = null;
        var isPriced = account.Capabilities.Supports(GiftCardFeature.Catalog);
        foreach (var line in request.Lines)
        {
            if (SeenBefore.ContactOf(line.Recipient) is { } contact && _recipients.Note(contact))
            {
                Find(request, BatchFindingKind.DuplicateRecipient, "An earlier line goes to the same recipient.");
            }

            if (account.Capabilities.Supports(GiftCardFeature.Catalog))
            {
                if (await FindOffersAsync(account, request, line, cancellationToken).ConfigureAwait(false) is not { } product)
                {
                    Find(
                        request,
                        BatchFindingKind.ProductUnavailable,
                        $"'{line.ProductId}' is not sold for {line.FaceValue} as it is ordered; the account's catalog says what is."
                    );
                    return;
                }

                var cost = CostOf(product, line, request);
                isPriced &= cost is not null && (total is null || total.Value.Currency == cost.Value.Currency);
                total = isPriced ? (total is null ? cost : total + cost!.Value) : total;
            }
        }

        if (request.MaxCost is { } most && (!isPriced || total!.Value.Currency != most.Currency || total > most))
        {
            Find(
                request,
                BatchFindingKind.TooDear,
                isPriced
                    ? $"It costs {total}, and at most {most} are allowed."
                    : $"What it costs is not known, and at most {most} are allowed."
            );
            return;
        }

        Count(account, request);
    }

    private void Count(IGiftCardAccount account, OrderRequest request)
    {
        foreach (var line in request.Lines)
        {
            _cards += line.Quantity;
            var share = new Share(account.Name, line.ProductId, line.FaceValue, line.Country, request.PaymentCurrency, request.Delivery);
            _shares[share] = _shares.GetValueOrDefault(share) + line.Quantity;
        }
    }

    /// <summary>The product with the offers that the line could be bought by; null if there is none. Each product is read once.</summary>
    private async ValueTask<Product?> FindOffersAsync(
        IGiftCardAccount account,
        OrderRequest request,
        OrderLine line,
        CancellationToken cancellationToken
    )
    {
        if (!_products.TryGetValue((account.Name, line.ProductId), out var product))
        {
            try
            {
                product = await account.Catalog.GetAsync(line.ProductId, cancellationToken).ConfigureAwait(false);
            }
            catch (GiftCardException gone) when (gone.Code is GiftCardErrorCode.ProductUnavailable or GiftCardErrorCode.NotFound)
            {
                product = null;
            }

            _products[(account.Name, line.ProductId)] = product;
        }

        var query = new CatalogQuery
        {
            Country = line.Country,
            Currency = line.FaceValue.Currency,
            FaceValue = line.FaceValue,
            Delivery = request.Delivery,
            InStock = true,
        };
        return product is null ? null : query.Match(product);
    }

    /// <summary>What a line costs at the dearest offer that fits; null if any does not say.</summary>
    private static Money? CostOf(Product product, OrderLine line, OrderRequest request)
    {
        if (request.PaymentCurrency is { } paidIn && !string.Equals(paidIn, line.FaceValue.Currency, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        Money? dearest = null;
        foreach (var offer in product.Offers)
        {
            if (offer.CostOf(line.FaceValue) is not { } cost)
            {
                return null;
            }

            dearest = dearest is { } other && other >= cost ? other : cost;
        }

        return dearest * line.Quantity;
    }

    private async ValueTask<BatchBillAccount> PriceAsync(
        string name,
        KeyValuePair<Share, long>[] shares,
        CancellationToken cancellationToken
    )
    {
        var faceValue = new SortedDictionary<string, Money>(StringComparer.Ordinal);
        foreach (var (share, count) in shares)
        {
            var value = share.FaceValue * checked((int)count);
            faceValue[value.Currency] = faceValue.TryGetValue(value.Currency, out var before) ? before + value : value;
        }

        try
        {
            var funds = await giftCards
                .GetAccount(name)
                .CheckFundsAsync(shares.Select(static share => share.Key.ToRequest(checked((int)share.Value))), cancellationToken)
                .ConfigureAwait(false);
            return new(name, [.. faceValue.Values], funds, null);
        }
        catch (GiftCardException failure)
        {
            return new(name, [.. faceValue.Values], null, failure);
        }
    }

    private void Find(OrderRequest request, BatchFindingKind kind, string message)
    {
        _findingCount++;
        if (_findings.Count < BatchBill.MaxFindings)
        {
            _findings.Add(new(_lines, request.Reference, kind, message));
        }
    }

    /// <summary>Lines that cost the same are one, so that a list of any length is a bill of few.</summary>
    private sealed record Share(
        string Account,
        string Product,
        Money FaceValue,
        string? Country,
        string? PaymentCurrency,
        Delivery Delivery
    )
    {
        public OrderRequest ToRequest(int quantity) =>
            new()
            {
                Reference = "bill",
                Delivery = Delivery,
                PaymentCurrency = PaymentCurrency,
                Lines =
                [
                    new()
                    {
                        ProductId = Product,
                        FaceValue = FaceValue,
                        Quantity = quantity,
                        Country = Country,
                    },
                ],
            };
    }
}
