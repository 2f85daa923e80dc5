using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>The account's campaigns, kept as documents under the usual names. Guarded by the twin's lock.</summary>
internal sealed class GifqCampaigns(GifqTwinOptions options, GifqCatalog catalog, GifqDraw draw, GifqReplies replies)
{
    private const string Active = "active";
    private const string Archived = "archived";

    // The texts whose names GIFQ does not publish; they are read under the names they are written in.
    private static readonly string[] Texts = ["name", "webpage_headline", "webpage_body", "email_subject", "email_body"];

    private readonly Store<JsonObject> _campaigns = new();

    public JsonObject? Find(string? id) => _campaigns.Find("id", id);

    /// <summary>The brands a recipient may choose from, by title from A to Z.</summary>
    public IReadOnlyList<GifqBrand> Choice(JsonObject campaign)
    {
        var excluded = campaign.Texts("excluded_brand_ids");
        return [.. catalog.Listed.Where(brand => !excluded.Contains(brand.Uuid, StringComparer.Ordinal))];
    }

    public SandboxAnswer List(SandboxCall call) => replies.Page(call, _campaigns.All, Show);

    public SandboxAnswer Get(SandboxCall call) => With(call, campaign => replies.One(Show(campaign)));

    public SandboxAnswer Catalog(SandboxCall call) =>
        With(call, campaign => replies.Page(call, Choice(campaign), backwards: false, catalog.Show));

    public SandboxAnswer Create(SandboxCall call) =>
        replies.Read(
            call,
            Body(),
            body =>
            {
                if (string.IsNullOrWhiteSpace(body.Text(replies.Name("name"))))
                {
                    return replies.Invalid("A campaign needs a name");
                }

                if (RefuseBrands(body) is { } refusal)
                {
                    return refusal;
                }

                var campaign = New(call.Now);
                _campaigns.Add(campaign, ("id", campaign.Text("id")));
                Apply(body, campaign, call.Now);
                return replies.One(Show(campaign), StatusCodes.Status201Created);
            }
        );

    public SandboxAnswer Update(SandboxCall call) =>
        With(call, campaign => replies.Read(call, Body(), body => Update(campaign, body, call.Now)));

    /// <summary>An action that moves a campaign to another state.</summary>
    public SandboxAnswer Act(SandboxCall call, string status) =>
        options.CampaignMoves == GifqCampaignMoves.Actions
            ? With(call, campaign => Move(campaign, status, call.Now))
            : replies.Unknown("operation");

    private SandboxAnswer Update(JsonObject campaign, JsonObject body, DateTimeOffset now)
    {
        var status = campaign.Text("status");
        if (status == Archived)
        {
            return replies.Invalid("An archived campaign cannot be changed");
        }

        if (status == Active && body.Has("excluded_brand_ids") && options.FreezeBrandsWhileActive)
        {
            return replies.Invalid("The brands of an active campaign cannot be changed");
        }

        if (RefuseBrands(body) is { } refusal)
        {
            return refusal;
        }

        Apply(body, campaign, now);
        return body.Text("status") is { } next && options.CampaignMoves == GifqCampaignMoves.StatusMember
            ? Move(campaign, next, now)
            : replies.One(Show(campaign));
    }

    private SandboxAnswer Move(JsonObject campaign, string status, DateTimeOffset now)
    {
        var from = campaign.Text("status");
        if ((from, status) is not (("draft" or "paused", Active or Archived) or (Active, "paused")))
        {
            return replies.Invalid($"A campaign that is {from} cannot become {status}");
        }

        if (status == Active && Complain(campaign) is { } complaint)
        {
            return replies.Invalid(complaint);
        }

        campaign["status"] = status;
        campaign["updated_at"] = GifqReplies.Time(now);
        return replies.One(Show(campaign));
    }

    private string? Complain(JsonObject campaign) =>
        string.IsNullOrWhiteSpace(campaign.Text("email_subject")) || string.IsNullOrWhiteSpace(campaign.Text("email_body"))
            ? "An active campaign needs an e-mail subject and body"
        : Choice(campaign).Count == 0 ? "An active campaign needs a brand to choose"
        : null;

    private SandboxAnswer? RefuseBrands(JsonObject body) =>
        body.Texts("excluded_brand_ids").FirstOrDefault(uuid => !catalog.HadUuid(uuid)) is { } unknown
            ? replies.Invalid($"There is no brand {unknown} to exclude")
            : null;

    private SandboxAnswer With(SandboxCall call, Func<JsonObject, SandboxAnswer> act) =>
        Find(call.Route("id")) is { } campaign ? act(campaign) : replies.Unknown("campaign");

    private JsonObject New(DateTimeOffset now) =>
        new()
        {
            ["id"] = draw.Uuid(),
            ["status"] = "draft",
            ["name"] = "",
            ["sender_name"] = "Harbour Pine Rewards",
            ["description"] = null,
            ["webpage_headline"] = "Hello {{recipient_name}}, this is for you",
            ["webpage_body"] = "Choose how to spend {{amount}}.",
            ["email_subject"] = "{{recipient_name}}, a reward is waiting",
            ["email_body"] = "Hello {{recipient_name}}, choose how to spend {{amount}}.",
            ["excluded_brand_ids"] = new JsonArray(),
            ["created_at"] = GifqReplies.Time(now),
            ["updated_at"] = GifqReplies.Time(now),
        };

    // What is absent, or null where null says nothing, stays as it is.
    private void Apply(JsonObject body, JsonObject campaign, DateTimeOffset now)
    {
        foreach (var name in Texts)
        {
            campaign[name] = body.Text(replies.Name(name)) ?? campaign.Text(name);
        }

        campaign["sender_name"] = body.Text("sender_name") ?? campaign.Text("sender_name");
        if (body.ContainsKey("description"))
        {
            campaign["description"] = body.Text("description");
        }

        if (body.Has("excluded_brand_ids"))
        {
            campaign["excluded_brand_ids"] = GifqCatalog.Texts(body.Texts("excluded_brand_ids"));
        }

        campaign["updated_at"] = GifqReplies.Time(now);
    }

    private JsonObject Show(JsonObject campaign) =>
        new(
            campaign.Select(member =>
                KeyValuePair.Create(Texts.Contains(member.Key) ? replies.Name(member.Key) : member.Key, member.Value?.DeepClone())
            )
        );

    private Shape Body() =>
        Shape.Open([
            .. Texts.Select(name => (replies.Name(name), Shape.Text)),
            ("sender_name", Shape.Text),
            ("description", Shape.Text),
            ("excluded_brand_ids", Shape.List(Shape.Text)),
            ("status", Shape.Text),
        ]);
}
