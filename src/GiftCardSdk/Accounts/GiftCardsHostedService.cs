using GiftCardSdk.Diagnostics.Internal;
using GiftCardSdk.Journal;
using GiftCardSdk.Ordering;
using GiftCardSdk.Ordering.Limits;
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
    IEnumerable<AccountLimits> limits,
    ILogger<OrderCoordinator> logger
) : IHostedService
{
    private readonly ILogger<OrderCoordinator> _logger = logger.Guarded();

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        var accounts = giftCards.Accounts;
        EnsureLimitsAreOfAccounts(accounts);
        foreach (var account in accounts)
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

    /// <summary>A limit of an account that was misspelt would hold nothing.</summary>
    private void EnsureLimitsAreOfAccounts(IReadOnlyList<IGiftCardAccount> accounts)
    {
        if (limits.FirstOrDefault(limited => accounts.All(account => account.Name != limited.Account)) is { } stray)
        {
            throw new InvalidOperationException(
                $"There are spending limits for the account '{stray.Account}', and no account of that name; there {(accounts.Count == 0 ? "are none" : $"is {string.Join(", ", accounts.Select(account => $"'{account.Name}'"))}")}. Name one of those in LimitSpending, or add the account."
            );
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
