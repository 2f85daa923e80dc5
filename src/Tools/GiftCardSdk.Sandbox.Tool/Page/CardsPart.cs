namespace GiftCardSdk.Sandbox.Tool.Page;

/// <summary>What was sold, newest first, and each card as its recipient has it.</summary>
internal static class CardsPart
{
    private const int MostSales = 50;

    public static Html Show(IReadOnlyList<Desk> desks)
    {
        var sales = desks.SelectMany(desk => desk.Twin.Ledger.Sales.Select(sale => (Desk: desk, Sale: sale))).ToArray();
        if (sales.Length == 0)
        {
            return $"<p>Nothing was sold yet. Give an application the settings below, and place an order.</p>";
        }

        var duplicates = desks.Sum(desk => desk.Twin.Ledger.Duplicates);
        var shown = sales.OrderByDescending(entry => entry.Sale.SoldAt).Take(MostSales).ToArray();
        return $"""
            <p>{sales.Length} sold, {sales.Sum(entry => entry.Sale.Cards)} cards, {duplicates} sold twice.{Rest(
                sales.Length - shown.Length
            )}</p>
            <div class="cards">{shown.SelectMany(entry => Cards(entry.Desk, entry.Sale))}</div>
            """;
    }

    private static Html Rest(int count) => count == 0 ? Html.None : $" The last {MostSales} are shown.";

    private static IEnumerable<Html> Cards(Desk desk, SandboxSale sale)
    {
        var issued = sale.Issued;
        return issued.Count == 0
            ? [Tile(desk, sale, new SandboxCard(null, sale.AmountInMinorUnits))]
            : issued.Select(card => Tile(desk, sale, card));
    }

    private static Html Tile(Desk desk, SandboxSale sale, SandboxCard card) =>
        $"""
            <article class="card {desk.Twin.Name}" data-state="{card.State.ToString()}">
            <h3>{card.ProductId ?? "the recipient's choice"}</h3>
            <p class="value">{desk.Show(card.AmountInMinorUnits, sale.Currency)}</p>
            <dl>
            {Row("code", card.Code)}{Row("PIN", card.Pin)}{Row("link", card.Link)}{Row("asks for", card.Challenge)}{Row(
                "serial",
                card.Serial
            )}{Row("security code", card.SecurityCode)}
            {Row("e-mail", card.Email)}{Row("phone", card.Phone)}
            {Row("reference", sale.ClientKey)}{Row("order", $"{desk.Provider} {sale.OrderId}")}
            <dt>sold</dt><dd>{sale.SoldAt}</dd>
            {Expiry(card)}
            </dl>
            <footer><span class="state">{Word(card)}</span>{Redeem(desk, card)}</footer>
            </article>
            """;

    private static Html Row(string name, string? value) => value is null ? Html.None : $"<dt>{name}</dt><dd>{value}</dd>";

    private static Html Expiry(SandboxCard card) => card.ExpiresAt is { } expiry ? $"<dt>good until</dt><dd>{expiry}</dd>" : Html.None;

    private static string Word(SandboxCard card) =>
        card.State switch
        {
            SandboxCardState.Pending => "not issued yet",
            SandboxCardState.Open => "not redeemed",
            SandboxCardState.Redeemed => "redeemed",
            SandboxCardState.Expired => "expired",
            _ => "cancelled",
        };

    private static Html Redeem(Desk desk, SandboxCard card) =>
        card is { State: SandboxCardState.Open, Id: { } id }
            ? $"""
                <form method="post" action="/redeem">
                <input type="hidden" name="twin" value="{desk.Twin.Name}"><input type="hidden" name="card" value="{id}">
                <button>Redeem</button>
                </form>
                """
            : Html.None;
}
