namespace GiftCardSdk.Sandbox;

/// <summary>The account's campaigns. Guarded by the twin's lock.</summary>
internal sealed class GifqCampaigns(GifqDraw draw)
{
    private readonly List<GifqCampaign> _all = [];
    private readonly Dictionary<string, GifqCampaign> _byId = new(StringComparer.Ordinal);

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<GifqCampaign> All => _all;

    public GifqCampaign? Find(string id) => _byId.GetValueOrDefault(id);

    public GifqCampaign Add(string name, string senderName, DateTimeOffset now)
    {
        var campaign = new GifqCampaign(draw.Uuid(), now) { Name = name, SenderName = senderName };
        _all.Add(campaign);
        _byId.Add(campaign.Id, campaign);
        return campaign;
    }
}
