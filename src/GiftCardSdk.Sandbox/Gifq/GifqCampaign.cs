namespace GiftCardSdk.Sandbox;

/// <summary>A campaign as it stands.</summary>
internal sealed class GifqCampaign(string id, DateTimeOffset createdAt)
{
    public string Id => id;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public DateTimeOffset UpdatedAt { get; set; } = createdAt;

    public string Status { get; set; } = GifqCampaignStatus.Draft;

    public required string Name { get; set; }

    public required string SenderName { get; set; }

    public string? Description { get; set; }

    public string WebpageHeadline { get; set; } = "Hello {{recipient_name}}, this is for you";

    public string WebpageBody { get; set; } = "Choose how to spend {{amount}}.";

    public string EmailSubject { get; set; } = "{{recipient_name}}, a reward is waiting";

    public string EmailBody { get; set; } = "Hello {{recipient_name}}, choose how to spend {{amount}}.";

    public IReadOnlyList<string> ExcludedBrandIds { get; set; } = [];

    /// <summary>The brands a recipient may choose from, by title from A to Z.</summary>
    public IReadOnlyList<GifqBrand> Choice(GifqCatalog catalog) =>
        [.. catalog.Listed.Where(brand => !ExcludedBrandIds.Contains(brand.Uuid, StringComparer.Ordinal))];
}
