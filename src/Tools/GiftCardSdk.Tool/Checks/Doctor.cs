using System.Globalization;
using GiftCardSdk.Adapters;
using GiftCardSdk.Http;
using GiftCardSdk.Sqlite;
using GiftCardSdk.Tool.Reports;
using GiftCardSdk.Tool.Sessions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace GiftCardSdk.Tool.Checks;

/// <summary>One thing that was looked at.</summary>
/// <param name="Where">An account, or <c>here</c>.</param>
/// <param name="What">What was looked at.</param>
/// <param name="IsGood">Whether it is as it should be.</param>
/// <param name="Detail">What was seen.</param>
internal sealed record Check(string Where, string What, bool IsGood, string Detail);

/// <summary>Looks at everything that an order needs, and buys nothing.</summary>
internal sealed class Doctor(Session session)
{
    private const string Here = "here";

    /// <summary>More than the provider's own servers differ by.</summary>
    private static readonly TimeSpan MostSkew = TimeSpan.FromMinutes(2);

    private static readonly (string Name, string What)[] HealthOfJournal =
    [
        ("giftcards.journal", "journal is written"),
        ("giftcards.orders", "open orders"),
        ("giftcards.inbox", "webhook inbox"),
    ];

    private readonly List<Check> _checks = [];

    public async Task<IReadOnlyList<Check>> RunAsync(CancellationToken cancellationToken)
    {
        Add(Here, "settings", true, session.Source);
        await JournalAsync(cancellationToken).ConfigureAwait(false);
        foreach (var account in session.GiftCards.Accounts)
        {
            await AccountAsync(account, cancellationToken).ConfigureAwait(false);
        }

        return _checks;
    }

    private async Task JournalAsync(CancellationToken cancellationToken)
    {
        Add(Here, "journal", session.HasJournal, session.Journal ?? "none: nothing can be ordered");
        if (!session.HasJournal)
        {
            return;
        }

        var health = await session
            .Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(
                static check => HealthOfJournal.Any(wanted => string.Equals(wanted.Name, check.Name, StringComparison.Ordinal)),
                cancellationToken
            )
            .ConfigureAwait(false);
        foreach (var (name, what) in HealthOfJournal)
        {
            var found = health.Entries[name];
            Add(Here, what, found.Status == HealthStatus.Healthy, found.Description ?? "");
        }

        await TryAsync(Here, "journal knows all orders", GapAsync).ConfigureAwait(false);
        if (session.JournalFile is { } file)
        {
            await TryAsync(Here, "journal's file", CheckFileAsync).ConfigureAwait(false);

            async Task<(bool, string)> CheckFileAsync()
            {
                var damages = await SqliteJournal.CheckAsync(file, cancellationToken).ConfigureAwait(false);
                return (damages.Count == 0, damages.Count == 0 ? "undamaged" : string.Join("; ", damages));
            }
        }

        async Task<(bool, string)> GapAsync() =>
            await session.GiftCards.Journal.FindGapAsync(cancellationToken).ConfigureAwait(false) is { } gap
                ? (false, $"those of {Words.Of(gap.From)} to {Words.Of(gap.To)} may be missing")
                : (true, "no gap");
    }

    private async Task AccountAsync(IGiftCardAccount account, CancellationToken cancellationToken)
    {
        await TryAsync(account.Name, "credentials and money", BalancesAsync).ConfigureAwait(false);
        await TryAsync(account.Name, "catalog", CatalogAsync).ConfigureAwait(false);
        Clock(account);
        Webhooks(account);

        async Task<(bool, string)> BalancesAsync()
        {
            if (!account.Capabilities.Supports(GiftCardFeature.Balances))
            {
                return (true, "this provider shows no balance");
            }

            var balances = await account.Balances.ListAsync(cancellationToken).ConfigureAwait(false);
            return (
                balances.Any(static balance => balance.Available.Amount > 0),
                balances.Count == 0 ? "nothing to spend" : Words.Few([.. balances.Select(static balance => balance.Available.ToString())])
            );
        }

        async Task<(bool, string)> CatalogAsync()
        {
            await foreach (var product in account.Catalog.ListAsync(cancellationToken: cancellationToken).ConfigureAwait(false))
            {
                return (true, $"can be read; the first is {product.Id}");
            }

            return (false, "empty: ask the provider which products the account may buy");
        }
    }

    /// <summary>A clock that is wrong breaks signatures, and what is compared with the provider's times.</summary>
    private void Clock(IGiftCardAccount account)
    {
        if ((account.GetService(typeof(ProviderClock)) as ProviderClock)?.Now is not { } there)
        {
            Add(account.Name, "clock", true, "not compared: its answers did not say the time");
            return;
        }

        var ahead = session.Time.GetUtcNow() - there;
        Add(
            account.Name,
            "clock",
            ahead.Duration() <= MostSkew,
            ahead.Duration() <= MostSkew
                ? "as here"
                : $"this machine is {Words.Of(ahead.Duration())} {(ahead > TimeSpan.Zero ? "ahead" : "behind")}"
        );
    }

    private void Webhooks(IGiftCardAccount account)
    {
        var registration = session
            .Services.GetServices<AccountRegistration>()
            .First(one => string.Equals(one.Name, account.Name, StringComparison.Ordinal));
        var detail =
            !account.Capabilities.Supports(GiftCardFeature.Webhooks) ? "this provider has none; orders are looked at"
            : registration.Webhooks(session.Services) is not { Secrets.Count: var secrets, PathTokens.Count: var tokens }
            || secrets + tokens == 0
                ? "not set up; orders are looked at"
            : string.Create(CultureInfo.InvariantCulture, $"received: {secrets} secrets, {tokens} path tokens");
        Add(account.Name, "webhooks", true, detail);
    }

    private async Task TryAsync(string where, string what, Func<Task<(bool IsGood, string Detail)>> look)
    {
        try
        {
            var (isGood, detail) = await look().ConfigureAwait(false);
            Add(where, what, isGood, detail);
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            Add(where, what, false, Failures.Of(failure).Message);
        }
    }

    private void Add(string where, string what, bool isGood, string detail) => _checks.Add(new(where, what, isGood, detail));
}
