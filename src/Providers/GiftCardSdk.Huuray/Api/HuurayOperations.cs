using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>
/// What each operation is called in metrics and exceptions, and what may be done when it fails. The verbs say nothing about that: five reads are
/// POST, and what takes cards back is DELETE.
/// </summary>
internal static class HuurayOperations
{
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(100);

    public static readonly ProviderOperation GetBalances = ProviderOperation.Read("balance.get");
    public static readonly ProviderOperation GetCatalogue = ProviderOperation.Read("catalogue.list", HttpMethod.Post) with
    {
        AttemptTimeout = TimeSpan.FromSeconds(30),
        Deadline = Long,
    };
    public static readonly ProviderOperation GetStock = ProviderOperation.Read("stock.get", HttpMethod.Post);
    public static readonly ProviderOperation GetExchangeRate = ProviderOperation.Read("exchange_rates.get");
    public static readonly ProviderOperation ListTemplates = ProviderOperation.Read("template.list", HttpMethod.Post);
    public static readonly ProviderOperation CreateOrder = ProviderOperation.Create("order.create", RetrySafety.Unsafe);
    public static readonly ProviderOperation Search = ProviderOperation.Read("order.search", HttpMethod.Post);
    public static readonly ProviderOperation Resend = ProviderOperation.Change("order.resend", HttpMethod.Post);
    public static readonly ProviderOperation Cancel = ProviderOperation.Change("order.cancel", HttpMethod.Delete);
    public static readonly ProviderOperation GetPdf = ProviderOperation.Read("pdf.get", HttpMethod.Post) with
    {
        AttemptTimeout = Long,
        Deadline = Long,
    };
    public static readonly ProviderOperation Upload = ProviderOperation.Change("upload.create", HttpMethod.Post) with
    {
        AttemptTimeout = Long,
        Deadline = Long,
    };
}
