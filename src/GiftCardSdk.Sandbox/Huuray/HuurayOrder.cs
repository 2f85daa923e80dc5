using GiftCardSdk.Sandbox.Huuray.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>What was asked for, checked and completed.</summary>
internal sealed record HuurayOrderContent
{
    public string? RefId { get; init; }

    public required HuurayProduct Product { get; init; }

    public required int Value { get; init; }

    public required int Quantity { get; init; }

    public required bool Sync { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Null where Huuray delivers nothing.</summary>
    public HuurayTemplate? Template { get; init; }

    public string? PdfTemplateUid { get; init; }

    public DateTimeOffset? SendAt { get; init; }

    public IReadOnlyList<Recipient> Recipients { get; init; } = [];

    public string? PurchaseOrderFileToken { get; init; }

    /// <summary>The only recipient gets all cards; of several, each gets one.</summary>
    public Recipient? RecipientOf(int index) =>
        Recipients.Count switch
        {
            0 => null,
            1 => Recipients[0],
            _ => Recipients[index],
        };
}

/// <summary>An order as it stands. What it shows is a function of the instant.</summary>
internal sealed class HuurayOrder(HuurayOrderContent content, string uid, int number, HuurayPayment payment)
{
    public HuurayOrderContent Content => content;

    public string Uid => uid;

    public int Number => number;

    public HuurayPayment Payment => payment;

    /// <summary>When the work at it ends.</summary>
    public required DateTimeOffset ReadyAt { get; init; }

    /// <summary>When a search finds it; null: never.</summary>
    public DateTimeOffset? FoundAt { get; init; }

    /// <summary>The cards that are issued, or will be once the order is ready.</summary>
    public IReadOnlyList<HuurayVoucher> Vouchers { get; set; } = [];

    public bool IsReady(DateTimeOffset now) => ReadyAt <= now && Vouchers.Count > 0;

    public bool IsFound(DateTimeOffset now) => FoundAt <= now;
}

/// <summary>A card as it stands.</summary>
internal sealed class HuurayVoucher(HuurayOrder order, int id, Recipient? recipient)
{
    public HuurayOrder Order => order;

    public int Id => id;

    public Recipient? Recipient => recipient;

    /// <summary>The bearer values: whoever has one has the money. Null where the product has no such part.</summary>
    public string? Code { get; init; }

    public string? Cvv { get; init; }

    public string? Link { get; init; }

    /// <summary>When it is delivered; null where Huuray delivers nothing.</summary>
    public DateTimeOffset? DeliveredAt { get; init; }

    public bool Opened { get; set; }

    public bool Redeemed { get; set; }

    public bool Cancelled { get; set; }

    /// <summary>The supplier does not take it back.</summary>
    public bool CancelRefused { get; set; }

    /// <summary>It cannot be sent again.</summary>
    public bool ResendRefused { get; set; }

    public bool IsExpired(DateTimeOffset now) => order.Content.ExpiresAt <= now;

    public bool IsDelivered(DateTimeOffset now) => DeliveredAt <= now;
}
