using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using GiftCardSdk.Sandbox.Huuray.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>Makes ids and cards, the same ones again under the same seed.</summary>
[SuppressMessage("Security", "CA5394:Do not use insecure randomness", Justification = "A seeded draw is what repeats a run.")]
internal sealed class HuurayIssuer(HuurayTwinOptions options, int seed)
{
    private const string CodeLetters = "ABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    private readonly Random _random = new(seed);

    public string NewUid()
    {
        Span<byte> bytes = stackalloc byte[16];
        _random.NextBytes(bytes);
        return new Guid(bytes).ToString("D");
    }

    public HuurayVoucher NewVoucher(HuurayOrder order, int id, Recipient? recipient)
    {
        var parts = order.Content.Product.Parts;
        return new HuurayVoucher(order, id, recipient)
        {
            Code = parts == HuurayCardParts.LinkOnly ? null : $"HS-{Letters(4)}-{Letters(4)}-{Letters(4)}",
            Cvv = parts == HuurayCardParts.Everything ? _random.Next(100, 1_000).ToString(CultureInfo.InvariantCulture) : null,
            Link = parts == HuurayCardParts.CodeOnly ? null : "https://redeem.example.test/" + Letters(24),
            DeliveredAt = DeliveryOf(order),
        };
    }

    private DateTimeOffset? DeliveryOf(HuurayOrder order)
    {
        var content = order.Content;
        if (content.Template is null || (content.Sync && !options.DeliverSyncOrders))
        {
            return null;
        }

        var from = content.SendAt > order.ReadyAt ? content.SendAt.Value : order.ReadyAt;
        return from + options.DeliveryDelay;
    }

    private string Letters(int count) => new(_random.GetItems<char>(CodeLetters, count));
}
