using GiftCardSdk.Sandbox;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tool.Sessions;

/// <summary>The accounts of a session: those that the configuration has a section for, or the twins.</summary>
internal static class ConfiguredAccounts
{
    /// <summary>Further accounts at a provider, each under its name: <c>GiftCards:Accounts:gifq-eu:Gifq:ApiToken</c>.</summary>
    public const string Further = "Accounts";

    public const string Journal = "Journal";

    private static readonly Dictionary<string, Action<GiftCardsBuilder, string?, IConfigurationSection>> Providers = new(
        StringComparer.OrdinalIgnoreCase
    )
    {
        ["Giftbit"] = static (to, name, at) => _ = name is null ? to.AddGiftbit(at) : to.AddGiftbit(name, at),
        ["Gifq"] = static (to, name, at) => _ = name is null ? to.AddGifq(at) : to.AddGifq(name, at),
        ["Giftronaut"] = static (to, name, at) => _ = name is null ? to.AddGiftronaut(at) : to.AddGiftronaut(name, at),
        ["GiftCardPartners"] = static (to, name, at) => _ = name is null ? to.AddGiftCardPartners(at) : to.AddGiftCardPartners(name, at),
        ["Huuray"] = static (to, name, at) => _ = name is null ? to.AddHuuray(at) : to.AddHuuray(name, at),
    };

    /// <summary>Adds an account for each section that is one.</summary>
    /// <returns>The sections that say nothing to this command: a misspelt provider is among them.</returns>
    public static IReadOnlyList<string> AddConfigured(this GiftCardsBuilder builder, IConfigurationSection settings)
    {
        var strange = new List<string>();
        foreach (var section in settings.GetChildren())
        {
            if (Providers.TryGetValue(section.Key, out var add))
            {
                add(builder, null, section);
            }
            else if (Is(section, Further))
            {
                AddNamed(builder, section, strange);
            }
            else if (!Is(section, Journal))
            {
                strange.Add(section.Path);
            }
        }

        return strange;
    }

    /// <summary>What there is to name a section after.</summary>
    public static string Known => string.Join(", ", [.. Providers.Keys, Further, Journal]);

    private static void AddNamed(GiftCardsBuilder builder, IConfigurationSection accounts, List<string> strange)
    {
        foreach (
            var (name, section) in accounts.GetChildren().SelectMany(static named => named.GetChildren().Select(at => (named.Key, at)))
        )
        {
            if (Providers.TryGetValue(section.Key, out var add))
            {
                add(builder, name, section);
            }
            else
            {
                strange.Add(section.Path);
            }
        }
    }

    private static bool Is(IConfigurationSection section, string name) => section.Key.Equals(name, StringComparison.OrdinalIgnoreCase);

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
