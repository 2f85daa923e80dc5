using System.Globalization;
using GiftCardSdk.Diagnostics;

namespace GiftCardSdk.AspNetCore.Dashboard;

/// <summary>The accounts, whether they are called at all, and how fast.</summary>
internal static class AccountsPage
{
    public static Task<DashboardPage> ReadAsync(DashboardVisit visit)
    {
        var state = visit.State;
        var open = state.Circuits.Open.ToDictionary(static circuit => circuit.Account, StringComparer.Ordinal);
        var rates = state.Rates.Now.ToDictionary(static rate => rate.Account, StringComparer.Ordinal);
        var body = Html.Of(html =>
        {
            html.Add(
                $"""<h1>Accounts</h1><p class="soft">As this process sees them.</p><section><table><thead><tr><th>Account<th>Provider<th>Money<th>Circuit<th>Calls a minute<th>Of them here<th>Waiting<th>Pause</tr></thead><tbody>"""
            );
            foreach (var account in state.GiftCards.Accounts)
            {
                Write(html, visit, account, open.GetValueOrDefault(account.Name), rates.GetValueOrDefault(account.Name));
            }

            html.Add($"</tbody></table></section>");
        });
        return Task.FromResult(new DashboardPage("Accounts", body));
    }

    private static void Write(Html html, DashboardVisit visit, IGiftCardAccount account, OpenCircuit? circuit, AccountRate? rate) =>
        html.Add(
            $"""<tr><td>{account.Name}</td><td data-label="Provider">{account.Provider}</td><td data-label="Money">{account.Environment.ToString()}</td><td data-label="Circuit">{Circuit(visit, circuit)}</td><td data-label="Calls a minute">{PerMinute(rate)}</td><td data-label="Of them here">{rate?.Share.ToString("P0", CultureInfo.InvariantCulture)}</td><td data-label="Waiting">{rate?.Waiting.ToString(CultureInfo.InvariantCulture)}</td><td data-label="Pause">{(rate?.PausedFor is { } pause ? Html.Colored("warn", Words.Span(pause)) : null)}</td></tr>"""
        );

    private static string PerMinute(AccountRate? rate) =>
        rate is null ? "" : rate.CallsPerMinute?.ToString("N0", CultureInfo.InvariantCulture) ?? "no limit";

    private static Html Circuit(DashboardVisit visit, OpenCircuit? circuit) =>
        circuit is null ? Html.Colored("good", "closed") : Html.Colored("bad", $"open for {Words.Span(visit.Now - circuit.Since)}");
}
