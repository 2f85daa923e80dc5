using GiftCardSdk;
using GiftCardSdk.Huuray;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Huuray, played by its twin, which sells again whatever it is asked for again.</summary>
internal sealed class HuuraySample(HuurayTwin twin) : IProviderSample
{
    public string Title => "Huuray";

    public string Account => "huuray";

    public string Address => twin.BaseAddress.ToString();

    public CatalogQuery Query { get; } = new() { Country = "US", Currency = "USD" };

    public TwinStrings Twin { get; } = new(twin, "balance.get", "order.create");

    public void AddAccount(GiftCardsBuilder builder) =>
        builder.AddHuuray(options =>
        {
            options.ApiToken = twin.ApiToken;
            options.ApiSecret = twin.ApiSecret;
            options.BaseAddress = twin.BaseAddress;
            // The account has two layouts for e-mails; this one is in English.
            options.EmailTemplateId = 7311;
        });

    /// <summary>What Huuray is asked for besides: cards as a PDF, and a card taken back.</summary>
    public async Task ShowOwnAsync(IGiftCardAccount account, string run)
    {
        var api = account.GetService<IHuurayApi>();
        var layout = (await api.ListTemplatesAsync()).PdfTemplates[0];
        var order = await account.Orders.PlaceAsync(
            new OrderRequest
            {
                Reference = OrderReference.From(run, "pdf"),
                Lines =
                [
                    new()
                    {
                        ProductId = "pt-nord-kaffe-se",
                        FaceValue = Money.Of(250, "SEK"),
                        Quantity = 2,
                    },
                ],
                Delivery = Delivery.Returned,
            }
        );
        var pdf = await api.WaitForPdfAsync(
            new()
            {
                OrderUid = order.Id,
                PdfTemplateUid = layout.Uid,
                Combine = true,
            }
        );
        var cancelled = await account.Orders.CancelAsync(order.Id, order.Rewards[1].Id);
        Show.Own(
            "Two cards as one PDF, and one of them taken back",
            $"{pdf.Documents[0].Content.Length} bytes in layout '{layout.Name}', card {cancelled[0].Id} {cancelled[0].Redemption}"
        );
    }
}
