using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>Checks an account's options; each message names the account and the setting, and never shows a credential.</summary>
internal sealed class GiftCardPartnersOptionsValidator() : AccountOptionsValidator<GiftCardPartnersOptions>("Gift Card Partners")
{
    private const int MostRequestsPerMinute = 100_000;

    protected override IEnumerable<string> MistakesOf(GiftCardPartnersOptions options) =>
        [
            .. OfAddress(options.BaseAddress),
            .. OfCredentials(options),
            .. OfFigures(options),
            .. OfWebhooks(options),
            .. OfAssumptions(options.WireAssumptions),
        ];

    private static IEnumerable<string> OfWebhooks(GiftCardPartnersOptions options) =>
        options.FulfillmentComplete is { IsAbsoluteUri: true } address && (address.Scheme == Uri.UriSchemeHttps || address.IsLoopback)
        || options.FulfillmentComplete is null
            ? WebhookOptionsRules.MistakesOf(options.Webhooks)
            :
            [
                "FulfillmentComplete is not an absolute https address; the provider calls it from outside (it is not shown here).",
                .. WebhookOptionsRules.MistakesOf(options.Webhooks),
            ];

    private static IEnumerable<string> OfAddress(Uri? address) =>
        address is null
            ?
            [
                "BaseAddress is missing. The provider publishes no address of its API, and a guessed one would be sent the credentials: ask the account manager for that of the stage or of production and set it in AddGiftCardPartners(o => o.BaseAddress = …) or in the configuration section.",
            ]
            : ProviderAddress.MistakesOf(address, "https://api.provider.example", OfHost);

    private static IEnumerable<string> OfHost(Uri address)
    {
        if (address.AbsolutePath.TrimEnd('/').EndsWith("/v1", StringComparison.OrdinalIgnoreCase))
        {
            yield return "BaseAddress is the root alone; leave /v1 out.";
        }

        if (
            IsOrIsBelow(address.Host, "developers.giftcardpartners.com")
            || IsOrIsBelow(address.Host, "staging-developers.giftcardpartners.com")
        )
        {
            yield return $"BaseAddress is {address.Host}, which serves the documentation and not the API; ask the account manager for the API's address.";
        }

        if (IsOrIsBelow(address.Host, "egifter.com"))
        {
            yield return $"BaseAddress is {address.Host}, another company's deployment of the same software; these credentials must not go there.";
        }
    }

    private static IEnumerable<string> OfCredentials(GiftCardPartnersOptions options) =>
        [
            .. MistakesOfCredential(nameof(options.Email), options.Email, "AddGiftCardPartners"),
            .. MistakesOfCredential(nameof(options.AccessToken), options.AccessToken, "AddGiftCardPartners"),
            .. MistakesOfCredential(nameof(options.SecondaryAccessToken), options.SecondaryAccessToken, null),
        ];

    private static IEnumerable<string> OfFigures(GiftCardPartnersOptions options)
    {
        if (!Enum.IsDefined(options.Environment))
        {
            yield return $"Environment is {options.Environment}; use Sandbox or Production.";
        }

        if (options.MaxRequestsPerMinute is < 1 or > MostRequestsPerMinute)
        {
            yield return $"MaxRequestsPerMinute is {options.MaxRequestsPerMinute}; 1 to {MostRequestsPerMinute}, or null for no limit of your own.";
        }

        if (options.CacheTime < TimeSpan.Zero)
        {
            yield return $"CacheTime is {options.CacheTime}; zero for no cache, or more.";
        }
    }

    private static IEnumerable<string> OfAssumptions(GiftCardPartnersWireAssumptions? assumptions) =>
        assumptions
            is not {
                OrderStatuses: not null,
                MemberNames: not null,
                DuplicateOrderIdMembers: not null,
                BalanceCurrency: not null,
                FixedDenominations: not null,
                VariableDenominations: not null,
                StatusPath: not null,
            }
            ? ["WireAssumptions or one of its settings is null; leave it out for the usual ones."]
            : [.. OfFigures(assumptions), .. OfWords(assumptions)];

    private static IEnumerable<string> OfFigures(GiftCardPartnersWireAssumptions assumptions)
    {
        if (assumptions.ExpiresInUnit <= TimeSpan.Zero)
        {
            yield return $"WireAssumptions.ExpiresInUnit is {assumptions.ExpiresInUnit}; one second or one minute is expected.";
        }

        if (assumptions.FirstPageIndex < 0)
        {
            yield return $"WireAssumptions.FirstPageIndex is {assumptions.FirstPageIndex}; 0 or 1 is expected.";
        }

        if (assumptions.PageSize is < 1 or > 1000)
        {
            yield return $"WireAssumptions.PageSize is {assumptions.PageSize}; 1 to 1000.";
        }

        if (assumptions.OrderListPageLimit is < 1 or > 1000)
        {
            yield return $"WireAssumptions.OrderListPageLimit is {assumptions.OrderListPageLimit}; 1 to 1000.";
        }

        if (assumptions.MaxPONumberLength < 1)
        {
            yield return $"WireAssumptions.MaxPONumberLength is {assumptions.MaxPONumberLength}; at least 1.";
        }
    }

    private static IEnumerable<string> OfWords(GiftCardPartnersWireAssumptions assumptions)
    {
        if (!Money.IsCurrency(assumptions.BalanceCurrency))
        {
            yield return $"WireAssumptions.BalanceCurrency is '{assumptions.BalanceCurrency}'; three letters such as USD are expected.";
        }

        if (assumptions.DuplicateOrderIdMembers.Any(string.IsNullOrWhiteSpace))
        {
            yield return "WireAssumptions.DuplicateOrderIdMembers holds a blank; each is the name of a member.";
        }

        if (assumptions.OrderListPONumberParameter is { } parameter && string.IsNullOrWhiteSpace(parameter))
        {
            yield return "WireAssumptions.OrderListPONumberParameter is blank; null for none.";
        }

        foreach (var (word, meaning) in assumptions.OrderStatuses.Where(status => string.IsNullOrWhiteSpace(status.Value)))
        {
            yield return $"WireAssumptions.OrderStatuses['{word}'] is '{meaning}'; pending, completed, failed, cancelled or a word of your own is expected.";
        }

        foreach (var (member, name) in assumptions.MemberNames)
        {
            if (!GiftCardPartnersWireAssumptions.AssumedMembers.Contains(member, StringComparer.Ordinal) || string.IsNullOrWhiteSpace(name))
            {
                yield return $"WireAssumptions.MemberNames['{member}'] is '{name}'; a name for one of {string.Join(", ", GiftCardPartnersWireAssumptions.AssumedMembers)} is expected.";
            }
        }
    }

    private static bool IsOrIsBelow(string host, string domain) =>
        string.Equals(host, domain, StringComparison.OrdinalIgnoreCase) || host.EndsWith('.' + domain, StringComparison.OrdinalIgnoreCase);
}
