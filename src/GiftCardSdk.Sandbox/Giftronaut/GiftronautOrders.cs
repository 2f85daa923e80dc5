using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Buying and finding, and what is done to what was sold.</summary>
internal sealed class GiftronautOrders(
    GiftronautTwinOptions options,
    GiftronautCatalog catalog,
    GiftronautStore store,
    GiftronautReplies replies
)
{
    public const string BuyBranded = "branded_cards.order";
    public const string BuyChoice = "choice_cards.order";
    public const string BuyLinks = "reward_links.order";
    public const string RunCampaign = "campaigns.run";

    public const string OneTime = "ONE_TIME";
    public const string Link = "LINK";
    public const string Campaign = "CAMPAIGN";

    public const string Pending = "PENDING";
    public const string InProgress = "IN_PROGRESS";
    public const string Complete = "COMPLETE";
    public const string Canceled = "CANCELED";

    // Giftronaut names no limit.
    private const int MostCards = 10_000;
    private const int TestEmailsPerDay = 10;

    // The last two can be asked for, but nothing here makes such orders.
    private static readonly string[] Types = [OneTime, Link, Campaign, "SMART", "REWARD"];
    private static readonly string[] Statuses = [Pending, InProgress, Complete, Canceled];
    private static readonly string[] CardTypes = [GiftronautRules.Branded, GiftronautRules.Choice];
    private static readonly string[] Short =
    [
        "orderId",
        "status",
        "cardType",
        "cardName",
        "totalCost",
        "recipientCount",
        "sentCount",
        "createdAt",
    ];
    private static readonly string[] Setting = ["senderName", "subject", "message", "templateId"];
    private static readonly string[] Filters = ["orderType", "cardType", "status", "startDate", "endDate", "searchKeyword"];

    public SandboxAnswer Branded(GiftronautCall call) => Create(call, BuyBranded, GiftronautRules.Branded);

    public SandboxAnswer Choice(GiftronautCall call) => Create(call, BuyChoice, GiftronautRules.Choice);

    public SandboxAnswer Links(GiftronautCall call)
    {
        var body = call.Body;
        if (RefuseProduct(call, body, out var product) is { } unknown)
        {
            return unknown;
        }

        var quantity = body.Whole("quantity") ?? 0;
        var line = new JsonObject { ["amount"] = body.Amount("amountPerLink") };
        return RefuseCount(quantity)
            ?? GiftronautRules.RefuseAmounts(product, [line])
            ?? Sell(
                call,
                new GiftronautTerms(Link, product, [.. Enumerable.Repeat(line, quantity)])
                {
                    RefundOption = body.Flag("refundOption") == true,
                },
                BuyLinks
            );
    }

    public SandboxAnswer Run(GiftronautCall call, JsonObject campaign)
    {
        var body = call.Body;
        if (RefuseProduct(call, campaign, out var product) is { } unknown)
        {
            return unknown;
        }

        var terms = new GiftronautTerms(Campaign, product, Lines(body, campaign["amount"]))
        {
            EmailSetting = campaign.Pick(Setting).With(body.Pick("senderName", "subject", "message")),
            SendTiming = Timing(body),
            RefundOption = campaign.Flag("refundOption") == true,
        };
        return RefuseCount(terms.Lines.Count) ?? GiftronautRules.RefuseTiming(terms.SendTiming, call.Now) ?? Sell(call, terms, RunCampaign);
    }

    public SandboxAnswer Get(GiftronautCall call) =>
        call.Account.Find(call.Http.Route("id")) is { } order ? Show(order, StatusCodes.Status200OK) : GiftronautRules.NoSuchOrder;

    public SandboxAnswer List(GiftronautCall call)
    {
        var http = call.Http;
        if (GiftronautFilters.Refuse(http, ("orderType", Types), ("cardType", CardTypes), ("status", Statuses)) is { } refusal)
        {
            return refusal;
        }

        var key = options.ClientOrderIdHonoured ? http.QueryValue("clientOrderId") : null;
        if (key is null && Array.TrueForAll(Filters, name => http.QueryValue(name) is null))
        {
            // The usual look needs no count and reads no further than its page.
            return replies.Page(call, call.Account.NewestFirst, call.Account.OrderCount, Row);
        }

        var orders = key is null ? call.Account.NewestFirst : call.Account.WithKey(key);
        var found = orders.Where(order => Matches(http, order)).ToArray();
        return replies.Page(call, found, found.Length, Row);
    }

    public SandboxAnswer Cancel(GiftronautCall call)
    {
        if (call.Account.Find(call.Http.Route("id")) is not { } order)
        {
            return GiftronautRules.NoSuchOrder;
        }

        if (GiftronautRules.SendAt(order.Terms.SendTiming) is null || order.Status != Pending)
        {
            return GiftronautRules.Conflict("ORDER_NOT_CANCELABLE", "The order is being sent or finished.");
        }

        GiftronautStore.Cancel(order, call.Now);
        return replies.Bare(Row(order));
    }

    public SandboxAnswer Resend(GiftronautCall call)
    {
        if (call.Account.Find(call.Http.Route("id")) is not { } order)
        {
            return GiftronautRules.NoSuchOrder;
        }

        var recipients = call.Body.Parts("recipients");
        if (recipients.Count == 0 || !order.IsComplete)
        {
            return GiftronautRules.Invalid(recipients.Count == 0 ? "recipients is empty." : "The order has not been sent yet.");
        }

        if (recipients.Any(recipient => CardOf(order, recipient) is null))
        {
            return GiftronautRules.NotFound("RECIPIENT_NOT_FOUND", "recipient in the order");
        }

        foreach (var recipient in recipients)
        {
            GiftronautStore.Resend(CardOf(order, recipient)!, recipient.Text("updatedEmail"));
        }

        return options.ResendAnswer switch
        {
            GiftronautResendAnswer.Accepted => SandboxAnswer.Empty(StatusCodes.Status202Accepted),
            GiftronautResendAnswer.NoContent => SandboxAnswer.Empty(StatusCodes.Status204NoContent),
            _ => Show(order, StatusCodes.Status200OK),
        };
    }

    public SandboxAnswer SendTestEmail(GiftronautCall call)
    {
        var asked = call.Body.Pick("productId", "amount", "templateId");
        asked["cardType"] = GiftronautRules.Choice;
        if (
            (
                RefuseProduct(call, asked, out var product)
                ?? GiftronautRules.RefuseAmounts(product, [asked])
                ?? GiftronautRules.RefuseTemplate(call, asked)
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        var (today, sent) = (DateOnly.FromDateTime(call.Now.UtcDateTime), call.Account.TestEmails);
        if (sent.GetValueOrDefault(today) >= TestEmailsPerDay)
        {
            return GiftronautRules.TooManyRequests("No test e-mails are left today.");
        }

        sent[today] = sent.GetValueOrDefault(today) + 1;
        return replies.Bare(
            new JsonObject
            {
                ["sentTo"] = call.Body.Text("email"),
                ["status"] = "SENT",
                ["remainingToday"] = TestEmailsPerDay - sent[today],
            }
        );
    }

    /// <summary>An order as it stands, with its recipients.</summary>
    public SandboxAnswer Show(GiftronautOrder order, int status)
    {
        var document = Row(order);
        document["recipients"] = Json.Array(order.Cards.Select(Recipient));
        return replies.Bare(document, status);
    }

    /// <summary>The product of this id and card type that can be had, or why there is none.</summary>
    public SandboxAnswer? RefuseProduct(GiftronautCall call, JsonObject asked, out GiftronautProduct product)
    {
        product = catalog.Find(asked.Text("productId")!)!;
        return !call.Http.ProductGone && product?.CardType == asked.Text("cardType")
            ? null
            : GiftronautRules.Refuse(
                options.UnknownProduct == GiftronautUnknownProduct.BadRequest
                    ? StatusCodes.Status400BadRequest
                    : StatusCodes.Status404NotFound,
                "PRODUCT_NOT_FOUND",
                "There is no such product."
            );
    }

    private SandboxAnswer Create(GiftronautCall call, string operation, string cardType)
    {
        var body = call.Body;
        body["cardType"] = cardType;
        if (RefuseProduct(call, body, out var product) is { } unknown)
        {
            return unknown;
        }

        var terms = new GiftronautTerms(OneTime, product, Lines(body, amount: null))
        {
            EmailSetting = body.Part("emailSetting")!.Pick(Setting),
            SendTiming = Timing(body),
            RefundOption = body.Flag("refundOption") == true,
        };
        return RefuseCount(terms.Lines.Count)
            ?? GiftronautRules.RefuseAmounts(product, terms.Lines)
            ?? GiftronautRules.RefuseTemplate(call, terms.EmailSetting)
            ?? GiftronautRules.RefuseTiming(terms.SendTiming, call.Now)
            ?? Sell(call, terms, operation);
    }

    // A campaign gives every recipient the same amount.
    private static JsonObject[] Lines(JsonObject body, JsonNode? amount) =>
        [
            .. body.Parts("recipients")
                .Select(recipient =>
                {
                    var line = recipient.Pick("firstName", "lastName", "email");
                    line["amount"] = (amount ?? recipient["amount"])?.DeepClone();
                    return line;
                }),
        ];

    private static JsonObject? Timing(JsonObject body) => body.Part("sendTiming")?.Pick("type", "scheduledAt", "timezone");

    private static SandboxAnswer? RefuseCount(int count) =>
        count is >= 1 and <= MostCards ? null : GiftronautRules.Invalid("An order has 1 to 10000 cards.");

    private SandboxAnswer Sell(GiftronautCall call, GiftronautTerms terms, string operation)
    {
        if (store.IsTooDear(call, terms, out var available))
        {
            return GiftronautRules.Refuse(
                StatusCodes.Status402PaymentRequired,
                "INSUFFICIENT_BALANCE",
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"Order total {terms.TotalCost:F2} USD exceeds available balance {available:F2} USD"
                )
            );
        }

        var order = store.Sell(call, terms, operation);
        // Of reward links nothing is said but id and status.
        var reply = terms.IsLinks ? Row(order).Pick("orderId", "status") : Row(order).Pick(Short);
        return replies.Bare(reply, StatusCodes.Status201Created);
    }

    // An order as it stands in a list: without its recipients.
    private JsonObject Row(GiftronautOrder order)
    {
        var (terms, shown) = (order.Terms, options.ShowOptionalMembers);
        return new JsonObject
        {
            ["orderId"] = order.Id,
            ["orderType"] = terms.OrderType,
            ["status"] = order.Status,
            ["cardType"] = terms.Product.CardType,
            ["cardName"] = terms.Product.Name,
            ["totalCost"] = GiftronautRules.Dollars(terms.TotalCost),
            ["recipientCount"] = order.Cards.Count,
            ["sentCount"] = order.SentCount,
            ["bouncedCount"] = order.IsComplete ? order.BouncedCount : null,
            ["createdAt"] = order.CreatedAt,
            ["refundOption"] = shown ? terms.RefundOption : null,
            ["expiresAt"] = shown && order.ExpiresAt is { } expiry ? GiftronautRules.Time(expiry) : null,
            ["sendTiming"] = shown ? terms.SendTiming?.DeepClone() : null,
            ["emailSetting"] = shown ? terms.EmailSetting?.DeepClone() : null,
        }.WithoutNulls();
    }

    // The address is null where links were bought, the link until the order is complete.
    private JsonObject Recipient(GiftronautCard card)
    {
        var shown = new JsonObject { ["email"] = card.Email };
        if (options.ShowRecipientDetails)
        {
            shown.With(card.Line.Pick("firstName", "lastName", "amount"));
            shown["status"] = card.Status;
        }

        shown["rewardLink"] = card.Order.IsComplete ? card.Link : null;
        return shown;
    }

    private static bool Matches(SandboxCall http, GiftronautOrder order) =>
        GiftronautFilters.Is(http, "orderType", order.Terms.OrderType)
        && GiftronautFilters.Is(http, "cardType", order.Terms.Product.CardType)
        && GiftronautFilters.Is(http, "status", order.Status)
        && GiftronautFilters.Include(http, order.CreatedAt)
        && (
            http.QueryValue("searchKeyword") is not { } word
            || order.Terms.Product.Name.Contains(word, StringComparison.OrdinalIgnoreCase)
            || order.Creator.Contains(word, StringComparison.OrdinalIgnoreCase)
        );

    private static GiftronautCard? CardOf(GiftronautOrder order, JsonObject recipient) =>
        order.Cards.FirstOrDefault(card => string.Equals(card.Email, recipient.Text("email"), StringComparison.OrdinalIgnoreCase));
}
