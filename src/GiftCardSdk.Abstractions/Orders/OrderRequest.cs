using System.Globalization;

namespace GiftCardSdk;

/// <summary>An order to be placed. Placing it is exactly one purchase at the provider; the reference makes sure that it happens once.</summary>
/// <remarks>What one order may hold differs by provider and delivery; <see cref="Capabilities.ShapeFor"/> says it beforehand, and an order that does not fit is refused before anything is sent.</remarks>
public sealed record OrderRequest
{
    /// <summary>The caller's own id of this order. The same reference at the same account is the same order: placing it again returns the first one. At another account it is another order.</summary>
    public required OrderReference Reference { get; init; }

    /// <summary>What is bought; at least one line.</summary>
    public required IReadOnlyList<OrderLine> Lines { get; init; }

    /// <summary>How the cards get to their recipients.</summary>
    public required Delivery Delivery { get; init; }

    /// <summary>What the provider writes to the recipients; null where the caller delivers, or where a template says it.</summary>
    public OrderMessage? Message { get; init; }

    /// <summary>A message template that was made in the provider's own portal, by its id there; null for none.</summary>
    public string? TemplateId { get; init; }

    /// <summary>When the provider is to send it; null means at once.</summary>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>The last day on which a card may be claimed, in the provider's own time zone; null means the provider's rule (often: no end).</summary>
    public DateOnly? ClaimBy { get; init; }

    /// <summary>The currency that the account pays in, where a provider converts; null means the currency of the face value.</summary>
    public string? PaymentCurrency { get; init; }

    /// <summary>The language of message and card as a culture name such as <c>de</c> or <c>fr-CA</c>; null means the provider's rule.</summary>
    public string? Language { get; init; }

    /// <summary>
    /// The most that the whole order may cost, in the currency of its cost; null means no bound. The catalog is read afresh before the first send,
    /// and an order that costs more, or whose cost is not known or in another currency, is not sent. Where the cost is never known before buying,
    /// the shape forbids it. No part of what the reference stands for: an order that is bought already is returned whatever the bound.
    /// </summary>
    public Money? MaxCost { get; init; }

    /// <summary>Settings that only one provider knows, such as <c>GiftbitOrderOptions</c>; those of another provider are refused.</summary>
    public IReadOnlyList<ProviderOrderOptions> Options { get; init; } = [];

    /// <summary>The settings of one kind, or null if the order carries none.</summary>
    /// <typeparam name="T">The kind, such as <c>GiftbitOrderOptions</c>.</typeparam>
    /// <returns>The first of that kind.</returns>
    public T? OptionsOf<T>()
        where T : ProviderOrderOptions
    {
        for (var i = 0; i < Options.Count; i++)
        {
            if (Options[i] is T wanted)
            {
                return wanted;
            }
        }

        return null;
    }

    /// <summary>Reference, delivery, products and amounts; never a recipient or a text.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString()
    {
        var lines = Lines.Select(line =>
            string.Create(CultureInfo.InvariantCulture, $"{line.Quantity} x {line.ProductId} {line.FaceValue}")
        );
        return $"OrderRequest {{ Reference = {Reference}, Delivery = {Delivery}, Lines = [{string.Join(", ", lines)}] }}";
    }
}
