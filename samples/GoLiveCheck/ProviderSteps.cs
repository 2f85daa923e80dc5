using System.Globalization;
using GiftCardSdk;
using GiftCardSdk.Gifq;
using GiftCardSdk.Giftbit;
using GiftCardSdk.GiftCardPartners;
using GiftCardSdk.Giftronaut;
using GiftCardSdk.Huuray;

namespace GoLiveCheck;

/// <summary>What single providers ask for besides; the same order as in docs/going-live.md.</summary>
internal static class ProviderSteps
{
    /// <summary>What a call shows.</summary>
    public static IEnumerable<(string What, Func<Task<string>> Read)> Of(IGiftCardAccount account) =>
        account.Provider switch
        {
            GiftbitDefaults.Provider =>
            [
                (
                    "the token is of this environment",
                    async () => (await account.GetService<IGiftbitApi>().PingAsync()).DisplayName ?? "answered"
                ),
                ("regions for choice cards", async () => Count((await account.GetService<IGiftbitApi>().ListRegionsAsync()).Regions.Count)),
            ],
            GifqDefaults.Provider =>
            [
                (
                    "transactions, for reconciliation",
                    async () => Count((await account.GetService<IGifqApi>().ListTransactionsAsync()).Rows.Count)
                ),
            ],
            GiftronautDefaults.Provider =>
            [
                (
                    "the ledger, for reconciliation",
                    async () => Count((await account.GetService<IGiftronautApi>().ListLedgerAsync()).Rows.Count)
                ),
            ],
            GiftCardPartnersDefaults.Provider =>
            [
                (
                    "ways of posting",
                    async () => Count((await account.GetService<IGiftCardPartnersCache>().ListShippingMethodsAsync()).Count)
                ),
                ("card carriers", async () => Count((await account.GetService<IGiftCardPartnersCache>().ListCarriersAsync()).Count)),
                ("departments", async () => Count((await account.GetService<IGiftCardPartnersCache>().ListDepartmentsAsync()).Count)),
            ],
            HuurayDefaults.Provider =>
            [
                (
                    "templates, for what Huuray sends",
                    async () => Count((await account.GetService<IHuurayApi>().ListTemplatesAsync()).Templates.Count)
                ),
            ],
            _ => [],
        };

    /// <summary>What nobody but a person can see to.</summary>
    public static IEnumerable<string> ByHand(string provider) =>
        provider switch
        {
            GiftbitDefaults.Provider =>
            [
                "production account made, API access asked for two to three days ahead",
                "message templates made again in the live dashboard, if Giftbit sends the mail",
                "one small real send to an address of your own (--send)",
            ],
            GifqDefaults.Provider => ["integration reviewed by GIFQ, the servers' addresses on its allow-list"],
            GiftronautDefaults.Provider => ["an app of its own for production, with at least orders.write and catalog.read"],
            GiftCardPartnersDefaults.Provider =>
            [
                "funding asked for in the portal, and applied",
                "what the account manager has to switch on: asynchronous orders, webhooks",
            ],
            HuurayDefaults.Provider => ["prepaid balance funded; the account may disclose codes, if cards come back to you"],
            _ => [],
        };

    private static string Count(int rows) => string.Create(CultureInfo.InvariantCulture, $"{rows} on the first page");
}
