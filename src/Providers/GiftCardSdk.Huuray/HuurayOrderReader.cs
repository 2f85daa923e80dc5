using GiftCardSdk.Adapters;

namespace GiftCardSdk.Huuray;

/// <summary>Reads orders, and looks them up by the caller's key: both by search, the only way there is.</summary>
internal sealed class HuurayOrderReader(
    IHuurayApi api,
    HuurayCodes codes,
    HuurayOrderMapping mapping,
    HuurayPlacedOrders placedOrders,
    HuuraySettings settings
)
{
    public async Task<Order> ReadAsync(string orderId, RewardDetail detail, CancellationToken cancellationToken)
    {
        var placed = placedOrders.Find(orderId);
        if (await api.SearchAsync(HuurayOrderId.FilterOf(orderId), cancellationToken).ConfigureAwait(false) is not { } order)
        {
            return placed is not null || await IsKnownAsync(orderId, cancellationToken).ConfigureAwait(false)
                ? mapping.Running(orderId, placed)
                : throw Missing(orderId);
        }

        if (!IsOrder(order, orderId))
        {
            throw settings.Unexpected($"Huuray was asked for order {orderId} and answered with another one.", HuurayOperationNames.Search);
        }

        var whole = detail == RewardDetail.Secrets ? await codes.AddAsync(order, cancellationToken).ConfigureAwait(false) : order;
        // Under the id that it is known by, even if Huuray has named it since.
        return mapping.Of(whole, placed, detail) with
        {
            Id = HuurayOrderId.ReferenceOf(orderId) is null ? HuurayOrderId.Of(whole, placed?.ProviderKey) : orderId,
        };
    }

    public async Task<OrderLookup> FindAsync(OrderLookupQuery query, CancellationToken cancellationToken)
    {
        var hit = await api.SearchAsync(new() { RefId = query.ProviderKey }, cancellationToken).ConfigureAwait(false);
        if (hit is null)
        {
            return new OrderLookup.NotFound();
        }

        if (hit.RefId != query.ProviderKey)
        {
            return new OrderLookup.Inconclusive("an order with another reference was answered than the one asked for");
        }

        return query.Lines.Count > 0
            ? await FindSameAsync(hit, query, cancellationToken).ConfigureAwait(false)
            : new OrderLookup.Found(
                mapping.Of(
                    await WholeAsync(hit, query, cancellationToken).ConfigureAwait(false),
                    placedOrders.Find(HuurayOrderId.Of(hit, null)),
                    query.Detail
                )
            );
    }

    /// <summary>
    /// A reference is a label that several orders may carry, and a search shows one of them, without its product: so it is asked again with the
    /// product. Never at first: were that filter to fail, an order that is there would seem not to be.
    /// </summary>
    private async Task<OrderLookup> FindSameAsync(HuurayOrder hit, OrderLookupQuery query, CancellationToken cancellationToken)
    {
        var filter = new HuuraySearchFilter { RefId = query.ProviderKey, ProductToken = query.Lines[0].ProductId };
        var same = await api.SearchAsync(filter, cancellationToken).ConfigureAwait(false);
        if (same is null || same.RefId != query.ProviderKey)
        {
            return new OrderLookup.Inconclusive($"the order {HuurayOrderId.Of(hit, null)} with this reference is for another product");
        }

        if (HuurayOrderMapping.ContradictionOf(same, query) is { } difference)
        {
            return new OrderLookup.Inconclusive($"the order {HuurayOrderId.Of(same, null)} with this reference has another {difference}");
        }

        if (same.Vouchers.Count == 0)
        {
            // How many cards it is for shows only once they are there.
            return new OrderLookup.Inconclusive($"the order {HuurayOrderId.Of(same, null)} with this reference shows no cards yet");
        }

        var placed = query.Request is { } request
            ? placedOrders.Remember(HuurayOrderId.Of(same, null), request, query.ProviderKey)
            : placedOrders.Find(HuurayOrderId.Of(same, null));
        return new OrderLookup.Found(
            mapping.Of(await WholeAsync(same, query, cancellationToken).ConfigureAwait(false), placed, query.Detail)
        );
    }

    /// <summary>The order with its codes. One that is there counts as found, even if they cannot be read now.</summary>
    private async Task<HuurayOrder> WholeAsync(HuurayOrder order, OrderLookupQuery query, CancellationToken cancellationToken)
    {
        if (query.Detail != RewardDetail.Secrets)
        {
            return order;
        }

        try
        {
            return await codes.AddAsync(order, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException)
        {
            // Without its cards it counts as pending, so that whoever waits for it reads it again.
            return order with { Vouchers = [] };
        }
    }

    /// <summary>Whether Huuray knows an order that no search shows yet: the call for its PDFs tells one that is worked at from an unknown one.</summary>
    private async Task<bool> IsKnownAsync(string orderId, CancellationToken cancellationToken)
    {
        if (!settings.Assumptions.PdfTellsRunningOrders || HuurayOrderId.ReferenceOf(orderId) is not null)
        {
            return false;
        }

        try
        {
            await api.GetPdfAsync(new() { OrderUid = orderId }, cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (GiftCardException refusal) when (refusal is { Code: GiftCardErrorCode.NotFound } or { HttpStatus: 422 })
        {
            return refusal.HttpStatus == 422;
        }
    }

    private static bool IsOrder(HuurayOrder order, string orderId) =>
        HuurayOrderId.ReferenceOf(orderId) is { } reference
            ? order.RefId == reference
            : string.Equals(order.OrderUid, orderId, StringComparison.OrdinalIgnoreCase);

    private GiftCardException Missing(string orderId) =>
        new($"Huuray has no order {orderId}.", GiftCardErrorCode.NotFound, GiftCardOutcome.NotAnOrder)
        {
            Provider = HuurayDefaults.Provider,
            Account = settings.AccountName,
            Operation = HuurayOperationNames.Search,
            HttpStatus = HuurayErrors.NotFound,
        };
}
