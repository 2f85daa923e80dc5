using GiftCardSdk.Adapters;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.AspNetCore.Health;

/// <summary>Registers the checks when the accounts are known.</summary>
internal sealed class HealthRegistrations(IEnumerable<AccountRegistration> accounts, IOptions<GiftCardHealthOptions> options)
    : IConfigureOptions<HealthCheckServiceOptions>
{
    private const string Tag = "giftcards";

    public void Configure(HealthCheckServiceOptions checks)
    {
        var settings = options.Value;
        foreach (var account in accounts.Select(registration => registration.Name).Distinct(StringComparer.Ordinal))
        {
            Add("account." + account, settings.Reachability, (answers, token) => answers.AccountAsync(account, token));
        }

        Add("balances", settings.Balance, static (answers, token) => answers.BalancesAsync(token));
        Add("circuits", settings.Circuit, static (answers, _) => Task.FromResult(answers.Circuits()));
        Add("orders", settings.Orders, static (answers, token) => answers.OrdersAsync(token));
        Add("inbox", settings.Inbox, static (answers, token) => answers.InboxAsync(token));
        Add("journal", settings.Journal, static (answers, token) => answers.JournalAsync(token));

        void Add(string name, HealthStatus failure, Func<HealthAnswers, CancellationToken, Task<Finding>> ask) =>
            checks.Registrations.Add(
                new($"{Tag}.{name}", services => new GiftCardHealthCheck(services.GetRequiredService<HealthAnswers>(), ask), failure, [Tag])
            );
    }

    private sealed class GiftCardHealthCheck(HealthAnswers answers, Func<HealthAnswers, CancellationToken, Task<Finding>> ask)
        : IHealthCheck
    {
        public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default) =>
            (await ask(answers, cancellationToken).ConfigureAwait(false)).ToResult(context.Registration.FailureStatus);
    }
}
