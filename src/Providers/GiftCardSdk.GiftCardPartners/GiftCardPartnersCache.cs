namespace GiftCardSdk.GiftCardPartners;

/// <summary>Everything of one account that is kept.</summary>
internal sealed class GiftCardPartnersCache(
    IGiftCardPartnersApi api,
    GiftCardPartnersSettings settings,
    GiftCardPartnersProducts products,
    TimeProvider time
) : IGiftCardPartnersCache
{
    private readonly KeptList<GiftCardPartnersShippingMethod> _shippingMethods = new(api.ListShippingMethodsAsync, settings, time);
    private readonly KeptList<GiftCardPartnersCarrier> _carriers = new(api.ListCarriersAsync, settings, time);
    private readonly KeptList<GiftCardPartnersBranding> _brandings = new(api.ListBrandingsAsync, settings, time);
    private readonly KeptList<GiftCardPartnersDepartment> _departments = new(api.ListDepartmentsAsync, settings, time);

    public Task<IReadOnlyList<GiftCardPartnersShippingMethod>> ListShippingMethodsAsync(CancellationToken cancellationToken = default) =>
        _shippingMethods.ReadAsync(cancellationToken);

    public Task<IReadOnlyList<GiftCardPartnersCarrier>> ListCarriersAsync(CancellationToken cancellationToken = default) =>
        _carriers.ReadAsync(cancellationToken);

    public Task<IReadOnlyList<GiftCardPartnersBranding>> ListBrandingsAsync(CancellationToken cancellationToken = default) =>
        _brandings.ReadAsync(cancellationToken);

    public Task<IReadOnlyList<GiftCardPartnersDepartment>> ListDepartmentsAsync(CancellationToken cancellationToken = default) =>
        _departments.ReadAsync(cancellationToken);

    public void Invalidate()
    {
        products.Invalidate();
        _shippingMethods.Invalidate();
        _carriers.Invalidate();
        _brandings.Invalidate();
        _departments.Invalidate();
    }

    /// <summary>A short list, read when it is first needed and again when it is too old, or somebody else's.</summary>
    private sealed class KeptList<T>(
        Func<CancellationToken, Task<GiftCardPartnersPage<T>>> read,
        GiftCardPartnersSettings settings,
        TimeProvider time
    )
        where T : class
    {
        private Kept? _kept;
        private int _generation;

        public async Task<IReadOnlyList<T>> ReadAsync(CancellationToken cancellationToken)
        {
            var email = settings.ReadNow().Email;
            if (
                Volatile.Read(ref _kept) is { } kept
                && kept.Email == email
                && time.GetElapsedTime(kept.ReadAt) < settings.Initial.CacheTime
            )
            {
                return kept.Rows;
            }

            var (generation, readAt) = (Volatile.Read(ref _generation), time.GetTimestamp());
            var page = await read(cancellationToken).ConfigureAwait(false);
            if (generation == Volatile.Read(ref _generation))
            {
                Volatile.Write(ref _kept, new(page.Data, email, readAt));
            }

            return page.Data;
        }

        public void Invalidate()
        {
            Interlocked.Increment(ref _generation);
            Volatile.Write(ref _kept, null);
        }

        private sealed record Kept(IReadOnlyList<T> Rows, string? Email, long ReadAt);
    }
}
