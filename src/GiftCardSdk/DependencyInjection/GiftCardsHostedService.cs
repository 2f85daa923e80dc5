using GiftCardSdk.Ordering;
using Microsoft.Extensions.Hosting;

namespace GiftCardSdk;

/// <summary>Under a generic host: makes every account at start, so that a wrong setting is seen then, and finishes orders under way at stop.</summary>
internal sealed class GiftCardsHostedService(IGiftCards giftCards, OrderCoordinator coordinator) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        _ = giftCards.Accounts;
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => coordinator.DrainAsync(cancellationToken);
}
