using System.Globalization;
using GiftCardSdk.Sandbox.GiftCardPartners.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>Writes orders, what the reference leaves open decided by the options.</summary>
internal sealed class GiftCardPartnersReplies(GiftCardPartnersTwinOptions options)
{
    /// <summary>An order as created or read.</summary>
    public OrderBody Full(GiftCardPartnersOrder order) => Head(order) with { LineItems = Lines(order) };

    /// <summary>An order as a line of the list.</summary>
    public OrderBody Listed(GiftCardPartnersOrder order) => options.ListedLineItems ? Full(order) : Head(order);

    public OrderDigest Digest(GiftCardPartnersOrder order) => new(order.Id, order.Content.PONumber, Word(order.Progress));

    private OrderBody Head(GiftCardPartnersOrder order) =>
        new()
        {
            Id = order.Id,
            Type = order.Content.Type,
            Status = Word(order.Progress),
            PONumber = options.ShowPONumber ? order.Content.PONumber : null,
            Note = options.EchoNote ? order.Content.Note : null,
            CreatedDate = options.ShowCreatedDate ? Time(order.CreatedAt) : null,
        };

    private string Time(DateTimeOffset at) =>
        options.UnsaidOffset is { } offset
            ? at.ToOffset(offset).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
            : at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private LineBody[] Lines(GiftCardPartnersOrder order) =>
        order.IsPending && options.PendingLines == GiftCardPartnersPendingLines.None
            ? []
            : [.. order.Lines.Select(line => Line(line, ShowsClaims(order)))];

    private LineBody Line(GiftCardPartnersLine line, bool showsClaims)
    {
        var content = line.Content;
        var request = content.Request;
        return new LineBody
        {
            Id = line.Id,
            ProductId = content.Product.Id,
            Value = content.Value,
            Quantity = content.Quantity,
            Cost = options.CostPerCard ? content.UnitCost : content.Cost,
            Status = Word(line.Progress),
            Culture = request.Culture ?? content.Product.Cultures[0],
            BrandingId = request.BrandingId,
            Theme = "Classic",
            ExternalId = options.EchoExternalId ? request.ExternalId : null,
            Personalization = request.Personalization,
            ClaimData = showsClaims ? [.. line.Claims.Select(claim => Claim(claim, content.Product))] : [],
        };
    }

    private bool ShowsClaims(GiftCardPartnersOrder order) =>
        order.Content.Type == GiftCardPartnersOrderType.Links || options.ClaimDataOnDelivery;

    private static ClaimBody Claim(GiftCardPartnersClaim claim, GiftCardPartnersProduct product) =>
        new(claim.Id, claim.Link)
        {
            ClaimLinkChallengeAnswer = claim.ChallengeAnswer,
            BarcodePath = product.BarcodeType is null ? null : $"https://img.sandbox.example/barcodes/{claim.Id}.png",
            BarcodeType = product.BarcodeType,
        };

    private string Word(GiftCardPartnersProgress progress) =>
        progress switch
        {
            GiftCardPartnersProgress.Completed => options.CompletedWord,
            GiftCardPartnersProgress.Failed => options.FailedWord,
            GiftCardPartnersProgress.Cancelled => options.CancelledWord,
            GiftCardPartnersProgress.PartiallyCompleted => options.PartiallyCompletedWord,
            _ => "Pending",
        };
}
