using GiftCardSdk.Sandbox.Giftronaut.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>An account's campaigns; one that was deleted is gone from here, its orders stay. Guarded by the twin's lock.</summary>
internal sealed class GiftronautCampaigns
{
    private readonly OrderedDictionary<string, Campaign> _campaigns = new(StringComparer.Ordinal);

    public GiftronautCampaigns(DateTimeOffset now) =>
        Put(
            new Campaign
            {
                CampaignId = "CA-9K2M4T7X",
                Name = "Quarterly thanks",
                CardType = GiftronautCardType.Choice,
                ProductId = "CHOICE-SUNRISE-USD",
                Amount = 25,
                Subject = "Thank you",
                SenderName = "Harbour Pine Rewards",
                CreatedAt = GiftronautTime.Write(now),
            }
        );

    public IReadOnlyCollection<Campaign> All => _campaigns.Values;

    public Campaign? Find(string id) => _campaigns.GetValueOrDefault(id);

    public void Put(Campaign campaign) => _campaigns[campaign.CampaignId] = campaign;

    public void Remove(string id) => _campaigns.Remove(id);
}
