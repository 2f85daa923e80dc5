using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Sandbox.Giftronaut.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Writes replies as Giftronaut does, the disagreements of its documents decided by the options.</summary>
internal sealed class GiftronautReplies(GiftronautTwinOptions options)
{
    private static GiftronautJsonContext Json => GiftronautJsonContext.Default;

    /// <summary>One object, bare by documentation.</summary>
    public SandboxAnswer Bare<T>(int status, T body, JsonTypeInfo<T> type) =>
        options.Envelope == GiftronautEnvelope.Wrapped ? Wrap(status, body, type) : SandboxAnswer.Json(status, body, type);

    /// <summary>One object or an unpaged list, in <c>data</c> by documentation.</summary>
    public SandboxAnswer Data<T>(T body, JsonTypeInfo<T> type) =>
        options.Envelope == GiftronautEnvelope.Bare
            ? SandboxAnswer.Json(StatusCodes.Status200OK, body, type)
            : Wrap(StatusCodes.Status200OK, body, type);

    /// <summary>A page of a list.</summary>
    public SandboxAnswer List<T>(GiftronautPage page, IReadOnlyList<T> rows, int total, JsonTypeInfo<IReadOnlyList<T>> type)
    {
        if (options.Envelope == GiftronautEnvelope.Bare)
        {
            return SandboxAnswer.Json(StatusCodes.Status200OK, rows, type);
        }

        var body = new JsonObject { ["data"] = JsonSerializer.SerializeToNode(rows, type) };
        var figures = new PageFigures(page.Number, page.Size, total, (total + page.Size - 1) / page.Size);
        switch (options.PageMetadata)
        {
            case GiftronautPageMetadata.Root:
                foreach (var (name, value) in JsonSerializer.SerializeToNode(figures, Json.PageFigures)!.AsObject())
                {
                    body[name] = value!.DeepClone();
                }

                break;
            case GiftronautPageMetadata.Nested:
                body["pagination"] = JsonSerializer.SerializeToNode(figures, Json.PageFigures);
                break;
        }

        return Raw(StatusCodes.Status200OK, body);
    }

    /// <summary>An order as it was taken: the short form.</summary>
    public SandboxAnswer Created(GiftronautOrder order) => Bare(StatusCodes.Status201Created, Short(order), Json.Order);

    /// <summary>Reward links as they were taken: nothing but id and status.</summary>
    public SandboxAnswer CreatedLinks(GiftronautOrder order) =>
        Bare(StatusCodes.Status201Created, new RewardLinksReply(order.Id, order.Status), Json.RewardLinksReply);

    /// <summary>An order as it stands, with its recipients.</summary>
    public SandboxAnswer Order(GiftronautOrder order, int status = StatusCodes.Status200OK) =>
        Bare(status, Item(order) with { Recipients = [.. order.Cards.Select(Recipient)] }, Json.Order);

    /// <summary>An order as it stands in a list: without its recipients.</summary>
    public Order Item(GiftronautOrder order)
    {
        var item = Short(order) with { OrderType = order.Content.OrderType, BouncedCount = order.IsComplete ? order.BouncedCount : null };
        return options.ShowOptionalMembers
            ? item with
            {
                RefundOption = order.Content.RefundOption,
                ExpiresAt = order.ExpiresAt is { } expiry ? GiftronautTime.Write(expiry) : null,
                SendTiming = order.Content.SendTiming,
                EmailSetting = order.Content.EmailSetting,
            }
            : item;
    }

    private static Order Short(GiftronautOrder order) =>
        new()
        {
            OrderId = order.Id,
            Status = order.Status,
            CardType = order.Content.Product.CardType,
            CardName = order.Content.Product.Name,
            TotalCost = Money.Dollars(order.Content.TotalCost),
            RecipientCount = order.Cards.Count,
            SentCount = order.SentCount,
            CreatedAt = GiftronautTime.Write(order.CreatedAt),
        };

    private OrderRecipient Recipient(GiftronautCard card)
    {
        var recipient = new OrderRecipient { Email = card.Email, RewardLink = card.Order.IsComplete ? card.Link : null };
        return options.ShowRecipientDetails
            ? recipient with
            {
                FirstName = card.Line.FirstName,
                LastName = card.Line.LastName,
                Amount = card.Line.Amount,
                Status = card.Status,
            }
            : recipient;
    }

    private static SandboxAnswer Wrap<T>(int status, T body, JsonTypeInfo<T> type) =>
        Raw(status, new JsonObject { ["data"] = JsonSerializer.SerializeToNode(body, type) });

    private static SandboxAnswer Raw(int status, JsonObject body) =>
        new(status, "application/json;charset=UTF-8", Encoding.UTF8.GetBytes(body.ToJsonString()));
}
