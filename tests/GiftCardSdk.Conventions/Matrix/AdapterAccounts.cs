using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Conventions;

/// <summary>An account of each adapter, with made-up credentials: what an account can do is known before any call.</summary>
internal static class AdapterAccounts
{
    /// <summary>By package, in the order of the tables: how an account is added.</summary>
    private static readonly Dictionary<string, (string Name, Action<GiftCardsBuilder> Add)> Known = new(StringComparer.Ordinal)
    {
        ["GiftCardSdk.Giftbit"] = ("Giftbit", builder => builder.AddGiftbit(options => options.ApiToken = "made-up")),
        ["GiftCardSdk.Gifq"] = ("GIFQ", builder => builder.AddGifq(options => options.ApiToken = "made-up")),
        ["GiftCardSdk.Giftronaut"] = (
            "Giftronaut",
            builder => builder.AddGiftronaut(options => (options.ClientId, options.ClientSecret) = ("made-up", "made-up"))
        ),
        ["GiftCardSdk.GiftCardPartners"] = (
            "Gift Card Partners",
            builder =>
                builder.AddGiftCardPartners(options =>
                {
                    options.BaseAddress = new("https://made-up.example");
                    options.Email = "made-up@account.example";
                    options.AccessToken = "made-up";
                })
        ),
        ["GiftCardSdk.Huuray"] = (
            "Huuray",
            builder =>
                builder.AddHuuray(options =>
                {
                    options.BaseAddress = new("https://made-up.example");
                    options.ApiToken = "made-up";
                    options.ApiSecret = "made-up";
                })
        ),
    };

    /// <summary>Adapters that no account is made of here.</summary>
    public static IEnumerable<string> Missing =>
        Repository.Adapters.Select(project => project.Name).Except(Known.Keys, StringComparer.Ordinal);

    /// <summary>Every adapter's name among people, its package, and what its accounts can do.</summary>
    public static async Task<IReadOnlyList<(string Name, string Package, Capabilities Capabilities)>> ReadAsync()
    {
        var services = new ServiceCollection();
        var builder = services.AddGiftCards();
        foreach (var (_, add) in Known.Values)
        {
            add(builder);
        }

        await using var provider = services.BuildServiceProvider();
        var accounts = provider.GetRequiredService<IGiftCards>().Accounts.ToDictionary(account => account.Name, StringComparer.Ordinal);
        return
        [
            .. Known.Select(adapter =>
                (adapter.Value.Name, adapter.Key, accounts[adapter.Key.Split('.')[^1].ToLowerInvariant()].Capabilities)
            ),
        ];
    }
}
