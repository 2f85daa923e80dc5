using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The control routes every twin has.</summary>
internal static class TwinControl
{
    private static ControlJsonContext Context => ControlJsonContext.Default;

    public static IEnumerable<ControlRoute> Routes(ProviderTwin twin) =>
        [
            .. Faults("", twin.Faults),
            new("GET", "ledger", "what was really sold", _ => Ledger(twin)),
            new("GET", "requests", "the requests that arrived", _ => Requests(twin)),
            new("GET", "requests/counts", "how many, by operation", _ => Counts(twin)),
            new("DELETE", "requests", "forgets them", _ => ControlPlane.Done(twin.Requests.Clear)),
            .. twin.Webhooks is { } webhooks ? Webhooks(webhooks) : [],
        ];

    private static IEnumerable<ControlRoute> Faults(string path, FaultScript faults) =>
        [
            new("GET", path + "faults", "the faults in force", _ => Show(faults)),
            new("POST", path + "faults", "adds a fault", call => AddFault(faults, call)),
            new("DELETE", path + "faults", "ends all faults", _ => ControlPlane.Done(faults.Clear)),
            new("GET", path + "faults/history", "the faults that really struck", _ => History(faults)),
        ];

    private static IEnumerable<ControlRoute> Webhooks(SandboxWebhooks webhooks) =>
        [
            new("GET", "webhooks", "the webhooks that came about", _ => Show(webhooks)),
            new("PUT", "webhooks/receiver", "sends them to a url of this machine", call => Send(webhooks, call)),
            .. Faults("webhooks/", webhooks.Faults),
        ];

    private static SandboxAnswer Show(SandboxWebhooks webhooks) =>
        SandboxAnswer.Json(
            StatusCodes.Status200OK,
            Json.Array(
                webhooks.All.Select(webhook => new JsonObject
                {
                    ["id"] = webhook.Id,
                    ["event"] = webhook.Event,
                    ["at"] = webhook.At,
                    ["key"] = webhook.Key,
                    ["body"] = webhook.Body,
                })
            )
        );

    private static SandboxAnswer Send(SandboxWebhooks webhooks, SandboxCall call)
    {
        var url = Json.Parse(call.Body).Text("url") ?? throw new JsonException("The body is an object with a text 'url'.");
        return ControlPlane.Done(() => webhooks.SetReceiver(new Uri(url, UriKind.RelativeOrAbsolute)));
    }

    private static SandboxAnswer Show(FaultScript faults) => ControlPlane.Ok(faults.Active, Context.IReadOnlyListFault);

    private static SandboxAnswer AddFault(FaultScript faults, SandboxCall call)
    {
        var fault = ControlPlane.Read(call, Context.Fault);
        faults.Add(fault);
        return ControlPlane.Ok(fault, Context.Fault);
    }

    private static SandboxAnswer History(FaultScript faults) => ControlPlane.Ok(faults.History, Context.IReadOnlyListInjectedFault);

    private static SandboxAnswer Ledger(ProviderTwin twin)
    {
        var sales = twin.Ledger.Sales;
        var document = new LedgerDocument(
            sales.Count,
            sales.Sum(sale => sale.Cards),
            twin.Ledger.Duplicates,
            twin.Ledger.TotalCharged,
            sales
        );
        return ControlPlane.Ok(document, Context.LedgerDocument);
    }

    private static SandboxAnswer Requests(ProviderTwin twin) => ControlPlane.Ok(twin.Requests.All, Context.IReadOnlyListSandboxArrival);

    private static SandboxAnswer Counts(ProviderTwin twin) =>
        ControlPlane.Ok(new TrafficDocument(twin.Requests.Total, twin.Requests.Counts), Context.TrafficDocument);
}
