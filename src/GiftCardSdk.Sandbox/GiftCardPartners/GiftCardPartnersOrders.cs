using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Buying and finding. A PO number sells once.</summary>
internal sealed class GiftCardPartnersOrders(
    GiftCardPartnersTwinOptions options,
    GiftCardPartnersCatalog catalog,
    GiftCardPartnersStore store,
    GiftCardPartnersAnswers answers
)
{
    public const string CreateOperation = "orders.create";

    /// <summary>The one event there is.</summary>
    public const string FulfillmentComplete = "FulfillmentComplete";

    // A bound of the twin's own.
    private const int MostCards = 10_000;

    public SandboxAnswer Create(SandboxCall call, JsonObject body)
    {
        var complaints = Complaints(body, call).ToArray();
        if (complaints.Length > 0)
        {
            return Refused(body, answers.Invalid(complaints));
        }

        // Before the funds: a retry must hear of its first attempt although that has emptied the deposit.
        var poNumber = body.Text("PONumber")!;
        if (store.FindByPONumber(poNumber) is { } original)
        {
            return answers.Conflict(original.Id, store.Orders.FirstOrDefault(order => order != original)?.Id);
        }

        if (store.IsSpent(poNumber))
        {
            return answers.Conflict(original: null, another: null);
        }

        return
            !call.BalanceEmpty && store.TrySell(body, [.. body.Parts("LineItems").Select(line => Priced(body, line))], call.Now) is { } sold
            ? answers.Write(StatusCodes.Status201Created, Full(sold))
            : Refused(body, answers.Refuse(StatusCodes.Status422UnprocessableEntity, "The deposit account does not cover this order."));
    }

    public SandboxAnswer Get(SandboxCall call) =>
        store.FindById(call.Route("id")) is { } order && store.IsVisible(order, call.Now)
            ? answers.Ok(Full(order))
            : answers.Unknown("There is no such order.");

    public SandboxAnswer List(SandboxCall call)
    {
        if (options.OrderListPONumberParameter is { } parameter && call.QueryValue(parameter) is { } poNumber)
        {
            GiftCardPartnersOrder[] found = store.FindByPONumber(poNumber) is { } order && store.IsVisible(order, call.Now) ? [order] : [];
            return answers.Page(call, found.Length, index => found[index], Listed);
        }

        var count = store.VisibleCount(call.Now);
        return answers.Page(call, count, index => store.Orders[options.OldestOrdersFirst ? index : count - 1 - index], Listed);
    }

    /// <summary>An order as created or read.</summary>
    public JsonObject Full(GiftCardPartnersOrder order)
    {
        var showsLines = !order.IsPending || options.PendingLines == GiftCardPartnersPendingLines.WithoutClaimData;
        var showsClaims = order.Type == GiftCardPartnersRules.Links || options.ClaimDataOnDelivery;
        var document = Head(order);
        document["LineItems"] = Json.Array(showsLines ? order.Lines.Select(line => Line(line, showsClaims)) : []);
        return document;
    }

    public string Word(GiftCardPartnersProgress progress) =>
        progress switch
        {
            GiftCardPartnersProgress.Completed => options.CompletedWord,
            GiftCardPartnersProgress.Failed => options.FailedWord,
            GiftCardPartnersProgress.Cancelled => options.CancelledWord,
            GiftCardPartnersProgress.PartiallyCompleted => "PartiallyCompleted",
            _ => "Pending",
        };

    /// <summary>Tells that an order has ended, if it was placed with an address to tell it to.</summary>
    public void Tell(GiftCardPartnersOrder order, SandboxWebhooks webhooks, DateTimeOffset now)
    {
        if (order.Asked.Part("WebhookSettings").Text(FulfillmentComplete) is { } target)
        {
            var body =
                options.WebhookPayload == GiftCardPartnersWebhookPayload.Order
                    ? Full(order)
                    : new JsonObject
                    {
                        ["Id"] = order.Id,
                        ["PONumber"] = order.PONumber,
                        ["Status"] = Word(order.Progress),
                    };
            webhooks.Raise(FulfillmentComplete, answers.Named(body).ToJsonString(), now, order.PONumber, new Uri(target));
        }
    }

    /// <summary>The notice with another status: nothing is signed, so a forger needs no more.</summary>
    public string Forge(string notice)
    {
        var body = (JsonObject)JsonNode.Parse(notice)!;
        var name = options.CamelCase ? "status" : "Status";
        body[name] = body.Text(name) == options.CompletedWord ? options.FailedWord : options.CompletedWord;
        return body.ToJsonString();
    }

    private JsonObject Listed(GiftCardPartnersOrder order) => options.ListedLineItems ? Full(order) : Head(order);

    private JsonObject Head(GiftCardPartnersOrder order) =>
        new JsonObject
        {
            ["Id"] = order.Id,
            ["Type"] = order.Type,
            ["Status"] = Word(order.Progress),
            ["PONumber"] = options.ShowPONumber ? order.PONumber : null,
            ["Note"] = options.EchoNote ? order.Asked.Text("Note") : null,
            ["CreatedDate"] = options.ShowCreatedDate ? Time(order.CreatedAt) : null,
        }.WithoutNulls();

    private JsonObject Line(GiftCardPartnersLine line, bool showsClaims) =>
        new JsonObject
        {
            ["Id"] = line.Id,
            ["ProductId"] = line.Product.Id,
            ["Value"] = line.Value,
            ["Quantity"] = line.Quantity,
            ["Cost"] = options.CostPerCard ? line.UnitCost : line.Cost,
            ["Status"] = Word(line.Progress),
            ["Culture"] = line.Asked.Text("Culture") ?? line.Product.Cultures[0],
            ["BrandingId"] = line.Asked.Text("BrandingId"),
            ["Theme"] = "Classic",
            ["ExternalId"] = options.EchoExternalId ? line.Asked.Text("ExternalId") : null,
            ["Personalization"] = line.Asked.Part("Personalization")?.Copy().WithoutNulls(),
            ["ClaimData"] = Json.Array(showsClaims ? line.Claims.Select(claim => claim.Copy()) : []),
        }.WithoutNulls();

    private string Time(DateTimeOffset at) =>
        options.UnsaidOffset is { } offset
            ? at.ToOffset(offset).ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture)
            : at.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private SandboxAnswer Refused(JsonObject body, SandboxAnswer refusal)
    {
        var poNumber = body.Text("PONumber");
        if (!options.RefusalFreesPONumber && !string.IsNullOrWhiteSpace(poNumber) && store.FindByPONumber(poNumber) is null)
        {
            store.Spend(poNumber);
        }

        return refusal;
    }

    private GiftCardPartnersLine Priced(JsonObject body, JsonObject line) =>
        new(
            line,
            catalog.Find(line.Text("ProductId"))!,
            body.Text("Type") == GiftCardPartnersRules.Shipment && options.ChargeShipping
                ? GiftCardPartnersLookups.ShippingMethod(line.Part("PhysicalDeliveryAddress").Text("ShippingMethodId")).Amount("Cost") ?? 0
                : 0
        );

    // Everything wrong with the order by path; of the whole only when each part is right.
    private IEnumerable<(string Path, string Complaint)> Complaints(JsonObject body, SandboxCall call)
    {
        var lines = body.Parts("LineItems");
        var parts = GiftCardPartnersRules.Head(body, options.RestrictPONumbers).ToList();
        foreach (var (index, line) in lines.Index())
        {
            var product = !call.ProductGone && catalog.Find(line.Text("ProductId")) is { Available: true } found ? found : null;
            parts.AddRange(
                GiftCardPartnersRules
                    .OfLine(body.Text("Type"), line, product)
                    .Select(complaint =>
                        (string.Create(CultureInfo.InvariantCulture, $"LineItems[{index}].{complaint.Path}"), complaint.Complaint)
                    )
            );
        }

        return parts.Count > 0 ? parts : OfWhole(lines);
    }

    private IEnumerable<(string Path, string Complaint)> OfWhole(IReadOnlyList<JsonObject> lines)
    {
        if (lines.Sum(line => (long)(line.Whole("Quantity") ?? 1)) > MostCards)
        {
            yield return ("LineItems", string.Create(CultureInfo.InvariantCulture, $"At most {MostCards} cards are expected."));
        }

        // No conversion exists, and one deposit pays for an order.
        if (lines.Select(line => catalog.Find(line.Text("ProductId"))!.Currency).Distinct(StringComparer.Ordinal).Skip(1).Any())
        {
            yield return ("LineItems", "All lines of an order share one currency.");
        }
    }
}
