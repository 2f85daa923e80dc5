using GiftCardSdk.Chaos.World;
using GiftCardSdk.Gifq;
using GiftCardSdk.Giftronaut;

namespace GiftCardSdk.Chaos.Orders;

/// <summary>Something that is bought once: an order, a batch of payouts or a campaign run.</summary>
internal abstract class Purchase
{
    /// <summary>What all cards are worth, as the provider's wire counts.</summary>
    public abstract long Amount { get; }

    /// <summary>Buys, as a caller does.</summary>
    /// <returns>The provider's id.</returns>
    public abstract Task<string> PlaceAsync(IGiftCardAccount account, WorldAccounts accounts, CancellationToken cancellationToken);
}

/// <summary>An order.</summary>
internal sealed class OrderPurchase(Provider provider, OrderRequest request) : Purchase
{
    public override long Amount => request.Lines.Sum(line => provider.InWireUnits(line.FaceValue * line.Quantity));

    public override async Task<string> PlaceAsync(IGiftCardAccount account, WorldAccounts accounts, CancellationToken cancellationToken) =>
        (await account.Orders.PlaceAsync(request, cancellationToken)).Id;
}

/// <summary>A batch of payouts at GIFQ, which takes no key with it: a second send would be a second batch.</summary>
internal sealed class PayoutPurchase(OrderReference reference, int number, int recipients, decimal amount) : Purchase
{
    private const string Currency = "EUR";
    private const int ExpiresInDays = 45;

    public override long Amount => Money.Of(recipients * amount, Currency).ToMinorUnits();

    public override async Task<string> PlaceAsync(IGiftCardAccount account, WorldAccounts accounts, CancellationToken cancellationToken)
    {
        var batch = new GifqNewPayoutOrder
        {
            CampaignId = accounts.GifqCampaign,
            WalletCurrency = Currency,
            ExpiresInDays = ExpiresInDays,
            Recipients =
            [
                .. Enumerable
                    .Range(0, recipients)
                    .Select(index => new GifqPayoutRecipient
                    {
                        Email = Drawing.AddressOf(number, index),
                        Amount = amount,
                        Currency = Currency,
                    }),
            ],
        };
        return (await account.GetService<IGifqPayouts>().DispatchAsync(reference, batch, cancellationToken)).Value.Id;
    }
}

/// <summary>A run of the campaign that every Giftronaut account has.</summary>
internal sealed class CampaignRunPurchase(OrderReference reference, int number, int recipients) : Purchase
{
    private static readonly GiftronautCampaign Campaign = new()
    {
        CampaignId = "CA-9K2M4T7X",
        ProductId = "CHOICE-SUNRISE-USD",
        Amount = 25,
    };

    public override long Amount => Money.Of(recipients * Campaign.Amount!.Value, "USD").ToMinorUnits();

    public override async Task<string> PlaceAsync(IGiftCardAccount account, WorldAccounts accounts, CancellationToken cancellationToken)
    {
        var run = new GiftronautCampaignRun
        {
            Recipients =
            [
                .. Enumerable
                    .Range(0, recipients)
                    .Select(index => new GiftronautCampaignRecipient { Email = Drawing.AddressOf(number, index) }),
            ],
        };
        var campaigns = account.GetService<IGiftronautCampaigns>();
        return (await campaigns.RunAsync(reference, Campaign, run, cancellationToken)).Value.OrderId;
    }
}
