using System.Globalization;
using GiftCardSdk.Texts;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>What only Gift Card Partners knows about an order.</summary>
public sealed record GiftCardPartnersOrderOptions : ProviderOrderOptions
{
    /// <inheritdoc/>
    public override string Provider => GiftCardPartnersDefaults.Provider;

    /// <summary>With <see cref="Delivery.Post"/>: how the cards travel, for lines that do not say it themselves. Null if all lines do.</summary>
    public string? ShippingMethodId { get; init; }

    /// <summary>With <see cref="Delivery.Post"/>: the printed holder, for lines that do not say it themselves; demanded by some products. Null for none.</summary>
    public string? CarrierId { get; init; }

    /// <summary>The look of message and claim page, for lines that do not say it themselves. Null for the account's own.</summary>
    public string? BrandingId { get; init; }

    /// <summary>What differs for single lines, by the line's place in the order, from 0.</summary>
    public IReadOnlyDictionary<int, GiftCardPartnersLineOptions> Lines { get; init; } = new Dictionary<int, GiftCardPartnersLineOptions>();

    /// <summary>Free text for the account's own books. Null for none.</summary>
    public string? Note { get; init; }

    /// <summary>The department that orders. Null for none.</summary>
    public string? DepartmentId { get; init; }

    /// <summary>
    /// Where the provider is to tell the end of the order; https, and reachable from outside. Nothing signs that call, so put a secret into its path
    /// or query, and believe only the order that is read then (<see cref="GiftCardPartnersNotice"/>). Null for nowhere.
    /// </summary>
    public Uri? FulfillmentComplete { get; init; }

    private IEnumerable<(string Name, string? Value)> ChoicesOfLine(int index)
    {
        var line = OfLine(index);
        return
        [
            (string.Create(CultureInfo.InvariantCulture, $"shipping-method-{index}"), line.ShippingMethodId),
            (string.Create(CultureInfo.InvariantCulture, $"carrier-{index}"), line.CarrierId),
        ];
    }

    internal GiftCardPartnersLineOptions OfLine(int index)
    {
        var own = Lines.GetValueOrDefault(index);
        return new()
        {
            ShippingMethodId = own?.ShippingMethodId ?? ShippingMethodId,
            CarrierId = own?.CarrierId ?? CarrierId,
            BrandingId = own?.BrandingId ?? BrandingId,
        };
    }

    /// <inheritdoc/>
    /// <remarks>How the cards of each line travel and what they come in, whether the order says it or the line.</remarks>
    public override IEnumerable<(string Name, string? Value)> ContentOf(OrderRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return Enumerable.Range(0, request.Lines.Count).SelectMany(ChoicesOfLine);
    }

    /// <inheritdoc/>
    protected override IEnumerable<OrderText> Texts() =>
        [
            .. Texts(ShippingMethodId, CarrierId, BrandingId, ""),
            .. Lines
                .Where(line => line.Value is not null)
                .SelectMany(line =>
                    Texts(
                        line.Value.ShippingMethodId,
                        line.Value.CarrierId,
                        line.Value.BrandingId,
                        FormattableString.Invariant($"{nameof(Lines)}[{line.Key}].")
                    )
                ),
            new(nameof(Note), Note, TextKind.Body),
            new(nameof(DepartmentId), DepartmentId),
        ];

    private static IEnumerable<OrderText> Texts(string? shippingMethodId, string? carrierId, string? brandingId, string at) =>
        [
            new(at + nameof(ShippingMethodId), shippingMethodId),
            new(at + nameof(CarrierId), carrierId),
            new(at + nameof(BrandingId), brandingId),
        ];

    /// <summary>The ids, never the note or the address.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        $"GiftCardPartnersOrderOptions {{ ShippingMethodId = {ShippingMethodId}, CarrierId = {CarrierId}, BrandingId = {BrandingId}, DepartmentId = {DepartmentId} }}";
}

/// <summary>What differs for one line of an order. What is null is as the order says.</summary>
public sealed record GiftCardPartnersLineOptions
{
    /// <summary>How the cards of the line travel.</summary>
    public string? ShippingMethodId { get; init; }

    /// <summary>The printed holder that the cards of the line come in.</summary>
    public string? CarrierId { get; init; }

    /// <summary>The look of message and claim page.</summary>
    public string? BrandingId { get; init; }
}
