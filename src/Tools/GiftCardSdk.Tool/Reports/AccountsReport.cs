using System.Text.Json.Nodes;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Tool.Sessions;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tool.Reports;

/// <summary>The accounts: which spend real money, and what each can do. Nobody is asked.</summary>
internal sealed class AccountsReport(Session session) : Report
{
    private readonly IReadOnlyList<OpenCircuit> _open = session.Services.GetRequiredService<AccountCircuits>().Open;

    public override JsonNode ToJson() =>
        new JsonObject
        {
            ["settings"] = session.Source,
            ["journal"] = session.Journal,
            ["accounts"] = Json.Array(session.GiftCards.Accounts, Account),
        };

    public override void Show(Screen screen)
    {
        screen.Facts(("settings", session.Source), ("journal", session.Journal ?? "none"));
        screen.Table(
            "There is no account.",
            ["account", "provider", "money", "delivers", "does not have"],
            session.GiftCards.Accounts.Select(account =>
                new[]
                {
                    account.Name,
                    account.Provider,
                    Words.Environment(account.Environment),
                    string.Join(", ", account.Capabilities.Shapes.Select(static shape => Words.Of(shape.Delivery))),
                    string.Join(", ", Enum.GetValues<GiftCardFeature>().Where(has => !account.Capabilities.Supports(has)).Select(Words.Of)),
                }
            )
        );
        foreach (var circuit in _open)
        {
            screen.Alert($"{circuit.Account} sends nothing since {Words.Of(circuit.Since)}: its provider kept failing.");
        }
    }

    private JsonNode Account(IGiftCardAccount account) =>
        new JsonObject
        {
            ["name"] = account.Name,
            ["provider"] = account.Provider,
            ["environment"] = account.Environment.ToString(),
            ["circuitOpenSince"] = Json.Of(_open.FirstOrDefault(circuit => circuit.Account == account.Name)?.Since),
            ["capabilities"] = Json.Of(account.Capabilities),
        };
}
