using System.Globalization;
using System.Text.Json.Nodes;

namespace GiftCardSdk.Sandbox;

/// <summary>Orders and rewards as Giftbit writes them, the disagreements of its documents decided by the options.</summary>
internal static class GiftbitDocuments
{
    /// <summary>The order as its create shows it; what the instant decides is filled in by whoever shows it.</summary>
    public static JsonObject Order(GiftbitOrder order, JsonObject asked, GiftbitTwinOptions options)
    {
        if (order.Kind == GiftbitOrderKind.Embedded)
        {
            return new JsonObject
            {
                ["uuid"] = order.Uuid,
                ["id"] = order.Id,
                ["brand_code"] = order.BrandCodes[0],
                ["price_in_cents"] = order.Price,
                ["fees"] = Fees(order),
            };
        }

        var isEmail = order.Kind == GiftbitOrderKind.Email;
        var added = order.Contacts.Count(contact => contact.Text("message") == "ok");
        return new JsonObject
        {
            ["company_name"] = GiftbitRules.CompanyName,
            ["message"] = order.Kind == GiftbitOrderKind.DirectLink ? "Your reward" : asked.Text("message"),
            ["subject"] = isEmail ? asked.Text("subject") : null,
            ["contacts"] = Contacts(order, options),
            ["price_in_cents"] = order.Price,
            ["brand_codes"] = order.BrandCodes.Count > 0 ? Json.Array(order.BrandCodes.Select(code => (JsonNode)code)) : null,
            ["region"] = asked.Text("region"),
            ["status"] = "",
            ["uuid"] = order.Uuid,
            ["suppress_default_greeting"] = false,
            ["delivery_type"] = order.Kind switch
            {
                GiftbitOrderKind.Email => "GIFTBIT_EMAIL",
                GiftbitOrderKind.ShortLink => "SHORTLINK",
                _ => "DIRECT_LINK",
            },
            ["gift_template"] = asked.Text("gift_template"),
            ["expiry"] = order.Expiry?.ToString(GiftbitPacific.DateFormat, CultureInfo.InvariantCulture),
            ["link_count"] = order.Kind == GiftbitOrderKind.ShortLink ? order.Rewards.Count : null,
            ["contacts_success_count"] = isEmail ? added : null,
            ["contacts_failure_count"] = isEmail ? order.Contacts.Count - added : null,
            ["fees"] = Fees(order),
            ["id"] = order.Id,
        }.WithoutNulls("message", "subject", "contacts");
    }

    public static JsonObject Created(GiftbitOrder order, DateTimeOffset now)
    {
        var shown = order.Document.Copy();
        if (order.Kind != GiftbitOrderKind.Embedded)
        {
            shown["status"] = order.Status(now);
        }

        return shown;
    }

    /// <summary>The order as it is found: without what only its create says.</summary>
    public static JsonObject Retrieved(GiftbitOrder order, DateTimeOffset now)
    {
        var shown = order.Document.Without("company_name", "contacts_success_count", "contacts_failure_count");
        shown["status"] = order.Status(now);
        foreach (var contact in shown.Parts("contacts"))
        {
            _ = contact.Remove("message") | contact.Remove("added_succesfully") | contact.Remove("added_successfully");
        }

        if (shown.Part("fees").Parts("cost_entries") is [_, var breakage])
        {
            // A null was recorded here on retrieval.
            breakage["tax_in_cents"] = null;
        }

        return shown;
    }

    /// <summary>A reward. Price and brand are absent while the recipient has not chosen; the recipient where links were bought.</summary>
    public static JsonObject Reward(GiftbitReward reward, DateTimeOffset now, GiftbitTwinOptions options)
    {
        var order = reward.Order;
        return new JsonObject
        {
            ["uuid"] = reward.Uuid,
            ["campaign_uuid"] = order.Uuid,
            ["delivery_status"] = reward.DeliveryStatus(now),
            ["status"] = reward.Status,
            ["management_dashboard_link"] = "http://app.example/campaign/campaignInfo?uuid=" + order.Uuid,
            ["redelivery_count"] = reward.Redeliveries,
            ["recipient_email"] = reward.Contact.Text("email"),
            ["campaign_id"] = order.Id,
            ["recipient_name"] = reward.Contact.Text("firstname"),
            ["price_in_cents"] = reward.BrandCode is null ? null : order.Price,
            ["brand_code"] = reward.BrandCode,
            ["created_date"] = GiftbitPacific.Timestamp(order.ReadyAt!.Value, options),
            ["delivery_date"] = reward.IsDelivered(now) ? GiftbitPacific.Timestamp(reward.DeliveredAt!.Value, options) : null,
            ["redeemed_date"] = reward.RedeemedAt is { } redeemed ? GiftbitPacific.Timestamp(redeemed, options) : null,
            ["shortlink"] = order.Kind == GiftbitOrderKind.ShortLink ? reward.Link : null,
        }.WithoutNulls();
    }

    // Giftbit's documents disagree about the orders of links.
    private static JsonArray? Contacts(GiftbitOrder order, GiftbitTwinOptions options) =>
        order.IsLinkOrder && order.Contacts.Count == 0 && options.LinkOrderContacts == GiftbitLinkOrderContacts.Null
            ? null
            : Json.Array(order.Contacts.Select(contact => contact.Copy()));

    private static JsonObject Fees(GiftbitOrder order)
    {
        var total = order.Price * order.Rewards.Count;
        var entries = new JsonArray();
        if (order.Kind != GiftbitOrderKind.Embedded)
        {
            entries.Add((JsonNode)CostEntry(order, "PREFUND_GIFT_COST", 0m, total, order.Price));
        }

        if (order.Kind is GiftbitOrderKind.Email or GiftbitOrderKind.ShortLink)
        {
            entries.Add((JsonNode)CostEntry(order, "BREAKAGE_PERCENTAGE", 75.000m, 0, 0));
        }

        return new JsonObject
        {
            ["cost_entries"] = entries,
            ["subtotal_in_cents"] = total,
            ["tax_in_cents"] = 0,
            ["tax_type"] = "NOTAX",
            ["total_in_cents"] = total,
        };
    }

    private static JsonObject CostEntry(GiftbitOrder order, string type, decimal percentage, long amount, long each) =>
        new()
        {
            ["percentage"] = percentage,
            ["fee_type"] = type,
            ["amount_in_cents"] = amount,
            ["currency"] = order.Currency,
            ["tax_type"] = "NOTAX",
            ["tax_in_cents"] = 0,
            ["number_of_gifts"] = order.Rewards.Count,
            ["fee_per_gift_in_cents"] = each,
        };
}
