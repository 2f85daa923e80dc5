using System.Globalization;
using GiftCardSdk.Sandbox.GiftCardPartners.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>A line as asked for, checked and priced.</summary>
/// <param name="Product">What is bought.</param>
/// <param name="Value">The face value of one card.</param>
/// <param name="Quantity">How many cards.</param>
/// <param name="Shipping">What shipping the line costs.</param>
/// <param name="Request">The line word for word, for what is only echoed.</param>
internal sealed record GiftCardPartnersLineContent(
    GiftCardPartnersProduct Product,
    decimal Value,
    int Quantity,
    decimal Shipping,
    CreateLine Request
)
{
    public decimal UnitCost => Product.UnitCost(Value);

    public decimal Cost => UnitCost * Quantity;

    /// <summary>All that the line takes from the deposit.</summary>
    public decimal Charge => Cost + Shipping;
}

/// <summary>What was asked for, checked and priced.</summary>
internal sealed record GiftCardPartnersOrderContent
{
    public required string PONumber { get; init; }

    public required string Type { get; init; }

    public string? Note { get; init; }

    /// <summary>Where the end is to be told, or null.</summary>
    public Uri? FulfillmentComplete { get; init; }

    public required IReadOnlyList<GiftCardPartnersLineContent> Lines { get; init; }

    public string Currency => Lines[0].Product.Currency;

    public int Cards => Lines.Sum(line => line.Quantity);

    public decimal FaceValue => Lines.Sum(line => line.Value * line.Quantity);

    public decimal Charge => Lines.Sum(line => line.Charge);
}

/// <summary>An order as it stands.</summary>
internal sealed class GiftCardPartnersOrder(GiftCardPartnersOrderContent content, string id, DateTimeOffset createdAt)
{
    public GiftCardPartnersOrderContent Content => content;

    public string Id => id;

    public DateTimeOffset CreatedAt => createdAt;

    public IReadOnlyList<GiftCardPartnersLine> Lines { get; } =
    [
        .. content.Lines.Select(
            (line, index) =>
                new GiftCardPartnersLine(line, string.Create(CultureInfo.InvariantCulture, $"li-{id["ord-".Length..]}-{index + 1}"))
        ),
    ];

    public GiftCardPartnersProgress Progress { get; set; }

    public bool IsPending => Progress == GiftCardPartnersProgress.Pending;

    public IEnumerable<GiftCardPartnersClaim> Claims => Lines.SelectMany(line => line.Claims);
}

/// <summary>A line as it stands.</summary>
internal sealed class GiftCardPartnersLine(GiftCardPartnersLineContent content, string id)
{
    public GiftCardPartnersLineContent Content => content;

    public string Id => id;

    public GiftCardPartnersProgress Progress { get; set; }

    /// <summary>Processing will fail.</summary>
    public bool IsDoomed { get; set; }

    /// <summary>One a card, once the line is completed; none for cards that are posted.</summary>
    public IReadOnlyList<GiftCardPartnersClaim> Claims { get; set; } = [];
}

/// <summary>One card in the recipient's hand.</summary>
internal sealed class GiftCardPartnersClaim(string id, string link, string challengeAnswer)
{
    public string Id => id;

    /// <summary>Where the card is claimed. Whoever has it can.</summary>
    public string Link => link;

    /// <summary>What the link asks for.</summary>
    public string ChallengeAnswer => challengeAnswer;

    public DateTimeOffset? ClaimedAt { get; set; }
}
