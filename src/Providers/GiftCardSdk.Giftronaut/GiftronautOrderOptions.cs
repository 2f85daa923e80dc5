namespace GiftCardSdk.Giftronaut;

/// <summary>What only Giftronaut knows about an order.</summary>
public sealed record GiftronautOrderOptions : ProviderOrderOptions
{
    /// <inheritdoc/>
    public override string Provider => GiftronautDefaults.Provider;

    /// <summary>
    /// True has the cards live 30 days and 70 % of what is not redeemed credited back at their end. False, the default, has them live 180 days
    /// and nothing come back.
    /// </summary>
    public bool RefundOption { get; init; }

    /// <summary>
    /// With <see cref="OrderRequest.SendAt"/>: the zone whose clocks Giftronaut is told the time by, an IANA id such as <c>Europe/Berlin</c>. The
    /// instant is the same whatever the zone. Null for UTC.
    /// </summary>
    public string? TimeZone { get; init; }

    /// <summary>Which catalog the product is of (<see cref="GiftronautWords.CardType"/>), where both have its id. Null where one has.</summary>
    public string? CardType { get; init; }

    /// <summary>What is said of single recipients besides, by the line's place in the order, from 0.</summary>
    public IReadOnlyDictionary<int, GiftronautLineOptions> Lines { get; init; } = new Dictionary<int, GiftronautLineOptions>();

    /// <inheritdoc/>
    /// <remarks>How long the cards live with what comes back, and the catalog.</remarks>
    public override IEnumerable<(string Name, string? Value)> ContentOf(OrderRequest request) =>
        [("refund-option", RefundOption ? "true" : null), ("card-type", CardType)];

    /// <inheritdoc/>
    protected override IEnumerable<OrderText> Texts() =>
        [
            new(nameof(TimeZone), TimeZone),
            new(nameof(CardType), CardType),
            .. Lines
                .Where(line => line.Value is not null)
                .SelectMany(line => Texts(line.Value, FormattableString.Invariant($"{nameof(Lines)}[{line.Key}]"))),
        ];

    private static IEnumerable<OrderText> Texts(GiftronautLineOptions line, string at) =>
        [new($"{at}.{nameof(line.Company)}", line.Company), new($"{at}.{nameof(line.Department)}", line.Department)];

    /// <summary>The choices, nothing of the recipients.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() =>
        $"GiftronautOrderOptions {{ RefundOption = {RefundOption}, TimeZone = {TimeZone}, CardType = {CardType}, Lines = {Lines.Count} }}";
}

/// <summary>What is said of one recipient besides name and address. Prints masked.</summary>
public sealed record GiftronautLineOptions
{
    /// <summary>The company; null for none.</summary>
    public string? Company { get; init; }

    /// <summary>The department; null for none.</summary>
    public string? Department { get; init; }

    /// <summary>A mask, never the recipient's.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"GiftronautLineOptions {{ {Secret.Mask} }}";
}
