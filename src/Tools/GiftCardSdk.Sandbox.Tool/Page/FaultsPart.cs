namespace GiftCardSdk.Sandbox.Tool.Page;

/// <summary>What goes wrong on request, and what has gone wrong so far.</summary>
internal static class FaultsPart
{
    private const int Most = 20;

    public static Html Form(IReadOnlyList<Desk> desks) =>
        $"""
            <form method="post" action="/faults" class="row">
            <label>Provider <select name="twin">{BalancesPart.Options(desks)}</select></label>
            <label>Operation <input name="operation" list="operations" placeholder="every one"></label>
            <datalist id="operations">{Operations(desks).Select(operation => (Html)$"<option value=\"{operation}\">")}</datalist>
            <label>Fault <select name="kind">
            <optgroup label="Requests">{Kinds(FaultScript.RequestKinds)}</optgroup>
            <optgroup label="Webhooks">{Kinds(FaultScript.WebhookKinds)}</optgroup>
            </select></label>
            <label>Times <input name="times" type="number" min="1" value="1" placeholder="always"></label>
            <label>Delay, s <input name="delay" type="number" min="0" step="any"></label>
            <label>Retry-After, s <input name="retryAfter" type="number" min="0" step="any"></label>
            <button>Switch on</button>
            </form>
            """;

    public static Html Show(IReadOnlyList<Desk> desks)
    {
        var active = desks
            .SelectMany(desk => Scripts(desk).SelectMany(script => script.Active).Select(fault => Show(desk, fault)))
            .ToArray();
        var struck = desks
            .SelectMany(desk => Scripts(desk).SelectMany(script => script.History).Select(fault => (Desk: desk, Fault: fault)))
            .OrderByDescending(entry => entry.Fault.At)
            .ToArray();
        return $"""
            {(
                active.Length == 0
                    ? (Html)$"<p>None is switched on.</p>"
                    : $"<ul>{active}</ul><form method=\"post\" action=\"/faults/clear\"><button>End all</button></form>"
            )}
            <p>{struck.Length} struck so far.</p>
            <ul>{struck.Take(Most).Select(entry =>
                (Html)
                    $"<li>{entry.Fault.At} {entry.Desk.Provider} {entry.Fault.Operation}: {entry.Fault.Kind.ToString()} {entry.Fault.Key}</li>"
            )}</ul>
            """;
    }

    private static Html Show(Desk desk, Fault fault) =>
        $"<li>{desk.Provider} {fault.Operation}: <strong class=\"fault\">{fault.Kind.ToString()}</strong>{(fault.Times is { } times ? (Html)$", {times} times in all" : $", every time")}</li>";

    private static IEnumerable<FaultScript> Scripts(Desk desk) =>
        desk.Twin.Webhooks is { } webhooks ? [desk.Twin.Faults, webhooks.Faults] : [desk.Twin.Faults];

    private static IEnumerable<string> Operations(IEnumerable<Desk> desks) =>
        desks.SelectMany(desk => desk.Twin.Operations).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    private static IEnumerable<Html> Kinds(IEnumerable<FaultKind> kinds) =>
        kinds.Select(kind => (Html)$"<option>{kind.ToString()}</option>");
}
