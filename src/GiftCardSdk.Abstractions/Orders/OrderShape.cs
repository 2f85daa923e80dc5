using System.Globalization;

namespace GiftCardSdk;

/// <summary>What one order of one delivery may hold at one provider. An order that does not fit is refused before anything is sent.</summary>
public sealed record OrderShape
{
    /// <summary>The delivery that this shape is for.</summary>
    public required Delivery Delivery { get; init; }

    /// <summary>What a repeat of such an order does, and how it is found again.</summary>
    public required IdempotencyProfile Idempotency { get; init; }

    /// <summary>The most lines; null for no bound known.</summary>
    public int? MaxLines { get; init; } = 1;

    /// <summary>The most cards of one line; null for no bound known.</summary>
    public int? MaxQuantityPerLine { get; init; } = 1;

    /// <summary>The most cards in all; null for no bound known.</summary>
    public int? MaxCards { get; init; }

    /// <summary>Whether all lines must be of one product.</summary>
    public bool SameProduct { get; init; }

    /// <summary>Whether all lines must be of one face value.</summary>
    public bool SameFaceValue { get; init; }

    /// <summary>How many recipients it names.</summary>
    public RecipientRule Recipients { get; init; }

    /// <summary>The rule of each part that not every provider takes; one that is not listed is forbidden.</summary>
    public IReadOnlyDictionary<OrderField, FieldRule> Fields { get; init; } = new Dictionary<OrderField, FieldRule>();

    /// <summary>Whether a template stands in for required texts: with <see cref="OrderRequest.TemplateId"/>, subject, body and sender are optional.</summary>
    public bool TemplateReplacesMessage { get; init; }

    /// <summary>The rule of a part.</summary>
    /// <param name="field">The part.</param>
    /// <returns>Its rule.</returns>
    public FieldRule RuleOf(OrderField field) => Fields.GetValueOrDefault(field, FieldRule.Forbidden);

    /// <summary>Everything that does not fit, each with what would be right; empty if the order fits.</summary>
    /// <param name="request">The order.</param>
    /// <returns>Sentences that are safe to log.</returns>
    public IReadOnlyList<string> FindMistakes(OrderRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return OrderShapeCheck.Run(this, request);
    }

    /// <summary>A short text for tables.</summary>
    /// <returns>The delivery and the bounds.</returns>
    public override string ToString() =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Delivery}: {MaxLines?.ToString(CultureInfo.InvariantCulture) ?? "any number of"} lines, {MaxQuantityPerLine?.ToString(CultureInfo.InvariantCulture) ?? "any number of"} cards a line"
        );
}
