using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Buying and finding. One namespace of ids over the three creates: a repeat never sells.</summary>
internal sealed class GiftbitOrders(GiftbitTwinOptions options, GiftbitCatalog catalog, GiftbitStore store)
{
    private const int MostLinks = 10_000;
    private const int UsualLinksPage = 50;
    private const int LargestLinksPage = 100;

    public SandboxAnswer CreateCampaign(SandboxCall call, JsonObject body) =>
        Create(
            call,
            body,
            "campaign.create",
            body.Text("delivery_type") switch
            {
                null or "GIFTBIT_EMAIL" => GiftbitOrderKind.Email,
                "SHORTLINK" => GiftbitOrderKind.ShortLink,
                _ => null,
            }
        );

    public SandboxAnswer CreateDirectLinks(SandboxCall call, JsonObject body) =>
        Create(call, body, "direct_links.create", GiftbitOrderKind.DirectLink);

    public SandboxAnswer CreateEmbedded(SandboxCall call, JsonObject body) =>
        Create(call, body, "embedded.create", GiftbitOrderKind.Embedded);

    public SandboxAnswer Get(SandboxCall call)
    {
        if (store.Find(call.Route("id")) is not { } order)
        {
            return GiftbitRules.Unknown(options, "ERROR_SIM_NO_SUCH_CAMPAIGN", call.Route("id"));
        }

        var info = GiftbitRules.Info("INFO_CAMPAIGN_RETRIEVED", "Order", "Order found.");
        return GiftbitRules.Ok(new JsonObject { ["info"] = info, ["campaign"] = GiftbitDocuments.Retrieved(order, call.Now) });
    }

    public SandboxAnswer Links(SandboxCall call)
    {
        if (store.Find(call.Route("id")) is not { } order)
        {
            return GiftbitRules.Unknown(options, "ERROR_LINKS_BAD_CAMPAIGN", call.Route("id"));
        }

        if (!order.IsLinkOrder)
        {
            return GiftbitRules.Invalid("ERROR_LINKS_BAD_CAMPAIGN", "The order has no links.");
        }

        if (order.Rewards.Count > 0 && order.Rewards.All(reward => reward.Expired))
        {
            return GiftbitRules.Invalid("ERROR_LINKS_CAMPAIGN_INACTIVE", "The claim date has passed.");
        }

        if (!(order.LinksAt <= call.Now))
        {
            var wait = GiftbitRules.Info("INFO_LINKS_GENERATION_IN_PROGRESS", "Not ready", "Try later.");
            return GiftbitRules.Ok(new JsonObject { ["info"] = wait });
        }

        var isShort = order.Kind == GiftbitOrderKind.ShortLink;
        var (list, link) = isShort ? ("shortlinks", "shortlink") : ("directlinks", "link");
        return GiftbitRules.Page(
            call,
            list,
            order.Rewards,
            reward => new JsonObject { [link] = reward.Link, ["number"] = reward.Number },
            GiftbitRules.Info("INFO_LINKS", "Links", "Links found."),
            UsualLinksPage,
            Math.Min(LargestLinksPage, options.MaxPageSize)
        );
    }

    private SandboxAnswer Create(SandboxCall call, JsonObject body, string operation, GiftbitOrderKind? kind)
    {
        if (body.Text("id") is not { } id || string.IsNullOrWhiteSpace(id))
        {
            return GiftbitRules.BadRequest("ERROR_SIM_MISSING_ID", "An order needs an id.");
        }

        if (store.FindById(id) is { } original)
        {
            return options.DuplicateAnswer == GiftbitDuplicateAnswer.Error
                ? GiftbitRules.Invalid("ERROR_SIM_DUPLICATE_ID", id)
                : Created(original, call.Now);
        }

        if (kind is null)
        {
            return GiftbitRules.Invalid("ERROR_SIM_INVALID_DELIVERY_TYPE", body.Text("delivery_type") ?? "");
        }

        return Refuse(body, kind.Value, call) ?? Sell(body, kind.Value, operation, call);
    }

    private SandboxAnswer Sell(JsonObject body, GiftbitOrderKind kind, string operation, SandboxCall call)
    {
        var brands = Brands(body, kind);
        var template = TemplateOf(body);
        var promised = template?.ExpiresAfterDays is { } days ? GiftbitPacific.Today(call.Now, options).AddDays(days) : (DateOnly?)null;
        var hasContacts = kind == GiftbitOrderKind.Email || (kind == GiftbitOrderKind.ShortLink && body.Parts("contacts").Count > 0);
        var order = new GiftbitOrder(body.Text("id")!, store.Hex(), kind)
        {
            BrandCodes = brands,
            Price = body.Long("price_in_cents") ?? 0,
            Currency = brands is [var first, ..] ? catalog.Find(first)!.Currency : catalog.FindRegion(body.Text("region"))!.Currency,
            Expiry = GiftbitPacific.ParseDate(body.Text("expiry")) ?? promised,
            Contacts = hasContacts ? [.. body.Parts("contacts").Select(contact => Judge(contact, call.Now))] : [],
        };
        var rewards = kind switch
        {
            GiftbitOrderKind.Embedded => 1,
            GiftbitOrderKind.DirectLink => body.Whole("link_count") ?? 1,
            GiftbitOrderKind.ShortLink when body.Whole("link_count") is { } count => count,
            _ => order.Contacts.Count(contact => contact.Text("message") == "ok"),
        };
        store.Sell(order, rewards, operation, call);
        order.Document = GiftbitDocuments.Order(order, body, options);
        return Created(order, call.Now);
    }

    private SandboxAnswer Created(GiftbitOrder order, DateTimeOffset now)
    {
        var reply = new JsonObject
        {
            ["info"] = order switch
            {
                { ReadyAt: not null } => GiftbitRules.Info("INFO_CAMPAIGN_CREATED", "Order taken", "Order is being created."),
                { FundsPending: true } => GiftbitRules.Info(
                    "INFO_CAMPAIGN_CREATED_FUNDS_PENDING",
                    "Order taken",
                    "Order goes out when your funds have cleared."
                ),
                _ => GiftbitRules.Info("INFO_CAMPAIGN_CREATED_FUNDS_REQUIRED", "Order taken", "Order goes out when you have added funds."),
            },
            ["campaign"] = GiftbitDocuments.Created(order, now),
            ["status"] = StatusCodes.Status200OK,
        };
        var links = order.LinksAt <= now ? order.Rewards : [];
        if (order.Kind == GiftbitOrderKind.Embedded && links.Count > 0)
        {
            reply["gift_link"] = links[0].Link;
        }
        else if (
            order.Kind == GiftbitOrderKind.DirectLink
            && (links.Count > 0 || options.MissingDirectLinks == GiftbitMissingLinks.EmptyArray)
        )
        {
            reply["direct_links"] = Json.Array(links.Select(reward => (JsonNode)reward.Link));
        }

        return GiftbitRules.Ok(reply);
    }

    private SandboxAnswer? Refuse(JsonObject body, GiftbitOrderKind kind, SandboxCall call) =>
        (
            body.Text("gift_template") is { } id && TemplateOf(body) is null
                ? GiftbitRules.Invalid("ERROR_SIM_INVALID_TEMPLATE", id, "Invalid template id")
                : null
        )
        ?? RefuseShape(body, kind)
        ?? RefuseTerms(body, kind, call)
        ?? RefuseExpiry(body, call.Now);

    private SandboxAnswer? RefuseShape(JsonObject body, GiftbitOrderKind kind) =>
        kind switch
        {
            GiftbitOrderKind.Email => RefuseContacts(body) ?? RefuseTexts(body, "subject", "message"),
            GiftbitOrderKind.ShortLink => RefuseLinks(body) ?? RefuseTexts(body, "message"),
            GiftbitOrderKind.DirectLink => RefuseLinkCount(body.Whole("link_count") ?? 1),
            _ => null,
        };

    // The half-filled order of the error is recorded; its uuid is that of no order.
    private SandboxAnswer? RefuseContacts(JsonObject body) =>
        body.Parts("contacts").Count > 0
            ? null
            : GiftbitRules.Refuse(
                StatusCodes.Status422UnprocessableEntity,
                "ERROR_CAMPAIGN_NO_CONTACTS",
                "No contacts",
                "An order needs contacts.",
                (
                    "campaign",
                    new JsonObject
                    {
                        ["uuid"] = store.Hex(),
                        ["id"] = body.Text("id"),
                        ["status"] = "API_CREATING",
                    }
                )
            );

    private static SandboxAnswer? RefuseTexts(JsonObject body, params string[] names) =>
        body.Has("gift_template") || !Array.Exists(names, name => string.IsNullOrWhiteSpace(body.Text(name)))
            ? null
            : GiftbitRules.Refuse(
                StatusCodes.Status422UnprocessableEntity,
                "ERROR_CAMPAIGN_INVALID_STATE",
                "Order not valid",
                "An order without a template needs its texts.",
                ("message", "Validation failed: a text is blank.")
            );

    private static SandboxAnswer? RefuseLinks(JsonObject body) =>
        (body.Whole("link_count"), body.Parts("contacts").Count) switch
        {
            (null, 0) => GiftbitRules.Missing("link_count"),
            (not null, > 0) => GiftbitRules.Invalid("ERROR_SIM_LINKS_AND_CONTACTS", "Send either link_count or contacts."),
            ({ } count, _) => RefuseLinkCount(count),
            _ => null,
        };

    private static SandboxAnswer? RefuseLinkCount(int count) =>
        count is >= 1 and <= MostLinks ? null : GiftbitRules.Invalid("ERROR_SIM_LINK_COUNT", "link_count lies between 1 and 10000.");

    private SandboxAnswer? RefuseTerms(JsonObject body, GiftbitOrderKind kind, SandboxCall call)
    {
        if (body.Long("price_in_cents") is not { } price)
        {
            return GiftbitRules.Missing("price_in_cents");
        }

        var brands = Brands(body, kind);
        return (brands.Count, kind == GiftbitOrderKind.Embedded ? null : body.Text("region")) switch
        {
            (0, null) => GiftbitRules.Missing("brand_codes or region"),
            (> 0, not null) => GiftbitRules.Invalid("ERROR_SIM_BRANDS_AND_REGION", "Send either brand_codes or region."),
            (0, { } region) => RefuseRegion(region, price, call),
            _ => RefuseBrands(brands, price, kind, call),
        };
    }

    private SandboxAnswer? RefuseRegion(string name, long price, SandboxCall call)
    {
        if (catalog.FindRegion(name) is not { } region)
        {
            return GiftbitRules.Invalid("ERROR_SIM_INVALID_REGION", name);
        }

        var isSold =
            !call.ProductGone && catalog.Listed.Any(brand => brand.Available && brand.Regions.Contains(region.Id) && brand.Accepts(price));
        return isSold ? null : GiftbitRules.InvalidBrand(name, price);
    }

    private SandboxAnswer? RefuseBrands(IReadOnlyList<string> codes, long price, GiftbitOrderKind kind, SandboxCall call)
    {
        var bad = codes.FirstOrDefault(code =>
            call.ProductGone
            || catalog.Find(code) is not { Available: true } brand
            || !brand.Accepts(price)
            || (kind == GiftbitOrderKind.Embedded && !brand.Embeddable)
        );
        if (bad is not null)
        {
            return GiftbitRules.InvalidBrand(bad, price);
        }

        GiftbitBrand[] brands = [.. codes.Select(code => catalog.Find(code)!)];
        if (Array.Exists(brands, brand => brand.Currency != brands[0].Currency))
        {
            return GiftbitRules.Invalid("ERROR_SIM_MIXED_CURRENCIES", "All brands of an order share one currency.");
        }

        return
            kind == GiftbitOrderKind.DirectLink
            && !brands[0].Regions.Any(region => Array.TrueForAll(brands, brand => brand.Regions.Contains(region)))
            ? GiftbitRules.Invalid("ERROR_SIM_MIXED_REGIONS", "All brands of direct links share a region.")
            : null;
    }

    private SandboxAnswer? RefuseExpiry(JsonObject body, DateTimeOffset now)
    {
        var today = GiftbitPacific.Today(now, options);
        return
            !body.Has("expiry") || (GiftbitPacific.ParseDate(body.Text("expiry")) is { } date && date >= today && date <= today.AddYears(1))
            ? null
            : GiftbitRules.Invalid("ERROR_SIM_INVALID_EXPIRY", "expiry is a date from today to a year ahead, as yyyy-MM-dd.");
    }

    // What the contact is answered with; those that are not "ok" get nothing.
    private JsonObject Judge(JsonObject contact, DateTimeOffset now)
    {
        var complaint = contact.Text("email") switch
        {
            null => "missing e-mail address",
            var address when address.IndexOf('@', StringComparison.Ordinal) < 1 || address == GiftbitRules.BadContactAddress =>
                "invalid e-mail address",
            var address when store.IsSuppressed(address, now) => "recipient does not want mail",
            _ => null,
        };
        return new JsonObject
        {
            ["email"] = contact.Text("email"),
            ["firstname"] = contact.Text("firstname"),
            ["lastname"] = contact.Text("lastname"),
            [options.MisspellAddedSuccessfully ? "added_succesfully" : "added_successfully"] = complaint is null,
            ["message"] = complaint ?? "ok",
        }.WithoutNulls();
    }

    private static IReadOnlyList<string> Brands(JsonObject body, GiftbitOrderKind kind) =>
        kind != GiftbitOrderKind.Embedded ? body.Texts("brand_codes")
        : body.Text("brand_code") is { } code ? [code]
        : [];

    private static GiftbitTemplate? TemplateOf(JsonObject body) =>
        GiftbitRules.Templates.FirstOrDefault(template => template.Id == body.Text("gift_template"));
}
