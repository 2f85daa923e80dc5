using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox.Tool;

/// <summary>What the tool knows of one twin beside what all twins have: how an application reaches it, and what it can spend.</summary>
internal sealed record Desk(ProviderTwin Twin, string Provider, params (string Name, string Value)[] Credentials)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    /// <summary>What can be spent now, in units by currency.</summary>
    public required Func<IEnumerable<KeyValuePair<string, decimal>>> Balances { get; init; }

    /// <summary>Sets what can be spent in one currency, in units.</summary>
    public required Action<string, decimal> SetBalance { get; init; }

    /// <summary>The recipient redeems a card of the ledger.</summary>
    public Action<string> Redeem { get; init; } = Twin.Redeem;

    /// <summary>What signs the webhooks, where the settings take it; null otherwise.</summary>
    public string? WebhookSecret { get; init; }

    public static IReadOnlyList<Desk> AllOf(GiftCardSandbox sandbox)
    {
        var (giftbit, gifq, giftronaut) = (sandbox.Giftbit, sandbox.Gifq, sandbox.Giftronaut);
        var (partners, huuray) = (sandbox.GiftCardPartners, sandbox.Huuray);
        return
        [
            new Desk(giftbit, "Giftbit", ("ApiToken", giftbit.ApiToken))
            {
                Balances = () => giftbit.Balances.Select(entry => KeyValuePair.Create(entry.Key, entry.Value / 100m)),
                SetBalance = (currency, amount) => giftbit.SetBalance(currency, (long)(amount * 100)),
            },
            new Desk(gifq, "Gifq", ("ApiToken", gifq.ApiToken)) { Balances = () => gifq.Balances, SetBalance = gifq.SetBalance },
            new Desk(giftronaut, "Giftronaut", ("ClientId", giftronaut.ClientId), ("ClientSecret", giftronaut.ClientSecret))
            {
                Balances = () => [KeyValuePair.Create("USD", giftronaut.GetBalance())],
                SetBalance = (currency, amount) => giftronaut.SetBalance(currency, amount),
                WebhookSecret = giftronaut.Webhooks.Secret,
            },
            new Desk(partners, "GiftCardPartners", ("Email", partners.Email), ("AccessToken", partners.AccessToken))
            {
                Balances = () => partners.Balances,
                SetBalance = partners.SetBalance,
            },
            new Desk(huuray, "Huuray", ("ApiToken", huuray.ApiToken), ("ApiSecret", huuray.ApiSecret))
            {
                Balances = () => huuray.Balances.Select(entry => KeyValuePair.Create(entry.Key, Amounts.Units(entry.Value, entry.Key))),
                SetBalance = (currency, amount) => huuray.SetBalance(currency, Amounts.MinorUnits(amount, currency)),
            },
        ];
    }

    /// <summary>The section <c>GiftCards</c> of an application's settings.</summary>
    public static string SettingsOf(IEnumerable<Desk> desks)
    {
        var accounts = new JsonObject(desks.Select(desk => KeyValuePair.Create<string, JsonNode?>(desk.Provider, desk.Settings())));
        return new JsonObject { ["GiftCards"] = accounts }.ToJsonString(Readable);
    }

    /// <summary>A sale's or card's amount: the twin's wire counts it in hundredths, or in the currency's own minor units.</summary>
    public string Show(long amount, string currency) =>
        Twin is GiftbitTwin ? Amounts.Show(amount / 100m, currency) : Amounts.Show(Amounts.Units(amount, currency), currency);

    /// <summary>Address and credentials, a line each.</summary>
    public string Describe() =>
        string.Join(
            '\n',
            Credentials
                .Select(entry => ("  " + entry.Name, entry.Value))
                .Prepend((Provider, Twin.BaseAddress.AbsoluteUri))
                .Select(line => string.Create(CultureInfo.InvariantCulture, $"  {line.Item1, -18} {line.Item2}"))
        );

    private JsonObject Settings()
    {
        var settings = new JsonObject(Credentials.Select(entry => KeyValuePair.Create<string, JsonNode?>(entry.Name, entry.Value)))
        {
            ["BaseAddress"] = Twin.BaseAddress.AbsoluteUri,
        };
        if (WebhookSecret is not null)
        {
            settings["Webhooks"] = new JsonObject { ["Secrets"] = new JsonArray(WebhookSecret) };
        }

        return settings;
    }
}
