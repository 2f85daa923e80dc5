namespace GiftCardSdk.Huuray;

/// <summary>Reads the codes of an order: a search shows those of one card, the one that it names.</summary>
internal sealed class HuurayCodes(IHuurayApi api)
{
    /// <summary>How many cards are read at a time.</summary>
    private const int AtOnce = 8;

    /// <summary>The order with its codes as far as this account may see them; costs a call a card.</summary>
    public async Task<HuurayOrder> AddAsync(HuurayOrder order, CancellationToken cancellationToken)
    {
        var vouchers = order.Vouchers.ToArray();
        int[] closed = [.. Enumerable.Range(0, vouchers.Length).Where(index => vouchers[index] is { Id: not null, HasValue: false })];
        if (closed is not [var first, .. var rest])
        {
            return order;
        }

        vouchers[first] = await ReadAsync(order, vouchers[first], cancellationToken).ConfigureAwait(false);
        if (!vouchers[first].IsWithheld)
        {
            foreach (var some in rest.Chunk(AtOnce))
            {
                await Task.WhenAll(some.Select(ReadIntoAsync)).ConfigureAwait(false);
            }
        }

        // Where the first is blank although it was named, the account may see none.
        return order with
        {
            Vouchers = vouchers,
        };

        async Task ReadIntoAsync(int index) =>
            vouchers[index] = await ReadAsync(order, vouchers[index], cancellationToken).ConfigureAwait(false);
    }

    private async Task<HuurayVoucher> ReadAsync(HuurayOrder order, HuurayVoucher voucher, CancellationToken cancellationToken)
    {
        var filter = HuurayOrderId.FilterOf(HuurayOrderId.Of(order, null)) with { VoucherId = voucher.Id };
        var found = await api.SearchAsync(filter, cancellationToken).ConfigureAwait(false);
        return found?.Vouchers.FirstOrDefault(row => row.Id == voucher.Id) ?? voucher;
    }
}
