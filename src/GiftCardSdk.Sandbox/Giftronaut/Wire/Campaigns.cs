namespace GiftCardSdk.Sandbox.Giftronaut.Wire;

internal sealed record CampaignBody
{
    public string? Name { get; init; }

    public string? CardType { get; init; }

    public string? ProductId { get; init; }

    public decimal? Amount { get; init; }

    public string? Subject { get; init; }

    public string? SenderName { get; init; }

    public string? Message { get; init; }

    public string? TemplateId { get; init; }

    public bool? RefundOption { get; init; }
}

internal sealed record Campaign
{
    public required string CampaignId { get; init; }

    public required string Name { get; init; }

    public required string CardType { get; init; }

    public required string ProductId { get; init; }

    public decimal Amount { get; init; }

    public required string Subject { get; init; }

    public required string SenderName { get; init; }

    public string? Message { get; init; }

    public string? TemplateId { get; init; }

    public bool RefundOption { get; init; }

    public required string CreatedAt { get; init; }
}

internal sealed record RunCampaign
{
    public IReadOnlyList<Recipient?>? Recipients { get; init; }

    public string? Subject { get; init; }

    public string? SenderName { get; init; }

    public string? Message { get; init; }

    public SendTiming? SendTiming { get; init; }
}
