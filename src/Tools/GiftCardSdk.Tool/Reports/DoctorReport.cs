using System.Text.Json.Nodes;
using GiftCardSdk.Tool.Checks;
using GiftCardSdk.Tool.Sessions;

namespace GiftCardSdk.Tool.Reports;

/// <summary>What is as it should be, and what is not.</summary>
internal sealed class DoctorReport(IReadOnlyList<Check> checks) : Report
{
    private readonly int _bad = checks.Count(static check => !check.IsGood);

    public override int ExitCode => _bad > 0 ? Tool.ExitCode.Attention : Tool.ExitCode.Done;

    public static async Task<DoctorReport> ReadAsync(Session session, CancellationToken cancellationToken) =>
        new(await new Doctor(session).RunAsync(cancellationToken).ConfigureAwait(false));

    public override JsonNode ToJson() =>
        new JsonObject
        {
            ["isGood"] = _bad == 0,
            ["checks"] = Json.Array(
                checks,
                static check => new JsonObject
                {
                    ["where"] = check.Where,
                    ["what"] = check.What,
                    ["isGood"] = check.IsGood,
                    ["detail"] = check.Detail,
                }
            ),
        };

    public override void Show(Screen screen)
    {
        screen.Table(
            "Nothing was looked at.",
            ["", "where", "what", "seen"],
            checks.Select(static check => new[] { check.IsGood ? "ok" : "BAD", check.Where, check.What, check.Detail })
        );
        screen.Line(
            _bad == 0
                ? "All that a call can show is well; docs/going-live.md lists what a person sees to."
                : $"{Words.Of(_bad)} of {Words.Of(checks.Count)} are not well."
        );
    }
}
