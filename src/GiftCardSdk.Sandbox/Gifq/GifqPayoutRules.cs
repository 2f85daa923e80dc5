using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.Sandbox.Gifq.Wire;

namespace GiftCardSdk.Sandbox;

/// <summary>What a batch must look like, and what its shares cost.</summary>
internal sealed class GifqPayoutRules(GifqCampaigns campaigns, GifqCatalog catalog, GifqPrices prices)
{
    private const int MostRecipients = 1_000;

    public bool TryComplete(
        CreatePayoutOrder body,
        SandboxCall call,
        [NotNullWhen(true)] out GifqCampaign? campaign,
        [NotNullWhen(true)] out IReadOnlyList<GifqShare>? shares,
        [NotNullWhen(false)] out GifqRefusal? refusal
    )
    {
        (campaign, shares) = (campaigns.Find(body.CampaignId ?? ""), null);
        refusal = RefuseCampaign(campaign, call) ?? RefuseShape(body) ?? FirstRefusal(body.Recipients!);
        if (refusal is null)
        {
            var wallet = GifqCurrencies.Get(body.WalletCurrency!);
            shares = [.. body.Recipients!.Select(recipient => Share(recipient, wallet))];
        }

        return refusal is null && campaign is not null && shares is not null;
    }

    private GifqRefusal? RefuseCampaign(GifqCampaign? campaign, SandboxCall call) =>
        campaign switch
        {
            null => GifqRefusal.Invalid("campaign_id names no campaign"),
            { Status: not GifqCampaignStatus.Active } => GifqRefusal.Invalid($"The campaign is {campaign.Status}, not active"),
            _ when call.ProductGone || campaign.Choice(catalog).Count == 0 => GifqRefusal.Invalid(
                "The campaign has no brand left to choose"
            ),
            _ => null,
        };

    private static GifqRefusal? RefuseShape(CreatePayoutOrder body) =>
        body switch
        {
            _ when GifqCurrencies.Find(body.WalletCurrency) is null => GifqRefusal.Invalid("wallet_currency names no currency"),
            { Recipients: null or { Count: 0 or > MostRecipients } } => GifqRefusal.Invalid("recipients has 1 to 1000 entries"),
            { ExpiresInDays: not > 0 } => GifqRefusal.Invalid("expires_in_days is a whole number from 1"),
            { CallbackUrl: { } url } when !url.StartsWith("https://", StringComparison.OrdinalIgnoreCase) => GifqRefusal.Invalid(
                "callback_url begins with https://"
            ),
            _ => null,
        };

    private static GifqRefusal? FirstRefusal(IReadOnlyList<PayoutRecipient> recipients)
    {
        for (var i = 0; i < recipients.Count; i++)
        {
            if (Complain(recipients[i]) is { } complaint)
            {
                return GifqRefusal.Invalid(FormattableString.Invariant($"recipients[{i}]: {complaint}"));
            }
        }

        return null;
    }

    private static string? Complain(PayoutRecipient? recipient) =>
        recipient switch
        {
            null => "is null",
            _ when recipient.Email is not { } email || email.IndexOf('@', StringComparison.Ordinal) < 1 => "email is not an address",
            _ when GifqCurrencies.Find(recipient.Currency) is not { } currency || !currency.CanHold(recipient.Amount ?? 0) =>
                "currency is unknown, or the amount has more decimals",
            { Amount: not > 0 } => "amount must be above zero",
            _ => null,
        };

    private GifqShare Share(PayoutRecipient recipient, GifqCurrency wallet)
    {
        var charge = prices.Convert(recipient.Amount!.Value, GifqCurrencies.Get(recipient.Currency!), wallet);
        return new GifqShare(recipient.Email!, recipient.Name, recipient.Amount.Value, recipient.Currency!, charge);
    }
}
