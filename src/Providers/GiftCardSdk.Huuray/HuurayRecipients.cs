namespace GiftCardSdk.Huuray;

/// <summary>Recipients: one for all cards of a line, or one for each card of several lines.</summary>
internal static class HuurayRecipients
{
    public static IReadOnlyList<HuurayRecipient>? ToWire(OrderRequest request) =>
        request.Delivery == Delivery.Returned ? null
        : request.Lines is [{ Recipient: { } only }] ? [ToWire(only)]
        : [.. request.Lines.SelectMany(line => Enumerable.Repeat(ToWire(line.Recipient!), line.Quantity))];

    /// <summary>Whether a card is this recipient's, by the address that the delivery goes to.</summary>
    public static bool AreSame(Recipient? asked, HuurayRecipient? shown, Delivery delivery) =>
        delivery switch
        {
            Delivery.Email => Same(asked?.Email, shown?.Email),
            Delivery.Sms => Same(asked?.Phone, shown?.Phone),
            _ => false,
        };

    private static bool Same(string? asked, string? shown) =>
        !string.IsNullOrWhiteSpace(asked) && string.Equals(asked.Trim(), shown?.Trim(), StringComparison.OrdinalIgnoreCase);

    private static HuurayRecipient ToWire(Recipient recipient) =>
        new()
        {
            Name = recipient.Name ?? (recipient.FirstName is null ? null : $"{recipient.FirstName} {recipient.LastName}".Trim()),
            Email = recipient.Email,
            Phone = recipient.Phone,
            RefId = recipient.Reference,
        };
}
