namespace GiftCardSdk.Sandbox.Tool.Page;

/// <summary>Where each twin is, and what can be spent there.</summary>
internal static class BalancesPart
{
    public static Html Show(IReadOnlyList<Desk> desks) => $"<div class=\"desks\">{desks.Select(Show)}</div>";

    public static Html Form(IReadOnlyList<Desk> desks) =>
        $"""
            <form method="post" action="/balance" class="row">
            <label>Provider <select name="twin">{Options(desks)}</select></label>
            <label>Amount <input name="amount" type="number" min="0" step="any" required></label>
            <label>Currency <input name="currency" pattern="[A-Za-z][A-Za-z][A-Za-z]" size="4" value="USD" required></label>
            <button>Set the balance</button>
            </form>
            """;

    /// <summary>The providers, to choose one.</summary>
    public static IEnumerable<Html> Options(IEnumerable<Desk> desks) =>
        desks.Select(desk => (Html)$"<option value=\"{desk.Twin.Name}\">{desk.Provider}</option>");

    private static Html Show(Desk desk) =>
        $"""
            <article class="desk {desk.Twin.Name}">
            <h3>{desk.Provider}</h3>
            <p><code>{desk.Twin.BaseAddress.AbsoluteUri}</code></p>
            <ul>{desk.Balances().Select(entry => (Html)$"<li>{Amounts.Show(entry.Value, entry.Key)}</li>")}</ul>
            <p>{desk.Twin.Requests.Total} requests, {desk.Twin.Ledger.Count} orders</p>
            </article>
            """;
}
