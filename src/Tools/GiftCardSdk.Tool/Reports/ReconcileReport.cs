using System.Text.Json.Nodes;
using GiftCardSdk.Reporting;

namespace GiftCardSdk.Tool.Reports;

/// <summary>What of an account's books does not fit those of its provider.</summary>
internal sealed class ReconcileReport(ReconciliationReport report) : Report
{
    public override int ExitCode => report.Findings.Count > 0 ? Tool.ExitCode.Attention : Tool.ExitCode.Done;

    public override JsonNode ToJson() =>
        new JsonObject
        {
            ["account"] = report.Account,
            ["from"] = Json.Of(report.Period.From),
            ["to"] = Json.Of(report.Period.To),
            ["ordersHere"] = report.OrdersHere,
            ["ordersThere"] = report.OrdersThere,
            ["matched"] = report.Matched,
            ["movements"] = report.Movements,
            ["findings"] = Json.Array(
                report.Findings,
                static finding => new JsonObject
                {
                    ["kind"] = finding.Kind.ToString(),
                    ["reference"] = finding.Reference?.Value,
                    ["orderId"] = finding.OrderId,
                    ["providerKey"] = finding.ProviderKey,
                    ["at"] = Json.Of(finding.At),
                    ["here"] = finding.Here,
                    ["there"] = finding.There,
                    ["advice"] = finding.Advice,
                }
            ),
        };

    public override void Show(Screen screen)
    {
        screen.Line(report.ToString());
        screen.Table(
            "Everything fits.",
            ["finding", "reference or order", "here", "there"],
            report.Findings.Select(static finding =>
                new[] { Words.Of(finding.Kind), finding.Reference?.Value ?? finding.OrderId ?? "", finding.Here ?? "", finding.There ?? "" }
            )
        );
        foreach (var advice in report.Findings.Select(static finding => finding.Advice).Distinct(StringComparer.Ordinal))
        {
            screen.Line($"- {advice}");
        }
    }
}
