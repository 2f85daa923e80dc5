using GiftCardSdk.Sandbox.Giftronaut.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>One card to be sold. The recipient is absent where links are bought.</summary>
internal sealed record GiftronautLine(decimal Amount, string? Email, string? FirstName, string? LastName);

/// <summary>What was asked for, checked.</summary>
internal sealed record GiftronautOrderContent
{
    public required string OrderType { get; init; }

    public required GiftronautProduct Product { get; init; }

    public required IReadOnlyList<GiftronautLine> Lines { get; init; }

    public EmailSetting? EmailSetting { get; init; }

    public SendTiming? SendTiming { get; init; }

    /// <summary>When it is sent; null means at once.</summary>
    public DateTimeOffset? SendAt { get; init; }

    /// <summary>Valid 30 days instead of 180, and most of what is unredeemed comes back.</summary>
    public bool RefundOption { get; init; }

    public decimal FaceValue => Lines.Sum(line => line.Amount);

    /// <summary>What it costs, in US dollars.</summary>
    public decimal TotalCost => GiftronautCurrency.Of(Product.Currency).CostInDollars(FaceValue);
}

/// <summary>An order as it stands.</summary>
internal sealed class GiftronautOrder(
    GiftronautOrderContent content,
    GiftronautAccount account,
    string id,
    string? key,
    DateTimeOffset createdAt
)
{
    public GiftronautOrderContent Content => content;

    public GiftronautAccount Account => account;

    public string Id => id;

    public string? Key => key;

    public DateTimeOffset CreatedAt => createdAt;

    /// <summary>The app that ordered; the order list can be searched by it.</summary>
    public required string Creator { get; init; }

    public IReadOnlyList<GiftronautCard> Cards { get; set; } = [];

    public string Status { get; set; } = GiftronautOrderStatus.Pending;

    /// <summary>What was taken from the balance, in US dollars; nothing where the sandbox does not charge.</summary>
    public decimal Charged { get; set; }

    public DateTimeOffset? ExpiresAt { get; set; }

    public bool IsLinkOrder => content.OrderType == GiftronautOrderType.Link;

    public bool IsComplete => Status == GiftronautOrderStatus.Complete;

    public int BouncedCount => Cards.Count(card => card.Bounced);

    public int SentCount => IsComplete ? Cards.Count - BouncedCount : 0;
}

/// <summary>An issued card as it stands.</summary>
internal sealed class GiftronautCard(GiftronautOrder order, GiftronautLine line, string link)
{
    public GiftronautOrder Order => order;

    public GiftronautLine Line => line;

    /// <summary>Where the recipient redeems it. For a card bought as a link, whoever has it can.</summary>
    public string Link => link;

    /// <summary>Where it was sent last; null where links were bought.</summary>
    public string? Email { get; set; } = line.Email;

    public bool Bounced { get; set; }

    public bool Redeemed { get; set; }

    public bool Expired { get; set; }

    public int Resends { get; set; }

    public bool IsOpen => order.IsComplete && !Redeemed && !Expired;

    public string Status =>
        order.Status == GiftronautOrderStatus.Canceled ? GiftronautCardStatus.Canceled
        : !order.IsComplete ? GiftronautCardStatus.Pending
        : Redeemed ? GiftronautCardStatus.Redeemed
        : Expired ? GiftronautCardStatus.Expired
        : Bounced ? GiftronautCardStatus.Bounced
        : GiftronautCardStatus.Sent;
}
