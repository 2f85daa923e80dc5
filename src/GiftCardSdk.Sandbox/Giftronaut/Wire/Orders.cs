using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Giftronaut.Wire;

/// <summary>The body of both create operations.</summary>
internal sealed record CreateOrder
{
    public string? ProductId { get; init; }

    public IReadOnlyList<Recipient?>? Recipients { get; init; }

    public EmailSetting? EmailSetting { get; init; }

    public SendTiming? SendTiming { get; init; }

    public bool? RefundOption { get; init; }
}

internal sealed record Recipient
{
    public string? Email { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public string? Company { get; init; }

    public string? Department { get; init; }

    public decimal? Amount { get; init; }
}

internal sealed record EmailSetting
{
    public string? SenderName { get; init; }

    public string? Subject { get; init; }

    public string? Message { get; init; }

    public string? TemplateId { get; init; }
}

internal sealed record SendTiming
{
    public string? Type { get; init; }

    public string? ScheduledAt { get; init; }

    public string? Timezone { get; init; }
}

internal sealed record CreateRewardLinks
{
    public string? CardType { get; init; }

    public string? ProductId { get; init; }

    public int? Quantity { get; init; }

    public decimal? AmountPerLink { get; init; }

    public bool? RefundOption { get; init; }
}

internal sealed record ResendOrder(IReadOnlyList<ResendRecipient?>? Recipients);

internal sealed record ResendRecipient(string? Email, string? UpdatedEmail);

internal sealed record SendTestEmail
{
    public string? Email { get; init; }

    public string? ProductId { get; init; }

    public decimal? Amount { get; init; }

    public string? EmailSubject { get; init; }

    public string? SenderName { get; init; }

    public string? EmailMessage { get; init; }

    public string? TemplateId { get; init; }
}

internal sealed record Order
{
    public required string OrderId { get; init; }

    public string? OrderType { get; init; }

    public required string Status { get; init; }

    public required string CardType { get; init; }

    public required string CardName { get; init; }

    public required Money TotalCost { get; init; }

    public int RecipientCount { get; init; }

    public int SentCount { get; init; }

    public int? BouncedCount { get; init; }

    public required string CreatedAt { get; init; }

    public IReadOnlyList<OrderRecipient>? Recipients { get; init; }

    public bool? RefundOption { get; init; }

    public string? ExpiresAt { get; init; }

    public SendTiming? SendTiming { get; init; }

    public EmailSetting? EmailSetting { get; init; }
}

internal sealed record OrderRecipient
{
    /// <summary>Null where links were bought.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Email { get; init; }

    public string? FirstName { get; init; }

    public string? LastName { get; init; }

    public decimal? Amount { get; init; }

    public string? Status { get; init; }

    /// <summary>Null until the order is complete.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? RewardLink { get; init; }
}

internal sealed record RewardLinksReply(string OrderId, string Status);

internal sealed record TestEmailReply(string SentTo, string Status, int RemainingToday);
