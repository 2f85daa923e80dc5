namespace GiftCardSdk.Tool.Orders;

/// <summary>One card, or some of the same, as somebody has asked for it.</summary>
internal sealed record OrderWish(string Account, string ProductId, Money FaceValue)
{
    /// <summary>Null where nobody gave one, and one is made.</summary>
    public string? Reference { get; init; }

    public int Quantity { get; init; } = 1;

    public string? Country { get; init; }

    public Delivery? Delivery { get; init; }

    public string? Email { get; init; }

    public string? Phone { get; init; }

    public string? RecipientName { get; init; }

    public string? Subject { get; init; }

    public string? Body { get; init; }

    public string? SenderName { get; init; }

    public string? TemplateId { get; init; }

    public string? PaymentCurrency { get; init; }

    public Money? MaxCost { get; init; }

    public OrderRequest ToRequest(OrderReference reference)
    {
        var hasMessage = (Subject ?? Body ?? SenderName) is not null;
        var hasRecipient = (Email ?? Phone ?? RecipientName) is not null;
        return new()
        {
            Reference = reference,
            Delivery = Delivery ?? ByAddress(),
            Message = hasMessage
                ? new()
                {
                    Subject = Subject,
                    Body = Body,
                    SenderName = SenderName,
                }
                : null,
            TemplateId = TemplateId,
            PaymentCurrency = PaymentCurrency,
            MaxCost = MaxCost,
            Lines =
            [
                new()
                {
                    ProductId = ProductId,
                    FaceValue = FaceValue,
                    Quantity = Quantity,
                    Country = Country,
                    Recipient = hasRecipient
                        ? new()
                        {
                            Name = RecipientName,
                            Email = Email,
                            Phone = Phone,
                        }
                        : null,
                },
            ],
        };
    }

    private Delivery ByAddress() =>
        (Email, Phone) switch
        {
            (not null, not null) => GiftCardSdk.Delivery.EmailAndSms,
            (not null, null) => GiftCardSdk.Delivery.Email,
            (null, not null) => GiftCardSdk.Delivery.Sms,
            _ => GiftCardSdk.Delivery.Returned,
        };
}
