using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Gifq.Wire;

/// <summary>The body of creating and of updating a campaign; a member that is absent leaves things as they are.</summary>
internal sealed record CampaignEdit
{
    public string? Name { get; set; }

    public string? SenderName { get; set; }

    /// <summary>Undefined when absent, which is not the same as null here.</summary>
    public JsonElement Description { get; set; }

    public string? WebpageHeadline { get; set; }

    public string? WebpageBody { get; set; }

    public string? EmailSubject { get; set; }

    public string? EmailBody { get; set; }

    public IReadOnlyList<string>? ExcludedBrandIds { get; set; }

    public string? Status { get; set; }
}

internal sealed record Campaign
{
    public required string Id { get; init; }

    public required string Status { get; init; }

    public required string Name { get; init; }

    public required string SenderName { get; init; }

    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public string? Description { get; init; }

    public required string WebpageHeadline { get; init; }

    public required string WebpageBody { get; init; }

    public required string EmailSubject { get; init; }

    public required string EmailBody { get; init; }

    public required IReadOnlyList<string> ExcludedBrandIds { get; init; }

    public required string CreatedAt { get; init; }

    public required string UpdatedAt { get; init; }
}
