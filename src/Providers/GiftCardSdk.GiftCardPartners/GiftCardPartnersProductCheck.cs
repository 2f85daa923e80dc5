using System.Globalization;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>
/// What an order must agree with in the catalog before it is sent. An order carries no currency: 25 EUR sent for a product in dollars would buy
/// 25 USD. Kept products may be days old, so what one seems to rule out is looked up afresh before it is refused.
/// </summary>
internal sealed class GiftCardPartnersProductCheck(
    GiftCardPartnersProducts products,
    GiftCardPartnersProductMapping mapping,
    GiftCardPartnersSettings settings
)
{
    private const string Operation = "order.submit";

    public async Task CheckAsync(OrderSubmission submission, CancellationToken cancellationToken)
    {
        foreach (var lines in submission.Request.Lines.Index().GroupBy(line => line.Item.ProductId, StringComparer.Ordinal))
        {
            if (products.FindKept(lines.Key) is { } kept && Complaints(kept, submission.Request, lines).FirstOrDefault() is null)
            {
                continue;
            }

            var first = lines.First();
            var product = await ReadAsync(first.Index, first.Item, cancellationToken).ConfigureAwait(false);
            if (Complaints(product, submission.Request, lines).FirstOrDefault() is { } complaint)
            {
                throw settings.Refuse(complaint.Code, $"{complaint.Text} Nothing was sent.", Operation, GiftCardOutcome.NothingCreated);
            }
        }
    }

    private IEnumerable<Complaint> Complaints(
        GiftCardPartnersProduct product,
        OrderRequest request,
        IEnumerable<(int Index, OrderLine Item)> lines
    ) =>
        lines
            .Select(line => Currency(product, line) ?? (settings.Initial.CheckOrdersAgainstCatalog ? Offer(product, request, line) : null))
            .OfType<Complaint>();

    private static Complaint? Currency(GiftCardPartnersProduct product, (int Index, OrderLine Item) line) =>
        !Money.IsCurrency(product.CurrencyCode)
            ? new(
                GiftCardErrorCode.ProductUnavailable,
                $"The product '{product.Id}' names no currency, so what its value would buy cannot be known."
            )
        : !string.Equals(product.CurrencyCode, line.Item.FaceValue.Currency, StringComparison.OrdinalIgnoreCase)
            ? new(GiftCardErrorCode.ProductUnavailable, OrderFit.OtherCurrency(line.Index, line.Item, [product.CurrencyCode]))
        : null;

    private Complaint? Offer(GiftCardPartnersProduct product, OrderRequest request, (int Index, OrderLine Item) line)
    {
        var type = GiftCardPartnersOrderBody.TypeOf(request.Delivery);
        if (!GiftCardPartnersProductMapping.IsOfferedAs(product, type))
        {
            return new(
                GiftCardErrorCode.ProductUnavailable,
                $"{At(line)}.ProductId: the product '{product.Id}' is not offered with delivery {request.Delivery} ({type}) but as {string.Join(", ", product.AvailableDeliveryTypes!)}."
            );
        }

        if (mapping.DenominationsOf(product) is var values && values.Allows(line.Item.FaceValue) == false)
        {
            return new(GiftCardErrorCode.ProductUnavailable, OrderFit.OtherFaceValue(line.Index, line.Item, [values]));
        }

        var options = request.OptionsOf<GiftCardPartnersOrderOptions>()?.OfLine(line.Index);
        return
            request.Delivery == Delivery.Post
            && GiftCardPartnersProductMapping.NeedsCarrier(product)
            && string.IsNullOrWhiteSpace(options?.CarrierId)
            ? new(
                GiftCardErrorCode.InvalidRequest,
                $"{At(line)}: the product '{product.Id}' needs a CarrierId in GiftCardPartnersOrderOptions, the printed holder it comes in; IGiftCardPartnersCache.ListCarriersAsync shows those there are."
            )
            : null;
    }

    private async Task<GiftCardPartnersProduct> ReadAsync(int index, OrderLine line, CancellationToken cancellationToken)
    {
        try
        {
            return await products.ReadAsync(line.ProductId, cancellationToken).ConfigureAwait(false);
        }
        catch (GiftCardException failure)
        {
            throw OrderFit.NotRead(failure, index, line);
        }
    }

    private static string At((int Index, OrderLine Item) line) => string.Create(CultureInfo.InvariantCulture, $"Lines[{line.Index}]");

    private sealed record Complaint(GiftCardErrorCode Code, string Text);
}
