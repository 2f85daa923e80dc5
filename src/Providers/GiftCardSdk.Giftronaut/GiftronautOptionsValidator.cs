using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>Checks an account's options; each message names the account and the setting, and never shows a credential.</summary>
internal sealed class GiftronautOptionsValidator() : AccountOptionsValidator<GiftronautOptions>("Giftronaut")
{
    private const int MostRequestsPerMinute = 100_000;

    protected override IEnumerable<string> MistakesOf(GiftronautOptions options) =>
        [
            .. MistakesOfCredential(nameof(options.ClientId), options.ClientId, "AddGiftronaut"),
            .. MistakesOfCredential(nameof(options.ClientSecret), options.ClientSecret, "AddGiftronaut"),
            .. MistakesOfCredential(nameof(options.SecondaryClientSecret), options.SecondaryClientSecret, null),
            .. options.BaseAddress is { } address ? ProviderAddress.MistakesOf(address, GiftronautDefaults.Address.ToString(), OfPath) : [],
            .. OfFigures(options),
            .. WebhookOptionsRules.MistakesOf(options.Webhooks, GiftronautWebhooks.Signature),
            .. OfAssumptions(options.WireAssumptions),
        ];

    private static IEnumerable<string> OfPath(Uri address)
    {
        if (address.AbsolutePath.TrimEnd('/').EndsWith("/api/v1", StringComparison.OrdinalIgnoreCase))
        {
            yield return "BaseAddress is the host alone; leave /api/v1 out: tokens are fetched outside of it.";
        }
    }

    private static IEnumerable<string> OfFigures(GiftronautOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.Scopes))
        {
            yield return $"Scopes is blank; '{GiftronautDefaults.Scopes}' is usual.";
        }

        if (!Enum.IsDefined(options.Environment))
        {
            yield return $"Environment is {options.Environment}; use Sandbox or Production.";
        }

        if (!Enum.IsDefined(options.KeyPlacement))
        {
            yield return $"KeyPlacement is {options.KeyPlacement}; use {string.Join(", ", Enum.GetNames<GiftronautKeyPlacement>())}.";
        }

        if (options.MaxRequestsPerMinute is < 1 or > MostRequestsPerMinute)
        {
            yield return $"MaxRequestsPerMinute is {options.MaxRequestsPerMinute}; 1 to {MostRequestsPerMinute}, or null for the documented limit.";
        }

        if (options.CatalogCacheTime < TimeSpan.Zero)
        {
            yield return $"CatalogCacheTime is {options.CatalogCacheTime}; zero for no cache, or more.";
        }
    }

    private static IEnumerable<string> OfAssumptions(GiftronautWireAssumptions? assumptions) =>
        assumptions is not { OrderStatuses: not null, MemberNames: not null }
            ? ["WireAssumptions, its OrderStatuses or its MemberNames is null; leave it out for the usual ones."]
            : [.. OfPaths(assumptions), .. OfNames(assumptions)];

    private static IEnumerable<string> OfPaths(GiftronautWireAssumptions assumptions)
    {
        (string Name, string? Value)[] whole =
        [
            (nameof(assumptions.BrandedCardOrderPath), assumptions.BrandedCardOrderPath),
            (nameof(assumptions.ChoiceCardOrderPath), assumptions.ChoiceCardOrderPath),
            (nameof(assumptions.TestEmailPath), assumptions.TestEmailPath),
            (nameof(assumptions.LedgerTypeParameter), assumptions.LedgerTypeParameter),
            // Null is allowed where there may be none; blank is not.
            (nameof(assumptions.OtherBrandedCardOrderPath), assumptions.OtherBrandedCardOrderPath ?? "none"),
            (nameof(assumptions.OtherChoiceCardOrderPath), assumptions.OtherChoiceCardOrderPath ?? "none"),
            (nameof(assumptions.ClientOrderIdParameter), assumptions.ClientOrderIdParameter ?? "none"),
        ];
        (string Name, string? Value)[] withId =
        [
            (nameof(assumptions.CancelOrderPath), assumptions.CancelOrderPath),
            (nameof(assumptions.ResendOrderPath), assumptions.ResendOrderPath),
        ];
        return
        [
            .. whole.Where(path => string.IsNullOrWhiteSpace(path.Value)).Select(path => $"WireAssumptions.{path.Name} is blank."),
            .. withId
                .Where(path => path.Value?.Contains(GiftronautWireAssumptions.Id, StringComparison.Ordinal) != true)
                .Select(path => $"WireAssumptions.{path.Name} is '{path.Value}'; a path with {GiftronautWireAssumptions.Id} is expected."),
        ];
    }

    private static IEnumerable<string> OfNames(GiftronautWireAssumptions assumptions) =>
        [
            .. assumptions
                .OrderStatuses.Where(status => string.IsNullOrWhiteSpace(status.Value))
                .Select(status =>
                    $"WireAssumptions.OrderStatuses['{status.Key}'] is '{status.Value}'; pending, completed, failed, cancelled or a word of your own is expected."
                ),
            .. assumptions
                .MemberNames.Where(name => !GiftronautJson.Knows(name.Key) || string.IsNullOrWhiteSpace(name.Value))
                .Select(name =>
                    $"WireAssumptions.MemberNames['{name.Key}'] is '{name.Value}'; the key must be a thing and a member of it, such as order.bouncedCount, and the value its other name."
                ),
        ];
}
