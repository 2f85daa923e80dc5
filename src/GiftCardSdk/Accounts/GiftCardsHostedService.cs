using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Accounts;

/// <summary>
/// Under a generic host: makes every account at start, so that a wrong setting is seen then, says which of them spend real money, warns of
/// accounts that the journal alone knows, and finishes orders under way at stop.
/// </summary>
internal sealed class GiftCardsHostedService(
    IGiftCards giftCards,
    IOrderJournal journal,
    OrderCoordinator coordinator,
    ILogger<OrderCoordinator> logger
) : IHostedService
{
    private readonly ILogger<OrderCoordinator> _logger = logger.Guarded();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var account in giftCards.Accounts)
        {
            OrderingLog.AccountReady(_logger, account.Name, account.Provider, account.Environment);
        }

        try
        {
            await WarnOfUnknownAccountsAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception failure) when (!cancellationToken.IsCancellationRequested)
        {
            // It is a check of the settings; orders themselves do not go out on a journal that cannot be read.
            OrderingLog.AccountsNotRead(_logger, failure);
        }
    }

    /// <summary>An account that was renamed has lost its orders: every reference would be bought once more.</summary>
    private async ValueTask WarnOfUnknownAccountsAsync(CancellationToken cancellationToken)
    {
        var configured = (giftCards as GiftCards)?.JournalAccounts() ?? [];
        foreach (var known in await journal.ListAccountsAsync(cancellationToken).ConfigureAwait(false))
        {
            if (!configured.Contains(known))
            {
                OrderingLog.AccountUnknown(_logger, known.JournalId, known.Provider, known.Environment, known.JournalId);
            }
        }
    }

    public Task StopAsync(CancellationToken cancellationToken) => coordinator.DrainAsync(cancellationToken);
}
