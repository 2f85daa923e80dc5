using System.Collections.Concurrent;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Journal;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.AspNetCore.Health;

/// <summary>What the checks find, each kept for the period.</summary>
internal sealed class HealthAnswers
{
    private readonly IGiftCards _giftCards;
    private readonly AccountCircuits _circuits;
    private readonly TimeProvider _time;
    private readonly GiftCardHealthOptions _options;
    private readonly ConcurrentDictionary<string, Periodic<AccountReading>> _accounts = new(StringComparer.Ordinal);
    private readonly Periodic<Finding> _orders;
    private readonly Periodic<Finding> _inbox;
    private readonly Periodic<Finding> _journal;

    public HealthAnswers(
        IGiftCards giftCards,
        IJournalRecords records,
        AccountCircuits circuits,
        TimeProvider time,
        IOptions<GiftCardHealthOptions> options
    )
    {
        (_giftCards, _circuits, _time, _options) = (giftCards, circuits, time, options.Value);
        var journal = new JournalQuestions(giftCards, records, time, _options);
        _orders = new(journal.OrdersAsync, _options.Period, time);
        _inbox = new(journal.InboxAsync, _options.Period, time);
        _journal = new(journal.WriteAsync, _options.Period, time);
    }

    public Task<Finding> OrdersAsync(CancellationToken cancellationToken) => _orders.GetAsync(cancellationToken);

    public Task<Finding> InboxAsync(CancellationToken cancellationToken) => _inbox.GetAsync(cancellationToken);

    public Task<Finding> JournalAsync(CancellationToken cancellationToken) => _journal.GetAsync(cancellationToken);

    /// <summary>Whether the provider answers, and lets the account in.</summary>
    public async Task<Finding> AccountAsync(string account, CancellationToken cancellationToken)
    {
        var reading = await ReadAsync(account, cancellationToken).ConfigureAwait(false);
        var data = new Dictionary<string, object>(StringComparer.Ordinal) { ["milliseconds"] = reading.Took.TotalMilliseconds };
        if (reading.Failure is not { } failure || failure == nameof(GiftCardErrorCode.NotSupported))
        {
            return new(true, $"'{account}' answers.", data);
        }

        data["error"] = failure;
        return reading.IsOfSettings
            ? new(false, $"'{account}' is not let in: {failure}.", data) { Status = _options.Credentials }
            : new(false, $"'{account}' cannot be read: {failure}.", data);
    }

    /// <summary>Whether every account holds what it should.</summary>
    public async Task<Finding> BalancesAsync(CancellationToken cancellationToken)
    {
        var (data, low) = (new Dictionary<string, object>(StringComparer.Ordinal), new List<string>());
        foreach (var (account, least) in _options.Floors)
        {
            var reading = await ReadAsync(account, cancellationToken).ConfigureAwait(false);
            if (reading.Failure is { } failure)
            {
                // What cannot be read now is the matter of the account's own check; a floor of no account is nobody else's.
                low.AddRange(failure == nameof(ArgumentException) ? [$"there is no account '{account}'"] : Array.Empty<string>());
                continue;
            }

            var available = reading.Balances.FirstOrDefault(balance => balance.Currency == least.Currency)?.Available.Amount ?? 0;
            data[$"{account} {least.Currency}"] = available;
            if (available < least.Amount)
            {
                low.Add($"{account} holds {Money.Of(available, least.Currency)}, less than {least}");
            }
        }

        return new(low.Count == 0, low.Count == 0 ? "Every balance is above its floor." : string.Join("; ", low) + ".", data);
    }

    /// <summary>Whether calls are sent at all.</summary>
    public Finding Circuits()
    {
        var open = _circuits.Open;
        var data = open.ToDictionary(circuit => circuit.Account, circuit => (object)Seconds(circuit.Since), StringComparer.Ordinal);
        return new(
            open.Count == 0,
            open.Count == 0 ? "No circuit is open." : $"Open: {string.Join(", ", open.Select(circuit => circuit.Account))}.",
            data
        );
    }

    private Task<AccountReading> ReadAsync(string account, CancellationToken cancellationToken) =>
        _accounts
            .GetOrAdd(
                account,
                name => new(token => AccountReading.ReadAsync(_giftCards, name, _options.Patience, _time, token), _options.Period, _time)
            )
            .GetAsync(cancellationToken);

    private double Seconds(DateTimeOffset since) => (_time.GetUtcNow() - since).TotalSeconds;
}
