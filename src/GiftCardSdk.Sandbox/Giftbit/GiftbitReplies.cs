using GiftCardSdk.Sandbox.Giftbit.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Writes orders and rewards as Giftbit does, the disagreements of its documents decided by the options.</summary>
internal sealed class GiftbitReplies(GiftbitTwinOptions options, GiftbitPacific pacific)
{
    private static GiftbitJsonContext Json => GiftbitJsonContext.Default;

    public SandboxAnswer Created(GiftbitOrder order, DateTimeOffset now) =>
        order.Content.Kind == GiftbitOrderKind.Embedded
            ? Ok(
                new EmbeddedReply(CreatedInfo(order), StatusCodes.Status200OK, Embedded(order))
                {
                    GiftLink = order.HasLinks(now) ? order.Rewards[0].Link : null,
                },
                Json.EmbeddedReply
            )
            : Ok(
                new CampaignReply(CreatedInfo(order), Campaign(order, now, isNew: true))
                {
                    Status = StatusCodes.Status200OK,
                    DirectLinks = DirectLinks(order, now),
                },
                Json.CampaignReply
            );

    public SandboxAnswer Retrieved(GiftbitOrder order, DateTimeOffset now) =>
        Ok(
            new CampaignReply(new Info("INFO_CAMPAIGN_RETRIEVED", "Order", "Order found."), Campaign(order, now, isNew: false)),
            Json.CampaignReply
        );

    public static SandboxAnswer Links(GiftbitOrder order, GiftbitPage page, DateTimeOffset now)
    {
        if (!order.HasLinks(now))
        {
            return Ok(new LinksReply(new Info("INFO_LINKS_GENERATION_IN_PROGRESS", "Not ready", "Try later.")), Json.LinksReply);
        }

        var rows = page.Cut(order.Rewards);
        var isShort = order.Content.Kind == GiftbitOrderKind.ShortLink;
        var reply = new LinksReply(new Info("INFO_LINKS", "Links", "Links found."))
        {
            ShortLinks = isShort ? [.. rows.Select(reward => new ShortLink(reward.Number, reward.Link))] : null,
            DirectLinks = isShort ? null : [.. rows.Select(reward => new DirectLink(reward.Link, reward.Number))],
            NumberOfResults = rows.Length,
            Limit = page.Limit,
            Offset = page.Offset,
            TotalCount = order.Rewards.Count,
        };
        return Ok(reply, Json.LinksReply);
    }

    public Gift Gift(GiftbitReward reward, DateTimeOffset now)
    {
        var order = reward.Order;
        return new Gift
        {
            Uuid = reward.Uuid,
            CampaignUuid = order.Uuid,
            DeliveryStatus = reward.DeliveryStatus(now),
            Status = reward.Status,
            ManagementDashboardLink = "http://app.example/campaign/campaignInfo?uuid=" + order.Uuid,
            RedeliveryCount = reward.Redeliveries,
            RecipientEmail = reward.Contact?.Email,
            CampaignId = order.Content.Id,
            RecipientName = reward.Contact?.FirstName,
            PriceInCents = reward.BrandCode is null ? null : order.PriceInCents,
            BrandCode = reward.BrandCode,
            CreatedDate = pacific.Timestamp(order.ReadyAt!.Value),
            DeliveryDate = reward.IsDelivered(now) ? pacific.Timestamp(reward.DeliveredAt!.Value) : null,
            RedeemedDate = options.ShowRedeemedDate && reward.RedeemedAt is { } redeemed ? pacific.Timestamp(redeemed) : null,
            Shortlink = order.Content.Kind == GiftbitOrderKind.ShortLink ? reward.Link : null,
        };
    }

    public SandboxAnswer Reward(GiftbitReward reward, Info info, DateTimeOffset now) =>
        Ok(new GiftReply(Gift(reward, now), info, StatusCodes.Status200OK), Json.GiftReply);

    public static SandboxAnswer Ok<T>(T body, System.Text.Json.Serialization.Metadata.JsonTypeInfo<T> type) =>
        SandboxAnswer.Json(StatusCodes.Status200OK, body, type);

    private static Info CreatedInfo(GiftbitOrder order) =>
        order switch
        {
            { ReadyAt: not null } => new Info("INFO_CAMPAIGN_CREATED", "Order taken", "Order is being created."),
            { FundsPending: true } => new Info(
                "INFO_CAMPAIGN_CREATED_FUNDS_PENDING",
                "Order taken",
                "Order goes out when your funds have cleared."
            ),
            _ => new Info("INFO_CAMPAIGN_CREATED_FUNDS_REQUIRED", "Order taken", "Order goes out when you have added funds."),
        };

    private Campaign Campaign(GiftbitOrder order, DateTimeOffset now, bool isNew)
    {
        var content = order.Content;
        var isEmail = content.Kind == GiftbitOrderKind.Email;
        return new Campaign
        {
            CompanyName = isNew ? options.CompanyName : null,
            Message = content.Message,
            Subject = content.Subject,
            Contacts = Contacts(order, isNew),
            PriceInCents = content.PriceInCents,
            BrandCodes = content.BrandCodes.Count > 0 ? content.BrandCodes : null,
            Region = content.Region,
            Status = order.Status(now),
            Uuid = order.Uuid,
            DeliveryType = content.Kind switch
            {
                GiftbitOrderKind.Email => "GIFTBIT_EMAIL",
                GiftbitOrderKind.ShortLink => "SHORTLINK",
                GiftbitOrderKind.DirectLink => "DIRECT_LINK",
                _ => null,
            },
            GiftTemplate = content.Template,
            Expiry = content.Expiry is { } expiry ? GiftbitPacific.Date(expiry) : null,
            LinkCount = content.Kind == GiftbitOrderKind.ShortLink ? order.Rewards.Count : null,
            ContactsSuccessCount = isNew && isEmail ? content.Contacts.Count(contact => contact.Added) : null,
            ContactsFailureCount = isNew && isEmail ? content.Contacts.Count(contact => !contact.Added) : null,
            Fees = Fees(order, isNew),
            Id = content.Id,
        };
    }

    private static EmbeddedCampaign Embedded(GiftbitOrder order) =>
        new(order.Uuid, order.Content.Id, order.Content.BrandCodes[0], order.PriceInCents, Fees(order, isNew: true));

    private ContactResult[]? Contacts(GiftbitOrder order, bool isNew)
    {
        if (order.IsLinkOrder && order.Content.Contacts.Count == 0)
        {
            return options.LinkOrderContacts == GiftbitLinkOrderContacts.Null ? null : [];
        }

        return [.. order.Content.Contacts.Select(contact => Contact(contact, isNew))];
    }

    private ContactResult Contact(GiftbitContact contact, bool isNew) =>
        new(contact.Email, contact.FirstName, contact.LastName)
        {
            AddedMisspelt = isNew && options.MisspellAddedSuccessfully ? contact.Added : null,
            Added = isNew && !options.MisspellAddedSuccessfully ? contact.Added : null,
            Message = isNew ? contact.Message : null,
        };

    private string[]? DirectLinks(GiftbitOrder order, DateTimeOffset now) =>
        order.Content.Kind != GiftbitOrderKind.DirectLink ? null
        : order.HasLinks(now) ? [.. order.Rewards.Select(reward => reward.Link)]
        : options.MissingDirectLinks == GiftbitMissingLinks.EmptyArray ? []
        : null;

    private static Fees Fees(GiftbitOrder order, bool isNew)
    {
        var count = order.Rewards.Count;
        var total = order.PriceInCents * count;
        return new Fees([.. CostEntries(order, count, total, isNew)], total, TaxInCents: 0, "NOTAX", total);
    }

    private static IEnumerable<CostEntry> CostEntries(GiftbitOrder order, int count, long total, bool isNew)
    {
        if (order.Content.Kind == GiftbitOrderKind.Embedded)
        {
            yield break;
        }

        yield return new CostEntry
        {
            Percentage = 0,
            FeeType = "PREFUND_GIFT_COST",
            AmountInCents = total,
            Currency = order.Currency,
            TaxInCents = 0,
            NumberOfGifts = count,
            FeePerGiftInCents = order.PriceInCents,
        };
        if (order.Content.Kind != GiftbitOrderKind.DirectLink)
        {
            yield return new CostEntry
            {
                Percentage = 75.000m,
                FeeType = "BREAKAGE_PERCENTAGE",
                Currency = order.Currency,
                // A null was recorded here on retrieval.
                TaxInCents = isNew ? 0 : null,
                NumberOfGifts = count,
            };
        }
    }
}
