using System.Globalization;
using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>One batch of payouts, as the journal takes it.</summary>
internal sealed class GifqPayoutDispatch(
    IGifqApi api,
    GifqRefusals refusals,
    GifqPayoutSearch search,
    ProviderClock clock,
    OrderReference reference,
    GifqNewPayoutOrder batch
) : AdapterOperation<GifqPayoutOrder>("payout-order", reference, GifqCapabilities.OfPayouts)
{
    public override IEnumerable<(string Name, string? Value)> Content =>
        [
            ("campaign", batch.CampaignId),
            ("wallet-currency", batch.WalletCurrency.ToUpperInvariant()),
            .. batch.Recipients.SelectMany(recipient =>
                new (string, string?)[]
                {
                    ("recipient", GifqPayoutSearch.Normalize(recipient.Email)),
                    ("amount", recipient.Amount.ToString("0.############################", CultureInfo.InvariantCulture)),
                    ("currency", recipient.Currency.ToUpperInvariant()),
                }
            ),
        ];

    /// <summary>One line a currency: a thousand recipients are a thousand addresses, and the fingerprint holds them all.</summary>
    public override IReadOnlyList<OrderLine> Lines =>
        [
            .. batch
                .Recipients.Select(recipient => Money.Of(recipient.Amount, recipient.Currency))
                .GroupBy(amount => amount.Currency, StringComparer.Ordinal)
                .Select(amounts => new OrderLine
                {
                    ProductId = batch.CampaignId,
                    FaceValue = amounts.Aggregate((sum, next) => sum + next),
                }),
        ];

    public override async Task<GifqPayoutOrder> SendAsync(string providerKey, int attempt, CancellationToken cancellationToken)
    {
        var begun = clock.Now;
        try
        {
            var made = await api.CreatePayoutOrderAsync(batch, cancellationToken).ConfigureAwait(false);
            clock.Made(made.Id, begun, ProviderTime.Read(made.CreatedAt));
            return made;
        }
        catch (GiftCardException refusal) when (GifqErrors.MayBeRepeat(refusal))
        {
            throw await refusals.ExplainAsync(refusal, batch, cancellationToken).ConfigureAwait(false);
        }
    }

    public override Task<OperationLookup<GifqPayoutOrder>> FindAsync(OperationLookupQuery query, CancellationToken cancellationToken) =>
        search.FindAsync(batch, query, cancellationToken);

    public override Task<GifqPayoutOrder> ReadAsync(string id, CancellationToken cancellationToken) =>
        search.ReadAsync(id, cancellationToken);

    public override string? IdOf(GifqPayoutOrder result) => result.Id;

    public override string? RawStatusOf(GifqPayoutOrder result) => result.Status;
}
