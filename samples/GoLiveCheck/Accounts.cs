using GiftCardSdk.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GoLiveCheck;

/// <summary>The accounts that are looked at.</summary>
internal static class Accounts
{
    /// <summary>An account for each provider that the settings have a section for; <c>Journal</c> is the path of the order journal.</summary>
    public static void AddConfigured(this GiftCardsBuilder builder, IConfigurationSection settings)
    {
        if (settings["Journal"] is { } journal)
        {
            builder.UseSqliteJournal(journal);
        }

        foreach (var section in settings.GetChildren())
        {
            _ = section.Key.ToUpperInvariant() switch
            {
                "GIFTBIT" => builder.AddGiftbit(section),
                "GIFQ" => builder.AddGifq(section),
                "GIFTRONAUT" => builder.AddGiftronaut(section),
                "GIFTCARDPARTNERS" => builder.AddGiftCardPartners(section),
                "HUURAY" => builder.AddHuuray(section),
                _ => builder,
            };
        }
    }

    /// <summary>An account at each twin.</summary>
    public static void AddTwins(this GiftCardsBuilder builder, GiftCardSandbox sandbox) =>
        builder
            .AddGiftbit(o => (o.BaseAddress, o.ApiToken) = (sandbox.Giftbit.BaseAddress, sandbox.Giftbit.ApiToken))
            .AddGifq(o => (o.BaseAddress, o.ApiToken) = (sandbox.Gifq.BaseAddress, sandbox.Gifq.ApiToken))
            .AddGiftronaut(o =>
            {
                (o.BaseAddress, o.ClientId) = (sandbox.Giftronaut.BaseAddress, sandbox.Giftronaut.ClientId);
                o.ClientSecret = sandbox.Giftronaut.ClientSecret;
            })
            .AddGiftCardPartners(o =>
            {
                (o.BaseAddress, o.Email) = (sandbox.GiftCardPartners.BaseAddress, sandbox.GiftCardPartners.Email);
                o.AccessToken = sandbox.GiftCardPartners.AccessToken;
            })
            .AddHuuray(o =>
            {
                (o.BaseAddress, o.ApiToken) = (sandbox.Huuray.BaseAddress, sandbox.Huuray.ApiToken);
                o.ApiSecret = sandbox.Huuray.ApiSecret;
            });
}
