namespace GiftCardSdk.Sandbox;

/// <summary>A contact of an order, and what became of it.</summary>
internal sealed record GiftbitContact(string? Email, string? FirstName, string? LastName, bool Added, string Message);

/// <summary>What was asked for, checked and completed from the template.</summary>
internal sealed record GiftbitOrderContent
{
    public required string Id { get; init; }

    public required GiftbitOrderKind Kind { get; init; }

    /// <summary>Empty for a full-catalog order.</summary>
    public required IReadOnlyList<string> BrandCodes { get; init; }

    public string? Region { get; init; }

    public required long PriceInCents { get; init; }

    public required string Currency { get; init; }

    public string? Template { get; init; }

    public string? Subject { get; init; }

    public string? Message { get; init; }

    public DateOnly? Expiry { get; init; }

    public IReadOnlyList<GiftbitContact> Contacts { get; init; } = [];

    /// <summary>How many links were asked for; null where contacts decide.</summary>
    public int? LinkCount { get; init; }

    /// <summary>How many rewards come of it.</summary>
    public int RewardCount => LinkCount ?? (Kind == GiftbitOrderKind.Embedded ? 1 : Contacts.Count(contact => contact.Added));
}

/// <summary>An order as it stands. What it shows is a function of the instant.</summary>
internal sealed class GiftbitOrder(GiftbitOrderContent content, string uuid, DateTimeOffset createdAt)
{
    public GiftbitOrderContent Content => content;

    public string Uuid => uuid;

    public DateTimeOffset CreatedAt => createdAt;

    public string Currency => content.Currency;

    public long PriceInCents => content.PriceInCents;

    public IReadOnlyList<GiftbitReward> Rewards { get; set; } = [];

    /// <summary>The balance that paid; null while the order waits for money.</summary>
    public string? PaidCurrency { get; set; }

    public long PaidPerReward { get; set; }

    /// <summary>The order waits for money that is already on its way.</summary>
    public bool FundsPending { get; set; }

    /// <summary>When the rewards come about; null while the order waits for money.</summary>
    public DateTimeOffset? ReadyAt { get; set; }

    /// <summary>When the links can be read; null while the order waits for money.</summary>
    public DateTimeOffset? LinksAt { get; set; }

    public bool IsLinkOrder => content.Kind is GiftbitOrderKind.ShortLink or GiftbitOrderKind.DirectLink;

    /// <summary>The recipient picks the brand.</summary>
    public bool IsChoice => content.BrandCodes.Count != 1;

    public bool IsReady(DateTimeOffset now) => ReadyAt <= now;

    public bool HasLinks(DateTimeOffset now) => LinksAt <= now;

    public string Status(DateTimeOffset now) =>
        ReadyAt is null ? GiftbitOrderStatus.AwaitingFunds
        : IsReady(now) ? GiftbitOrderStatus.Created
        : GiftbitOrderStatus.Creating;
}

/// <summary>A reward as it stands. What it shows is a function of the instant.</summary>
internal sealed class GiftbitReward(GiftbitOrder order, string uuid, string link, int number, GiftbitContact? contact)
{
    public GiftbitOrder Order => order;

    public string Uuid => uuid;

    /// <summary>Where the recipient claims it. Whoever has it can.</summary>
    public string Link => link;

    public int Number => number;

    public GiftbitContact? Contact => contact;

    /// <summary>The brand; null until the recipient of a reward of choice has picked one.</summary>
    public string? BrandCode { get; set; } = order.IsChoice ? null : order.Content.BrandCodes[0];

    public DateTimeOffset? RedeemedAt { get; set; }

    public bool Cancelled { get; set; }

    public bool Expired { get; set; }

    public int Redeliveries { get; set; }

    /// <summary>When the e-mail goes out; null where none does, or nobody has sent it yet.</summary>
    public DateTimeOffset? DeliveredAt { get; set; }

    /// <summary>What becomes of the e-mail instead of a delivery.</summary>
    public string? DeliveryFailure { get; set; }

    public bool IsOpen => RedeemedAt is null && !Cancelled && !Expired;

    public string Status =>
        RedeemedAt is not null ? GiftbitRedemption.Redeemed
        : Cancelled ? GiftbitRedemption.Cancelled
        : Expired ? GiftbitRedemption.Expired
        : GiftbitRedemption.Open;

    public string DeliveryStatus(DateTimeOffset now) =>
        order.Content.Kind != GiftbitOrderKind.Email ? GiftbitDelivery.LinkCreated
        : !IsDelivered(now) ? GiftbitDelivery.Unsent
        : DeliveryFailure ?? GiftbitDelivery.Delivered;

    public bool IsDelivered(DateTimeOffset now) => DeliveredAt <= now;
}
