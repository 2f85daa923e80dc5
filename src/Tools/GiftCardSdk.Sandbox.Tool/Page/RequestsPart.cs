namespace GiftCardSdk.Sandbox.Tool.Page;

/// <summary>What arrived, newest first, as it was sent but for the credentials.</summary>
internal static class RequestsPart
{
    private const int Most = 100;

    public static Html Show(IReadOnlyList<Desk> desks)
    {
        var arrivals = desks.SelectMany(desk => desk.Twin.Requests.All.Select(arrival => (Desk: desk, Arrival: arrival))).ToArray();
        if (arrivals.Length == 0)
        {
            return $"<p>Nothing has arrived yet.</p>";
        }

        var shown = arrivals.OrderByDescending(entry => entry.Arrival.At).Take(Most);
        return $"""
            <p>{arrivals.Length} have arrived.{(
                arrivals.Length > Most ? (Html)$" The last {Most} are shown." : Html.None
            )} Credentials are masked.</p>
            {shown.Select(entry => Show(entry.Desk, entry.Arrival))}
            <form method="post" action="/requests/clear"><button>Forget them</button></form>
            """;
    }

    private static Html Show(Desk desk, SandboxArrival arrival) =>
        $"""
            <details id="{desk.Twin.Name}-{arrival.Sequence}">
            <summary><span class="status s{(arrival.Status ?? 0) / 100}">{Answer(arrival)}</span> <b>{arrival.Method}</b> {Masks.Text(
                arrival.PathAndQuery,
                desk
            )}
            <small>{desk.Provider} · {arrival.Operation} · {arrival.At}</small>{Fault(arrival)}</summary>
            <dl>{arrival.Headers.Select(header => (Html)$"<dt>{header.Key}</dt><dd>{Masks.Header(header.Key, header.Value)}</dd>")}</dl>
            {(arrival.Body.Length > 0 ? (Html)$"<pre>{Masks.Text(arrival.Body, desk)}</pre>" : Html.None)}
            </details>
            """;

    private static string Answer(SandboxArrival arrival) => arrival.Status?.ToString(null, null) ?? "none";

    private static Html Fault(SandboxArrival arrival) =>
        arrival.Fault is { } fault ? $" <strong class=\"fault\">{fault.ToString()}</strong>" : Html.None;
}
