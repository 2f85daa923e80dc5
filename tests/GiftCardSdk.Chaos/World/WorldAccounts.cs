using GiftCardSdk.Giftronaut;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Chaos.World;

/// <summary>Where the twins are and what they let in: all that a process needs to be their customer.</summary>
internal sealed record WorldAccounts
{
    /// <summary>Above what any run can ask for in a minute; pacing has tests of its own.</summary>
    private const int NoLimit = 100_000;

    public required Uri Giftbit { get; init; }

    public required string GiftbitToken { get; init; }

    public required Uri Gifq { get; init; }

    public required string GifqToken { get; init; }

    /// <summary>The campaign of all payouts.</summary>
    public required string GifqCampaign { get; init; }

    public required Uri Giftronaut { get; init; }

    public required string GiftronautClient { get; init; }

    public required string GiftronautSecret { get; init; }

    public required Uri GiftCardPartners { get; init; }

    public required string GiftCardPartnersEmail { get; init; }

    public required string GiftCardPartnersToken { get; init; }

    public required Uri Huuray { get; init; }

    public required string HuurayToken { get; init; }

    public required string HuuraySecret { get; init; }

    public static WorldAccounts Of(GiftCardSandbox sandbox, string gifqCampaign) =>
        new()
        {
            Giftbit = sandbox.Giftbit.BaseAddress,
            GiftbitToken = sandbox.Giftbit.ApiToken,
            Gifq = sandbox.Gifq.BaseAddress,
            GifqToken = sandbox.Gifq.ApiToken,
            GifqCampaign = gifqCampaign,
            Giftronaut = sandbox.Giftronaut.BaseAddress,
            GiftronautClient = sandbox.Giftronaut.ClientId,
            GiftronautSecret = sandbox.Giftronaut.ClientSecret,
            GiftCardPartners = sandbox.GiftCardPartners.BaseAddress,
            GiftCardPartnersEmail = sandbox.GiftCardPartners.Email,
            GiftCardPartnersToken = sandbox.GiftCardPartners.AccessToken,
            Huuray = sandbox.Huuray.BaseAddress,
            HuurayToken = sandbox.Huuray.ApiToken,
            HuuraySecret = sandbox.Huuray.ApiSecret,
        };

    /// <summary>The five accounts, as an application adds them.</summary>
    public void AddTo(GiftCardsBuilder builder) =>
        builder
            .AddGiftbit(options => (options.BaseAddress, options.ApiToken) = (Giftbit, GiftbitToken))
            .AddGifq(options => (options.BaseAddress, options.ApiToken, options.LookupPages) = (Gifq, GifqToken, 250))
            .AddGiftronaut(options =>
            {
                (options.BaseAddress, options.ClientId, options.ClientSecret) = (Giftronaut, GiftronautClient, GiftronautSecret);
                options.Scopes = GiftronautDefaults.Scopes + " campaigns.read campaigns.write";
                options.MaxRequestsPerMinute = NoLimit;
            })
            .AddGiftCardPartners(options =>
            {
                (options.BaseAddress, options.Email) = (GiftCardPartners, GiftCardPartnersEmail);
                options.AccessToken = GiftCardPartnersToken;
                options.WireAssumptions.OrderListPageLimit = 1000;
            })
            .AddHuuray(options => (options.BaseAddress, options.ApiToken, options.ApiSecret) = (Huuray, HuurayToken, HuuraySecret));

    /// <summary>Addresses only.</summary>
    public override string ToString() => $"Accounts {{ {Giftbit}, {Gifq}, {Giftronaut}, {GiftCardPartners}, {Huuray} }}";
}
