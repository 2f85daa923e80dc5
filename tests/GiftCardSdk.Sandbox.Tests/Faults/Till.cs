using System.Net;
using GiftCardSdk.Sandbox.Tests.Giftronaut;
using GiftCardSdk.Sandbox.Tests.Huuray;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Sandbox.Tests.Faults;

/// <summary>One twin with an order to place at it, so that a test can be run at each of them.</summary>
internal sealed record Till(
    IAsyncDisposable Opened,
    ProviderTwin Twin,
    ManualTimeProvider Clock,
    string Operation,
    Func<string, Task<HttpStatusCode>> SendAsync
) : IAsyncDisposable
{
    public static IReadOnlyList<string> Providers { get; } = ["giftbit", "giftronaut", "giftcardpartners", "gifq", "huuray"];

    public static async Task<Till> OpenAsync(string provider)
    {
        switch (provider)
        {
            case "giftbit":
                var giftbit = await GiftbitCaller.StartAsync();
                return new(
                    giftbit,
                    giftbit.Twin,
                    giftbit.Clock,
                    "direct_links.create",
                    async key => (await giftbit.OrderDirectLinkAsync(key)).Status
                );
            case "giftronaut":
                var giftronaut = await GiftronautCaller.StartAsync();
                return new(
                    giftronaut,
                    giftronaut.Twin,
                    giftronaut.Clock,
                    "branded_cards.order",
                    async key => (await giftronaut.OrderAsync(key)).Status
                );
            case "giftcardpartners":
                var bench = await GiftCardPartnersBench.StartAsync();
                return new(bench, bench.Twin, bench.Clock, "orders.create", key => bench.StatusOfLinksAsync(key));
            case "gifq":
                var desk = await GifqDesk.OpenAsync();
                return new(desk, desk.Twin, desk.Clock, "orders.create", async key => (await desk.OrderAsync(key)).Status);
            default:
                var huuray = await HuurayCaller.StartAsync();
                return new(huuray, huuray.Twin, huuray.Clock, "order.create", async key => (await huuray.OrderAsync(key)).Status);
        }
    }

    /// <summary>Orders; null when the answer was lost.</summary>
    public async Task<int?> OrderAsync(string key)
    {
        try
        {
            return (int)await SendAsync(key);
        }
        catch (HttpRequestException)
        {
            return null;
        }
    }

    public ValueTask DisposeAsync() => Opened.DisposeAsync();
}
