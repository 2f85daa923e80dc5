using GiftCardSdk.Adapters;

namespace GiftCardSdk.Huuray;

/// <summary>Huuray's orders in neutral words, and the other way round.</summary>
internal sealed class HuurayOrderMapping(HuuraySettings settings, TimeProvider time)
{
    private readonly HuurayRewards _rewards = new(time);

    /// <summary>Returned cards come with the answer, delivered ones are worked off.</summary>
    public HuurayNewOrder ToWire(OrderSubmission submission, int? templateId)
    {
        var request = submission.Request;
        var line = request.Lines[0];
        var options = request.OptionsOf<HuurayOrderOptions>();
        return new()
        {
            Product = new()
            {
                Token = line.ProductId,
                Value = settings.Money.ToWire(line.FaceValue) ?? throw Unfit(line),
                Currency = line.FaceValue.Currency,
                Quantity = checked((int)HuurayPlacedOrder.CardsOf(request.Lines)),
                Expires = request.ClaimBy is { } day ? HuurayTime.EndOf(day) : null,
            },
            Sync = request.Delivery == Delivery.Returned,
            RefId = submission.ProviderKey,
            DeliveryTemplateId = templateId,
            DeliveryPdfTemplateUid = options?.PdfTemplateUid,
            DeliveryDatetime = request.SendAt,
            PersonalMessage = request.Message?.Body,
            Recipients = HuurayRecipients.ToWire(request),
            AdditionalReference = options?.AdditionalReference,
            CustomerReference = options?.CustomerReference,
            ArticleNumber = options?.ArticleNumber,
            Description = options?.Description,
            PurchaseOrderFileToken = options?.PurchaseOrderFileToken,
        };
    }

    /// <summary>An order as far as it shows; <paramref name="placed"/> is what it was for, where this process knows.</summary>
    public Order Of(HuurayOrder order, HuurayPlacedOrder? placed, RewardDetail detail) =>
        new()
        {
            Id = HuurayOrderId.Of(order, placed?.ProviderKey),
            ProviderKey = order.RefId ?? placed?.ProviderKey,
            Provider = HuurayDefaults.Provider,
            Account = settings.AccountName,
            Status = StatusOf(order, placed),
            Delivery = placed?.Delivery ?? DeliveryOf(order),
            Lines = placed?.Lines ?? [],
            Rewards = detail == RewardDetail.None ? [] : _rewards.Of(order.Vouchers, placed, detail),
        };

    /// <summary>An order that exists and shows nothing yet.</summary>
    public Order Running(string orderUid, HuurayPlacedOrder? placed) => Of(new() { OrderUid = orderUid }, placed, RewardDetail.None);

    /// <summary>The first thing in which an order is another than the one that was asked for, as far as it shows; null if there is none.</summary>
    public static string? ContradictionOf(HuurayOrder order, OrderLookupQuery query)
    {
        var shown = order.Vouchers;
        return shown.Count > HuurayPlacedOrder.CardsOf(query.Lines) ? "number of cards"
            : query.Request is { } request && shown.Any(voucher => !voucher.IsReturned && !IsOneOf(request, voucher.Recipient!))
                ? "recipient"
            : null;
    }

    /// <summary>Huuray tells no status: it is complete once every card is there, as far as it is known how many were ordered.</summary>
    private static OrderStatus StatusOf(HuurayOrder order, HuurayPlacedOrder? placed)
    {
        var (showsValues, issued) = (false, 0);
        for (var i = 0; i < order.Vouchers.Count; i++)
        {
            showsValues |= order.Vouchers[i].HasValue;
        }

        for (var i = 0; i < order.Vouchers.Count; i++)
        {
            issued += IsIssued(order.Vouchers[i], showsValues) ? 1 : 0;
        }

        return issued > 0 && issued >= (placed?.Cards ?? order.Vouchers.Count) ? OrderStatus.Completed : OrderStatus.Pending;
    }

    /// <summary>
    /// A returned card without a single value is on its way to us. One whose values are blank is there and not for this account to see; one whose
    /// values are null is that too, unless the account may see those of its neighbours.
    /// </summary>
    private static bool IsIssued(HuurayVoucher voucher, bool showsValues) =>
        voucher.HasValue || voucher.IsBlank || (voucher.IsWithheld && !showsValues) || voucher is { Id: not null, IsReturned: false };

    private static Delivery? DeliveryOf(HuurayOrder order) =>
        order.Vouchers.Count == 0 ? null
        : order.Vouchers.All(voucher => voucher.IsReturned) ? Delivery.Returned
        : order.Vouchers.All(voucher => voucher.Recipient is { Email.Length: > 0, Phone: null or "" }) ? Delivery.Email
        : order.Vouchers.All(voucher => voucher.Recipient is { Phone.Length: > 0, Email: null or "" }) ? Delivery.Sms
        : null;

    private static bool IsOneOf(OrderRequest request, HuurayRecipient shown) =>
        request.Lines.Any(line => HuurayRecipients.AreSame(line.Recipient, shown, request.Delivery));

    private GiftCardException Unfit(OrderLine line) =>
        settings.Refuse(
            GiftCardErrorCode.InvalidRequest,
            $"{line.FaceValue} cannot be written in Huuray's minor units.",
            HuurayOperationNames.CreateOrder,
            GiftCardOutcome.NothingCreated
        );
}
