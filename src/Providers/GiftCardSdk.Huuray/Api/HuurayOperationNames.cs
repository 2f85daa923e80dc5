namespace GiftCardSdk.Huuray;

/// <summary>The names of operations that stand on <see cref="IHuurayApi"/> and are spoken of elsewhere.</summary>
internal static class HuurayOperationNames
{
    public const string GetBalances = "balance.get";
    public const string GetCatalogue = "catalogue.list";
    public const string GetStock = "stock.get";
    public const string ListTemplates = "template.list";
    public const string CreateOrder = "order.create";
    public const string Search = "order.search";
    public const string Resend = "order.resend";
    public const string Cancel = "order.cancel";
}
