namespace GiftCardSdk.Sandbox.Giftronaut.Wire;

internal sealed record TemplateBody
{
    public string? Name { get; init; }

    public string? SenderName { get; init; }

    public string? Message { get; init; }

    public string? ImageAlignment { get; init; }

    public int? ImageSize { get; init; }

    public string? BorderColor { get; init; }

    public string? ButtonColor { get; init; }

    public string? ButtonFontColor { get; init; }
}

internal sealed record Template
{
    public required string TemplateId { get; init; }

    public bool IsDefault { get; init; }

    public required string Name { get; init; }

    public required string SenderName { get; init; }

    public string? Message { get; init; }

    public required string ImageAlignment { get; init; }

    public int ImageSize { get; init; }

    public string? BorderColor { get; init; }

    public string? ButtonColor { get; init; }

    public string? ButtonFontColor { get; init; }
}
