using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>The recipients of an order, and those that Giftbit refused.</summary>
internal static class GiftbitRecipients
{
    public static IReadOnlyList<Recipient> Of(GiftbitCampaign campaign) => [.. campaign.Contacts.WithoutNulls().Select(Recipient)];

    /// <summary>A reward for each recipient that was refused when the order was placed: there will be no card for it.</summary>
    public static IReadOnlyList<Reward> Refused(GiftbitCampaign campaign, IReadOnlyList<OrderLine> lines)
    {
        Reward[] named =
        [
            .. campaign.Contacts.WithoutNulls().Where(contact => contact.WasAdded == false).Select(contact => Refused(contact, lines)),
        ];
        // The count is kept even where the answer does not say who it was.
        var unnamed = Math.Max(0, Math.Min(campaign.ContactsFailureCount ?? 0, lines.Count) - named.Length);
        return [.. named, .. Enumerable.Repeat(new Reward { Delivery = DeliveryState.Refused }, unnamed)];
    }

    private static Reward Refused(GiftbitContactResult contact, IReadOnlyList<OrderLine> lines)
    {
        var line = LineOf(contact.Email, lines);
        return new()
        {
            Line = line,
            Recipient = line is { } index ? lines[index].Recipient : Recipient(contact),
            FaceValue = lines[0].FaceValue,
            Delivery = DeliveryState.Refused,
            Remark = Secret.OrNull(contact.Message),
        };
    }

    /// <summary>The one line of an address; null if none or several have it.</summary>
    public static int? LineOf(string? email, IReadOnlyList<OrderLine> lines)
    {
        var address = GiftbitOrderCheck.Normalize(email);
        int[] found =
        [
            .. Enumerable
                .Range(0, lines.Count)
                .Where(index => address.Length > 0 && GiftbitOrderCheck.Normalize(lines[index].Recipient?.Email) == address),
        ];
        return found is [var only] ? only : null;
    }

    private static Recipient Recipient(GiftbitContactResult contact) =>
        new()
        {
            Name = FullName(contact.FirstName, contact.LastName),
            FirstName = contact.FirstName,
            LastName = contact.LastName,
            Email = contact.Email,
        };

    private static string? FullName(string? first, string? last) =>
        string.IsNullOrWhiteSpace(first) ? WireText.OrNull(last)
        : string.IsNullOrWhiteSpace(last) ? first
        : $"{first} {last}";
}
