using GiftCardSdk.Sandbox.Giftbit.Wire;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>What an order must look like, and what it means once it does.</summary>
internal sealed class GiftbitOrderRules(GiftbitTwinOptions options, GiftbitCatalog catalog, GiftbitPacific pacific, GiftbitState state)
{
    private const int MostLinks = 10_000;

    /// <summary>The first thing wrong with the order, or null when it is to be sold.</summary>
    public GiftbitRefusal? Refuse(GiftbitOrderKind kind, CreateOrder body, SandboxCall call) =>
        RefusePermission(kind)
        ?? RefuseTemplate(body)
        ?? RefuseShape(kind, body)
        ?? RefuseTerms(Terms.Of(kind, body, TemplateOf(body)), kind, call)
        ?? RefuseExpiry(body, call.Now);

    /// <summary>The order in full; call it only when nothing was refused.</summary>
    public GiftbitOrderContent Complete(GiftbitOrderKind kind, CreateOrder body, DateTimeOffset now)
    {
        var template = TemplateOf(body);
        var terms = Terms.Of(kind, body, template);
        var promised = template?.ExpiresAfterDays is { } days ? pacific.Today(now).AddDays(days) : (DateOnly?)null;
        return new GiftbitOrderContent
        {
            Id = body.Id!,
            Kind = kind,
            BrandCodes = terms.BrandCodes,
            Region = terms.Region,
            PriceInCents = terms.PriceInCents!.Value,
            Currency = CurrencyOf(terms),
            Template = body.GiftTemplate,
            Subject = kind == GiftbitOrderKind.Email ? body.Subject : null,
            Message = kind == GiftbitOrderKind.DirectLink ? "Your reward" : body.Message,
            Expiry = body.Expiry is { } text && GiftbitPacific.TryParseDate(text, out var date) ? date : promised,
            Contacts = HasContacts(kind, body) ? [.. body.Contacts!.Select(contact => Judge(contact, now))] : [],
            LinkCount = LinkCountOf(kind, body),
        };
    }

    private GiftbitRefusal? RefusePermission(GiftbitOrderKind kind) =>
        kind switch
        {
            GiftbitOrderKind.ShortLink when !options.ShortLinksPermitted => GiftbitRefusal.Forbidden(
                "This account may not order short links."
            ),
            GiftbitOrderKind.Embedded when !options.EmbeddedPermitted => GiftbitRefusal.Forbidden(
                "This account may not order embedded rewards."
            ),
            _ => null,
        };

    private GiftbitRefusal? RefuseTemplate(CreateOrder body) =>
        body.GiftTemplate is { } id && TemplateOf(body) is null
            ? GiftbitRefusal.Invalid("ERROR_SIM_INVALID_TEMPLATE", id) with
            {
                Name = "Invalid template id",
            }
            : null;

    private GiftbitRefusal? RefuseShape(GiftbitOrderKind kind, CreateOrder body) =>
        kind switch
        {
            GiftbitOrderKind.Email => RefuseContacts(body) ?? RefuseTexts(body, body.Subject, body.Message),
            GiftbitOrderKind.ShortLink => RefuseLinks(body) ?? RefuseTexts(body, body.Message),
            GiftbitOrderKind.DirectLink => RefuseLinkCount(body.LinkCount ?? 1),
            _ => null,
        };

    private GiftbitRefusal? RefuseContacts(CreateOrder body) =>
        body.Contacts is { Count: > 0 }
            ? null
            : new GiftbitRefusal(
                StatusCodes.Status422UnprocessableEntity,
                "ERROR_CAMPAIGN_NO_CONTACTS",
                "No contacts",
                "An order needs contacts."
            )
            {
                Campaign = new CampaignStub(state.Hex(), body.Id, GiftbitOrderStatus.Creating),
            };

    private static GiftbitRefusal? RefuseTexts(CreateOrder body, params ReadOnlySpan<string?> texts)
    {
        var complete = body.GiftTemplate is not null;
        if (!complete)
        {
            complete = true;
            foreach (var text in texts)
            {
                complete &= !string.IsNullOrWhiteSpace(text);
            }
        }

        return complete
            ? null
            : new GiftbitRefusal(
                StatusCodes.Status422UnprocessableEntity,
                "ERROR_CAMPAIGN_INVALID_STATE",
                "Order not valid",
                "An order without a template needs its texts."
            )
            {
                ExtraMessage = "Validation failed: a text is blank.",
            };
    }

    private static GiftbitRefusal? RefuseLinks(CreateOrder body) =>
        (body.LinkCount, body.Contacts) switch
        {
            (null, null or { Count: 0 }) => GiftbitRefusal.BadRequest("ERROR_SIM_MISSING_ELEMENT", "link_count"),
            (not null, { Count: > 0 }) => GiftbitRefusal.Invalid("ERROR_SIM_LINKS_AND_CONTACTS", "Send either link_count or contacts."),
            ({ } count, _) => RefuseLinkCount(count),
            _ => null,
        };

    private static GiftbitRefusal? RefuseLinkCount(int count) =>
        count is >= 1 and <= MostLinks ? null : GiftbitRefusal.Invalid("ERROR_SIM_LINK_COUNT", "link_count lies between 1 and 10000.");

    private GiftbitRefusal? RefuseTerms(Terms terms, GiftbitOrderKind kind, SandboxCall call)
    {
        if (terms.PriceInCents is not { } price)
        {
            return GiftbitRefusal.BadRequest("ERROR_SIM_MISSING_ELEMENT", "price_in_cents");
        }

        return (terms.BrandCodes.Count, terms.Region) switch
        {
            (0, null) => GiftbitRefusal.BadRequest("ERROR_SIM_MISSING_ELEMENT", "brand_codes or region"),
            (> 0, not null) => GiftbitRefusal.Invalid("ERROR_SIM_BRANDS_AND_REGION", "Send either brand_codes or region."),
            (0, { } region) => RefuseRegion(region, price, call),
            _ => RefuseBrands(terms.BrandCodes, price, kind, call),
        };
    }

    private GiftbitRefusal? RefuseRegion(string name, long price, SandboxCall call)
    {
        if (catalog.FindRegion(name) is not { } region)
        {
            return GiftbitRefusal.Invalid("ERROR_SIM_INVALID_REGION", name);
        }

        var sold =
            !call.ProductGone && catalog.Listed.Any(brand => brand.Available && brand.Regions.Contains(region.Id) && brand.Accepts(price));
        return sold ? null : GiftbitRefusal.InvalidBrand(name, price);
    }

    private GiftbitRefusal? RefuseBrands(IReadOnlyList<string> codes, long price, GiftbitOrderKind kind, SandboxCall call)
    {
        var brands = new List<GiftbitBrand>(codes.Count);
        foreach (var code in codes)
        {
            if (
                call.ProductGone
                || catalog.Find(code) is not { Available: true } brand
                || !brand.Accepts(price)
                || (kind == GiftbitOrderKind.Embedded && !brand.Embeddable)
            )
            {
                return GiftbitRefusal.InvalidBrand(code, price);
            }

            brands.Add(brand);
        }

        if (brands.Any(brand => brand.Currency != brands[0].Currency))
        {
            return GiftbitRefusal.Invalid("ERROR_SIM_MIXED_CURRENCIES", "All brands of an order share one currency.");
        }

        return
            kind == GiftbitOrderKind.DirectLink
            && !brands[0].Regions.Any(region => brands.TrueForAll(brand => brand.Regions.Contains(region)))
            ? GiftbitRefusal.Invalid("ERROR_SIM_MIXED_REGIONS", "All brands of direct links share a region.")
            : null;
    }

    private GiftbitRefusal? RefuseExpiry(CreateOrder body, DateTimeOffset now)
    {
        if (body.Expiry is not { } text)
        {
            return null;
        }

        var today = pacific.Today(now);
        return GiftbitPacific.TryParseDate(text, out var date) && date >= today && date <= today.AddYears(1)
            ? null
            : GiftbitRefusal.Invalid("ERROR_SIM_INVALID_EXPIRY", "expiry is a date from today to a year ahead, as yyyy-MM-dd.");
    }

    private string CurrencyOf(Terms terms) =>
        terms.BrandCodes.Count > 0 ? catalog.Find(terms.BrandCodes[0])!.Currency : catalog.FindRegion(terms.Region!)!.Currency;

    private GiftbitContact Judge(Contact contact, DateTimeOffset now)
    {
        var complaint = contact.Email switch
        {
            null => "missing e-mail address",
            var address when address.IndexOf('@', StringComparison.Ordinal) < 1 || address == options.BadContactAddress =>
                "invalid e-mail address",
            var address when state.IsSuppressed(address, now) => "recipient does not want mail",
            _ => null,
        };
        return new GiftbitContact(contact.Email, contact.Firstname, contact.Lastname, complaint is null, complaint ?? "ok");
    }

    private GiftbitTemplate? TemplateOf(CreateOrder body) => options.Templates.FirstOrDefault(template => template.Id == body.GiftTemplate);

    private static bool HasContacts(GiftbitOrderKind kind, CreateOrder body) =>
        kind is GiftbitOrderKind.Email or GiftbitOrderKind.ShortLink && body.Contacts is { Count: > 0 };

    private static int? LinkCountOf(GiftbitOrderKind kind, CreateOrder body) =>
        kind switch
        {
            GiftbitOrderKind.ShortLink => body.LinkCount,
            GiftbitOrderKind.DirectLink => body.LinkCount ?? 1,
            _ => null,
        };

    /// <summary>What is bought, after the template has filled in what the body leaves out.</summary>
    private sealed record Terms(long? PriceInCents, IReadOnlyList<string> BrandCodes, string? Region)
    {
        public static Terms Of(GiftbitOrderKind kind, CreateOrder body, GiftbitTemplate? template) =>
            kind == GiftbitOrderKind.Embedded
                ? new Terms(body.PriceInCents, body.BrandCode is { } code ? [code] : [], Region: null)
                : new Terms(
                    body.PriceInCents ?? template?.PriceInCents,
                    body.BrandCodes ?? (body.Region is null ? template?.BrandCodes : null) ?? [],
                    body.Region
                );
    }
}
