using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>Checks an account's options; each message names the account and the setting, and never shows a token or a secret.</summary>
internal sealed class HuurayOptionsValidator() : AccountOptionsValidator<HuurayOptions>("Huuray")
{
    private static readonly TimeSpan LongestCacheTime = TimeSpan.FromDays(1);

    protected override IEnumerable<string> MistakesOf(HuurayOptions options) =>
        [
            // Blanks around a token are cut off where it is used.
            .. MistakesOfCredential(nameof(options.ApiToken), options.ApiToken?.Trim(), "AddHuuray"),
            .. MistakesOfCredential(nameof(options.SecondaryApiToken), options.SecondaryApiToken?.Trim(), null),
            .. OfSecrets(options),
            .. OfEnvironment(options),
            .. OfSettings(options),
            .. WebhookOptionsRules.MistakesOf(options.Webhooks),
            .. OfAssumptions(options.WireAssumptions),
        ];

    private static IEnumerable<string> OfSecrets(HuurayOptions options)
    {
        if (string.IsNullOrWhiteSpace(options.ApiSecret))
        {
            yield return "ApiSecret is missing; calls are signed with it. Set it beside ApiToken.";
        }

        if (string.IsNullOrWhiteSpace(options.SecondaryApiToken) != string.IsNullOrWhiteSpace(options.SecondaryApiSecret))
        {
            yield return "SecondaryApiToken and SecondaryApiSecret belong together; set both or neither.";
        }
    }

    private static IEnumerable<string> OfEnvironment(HuurayOptions options) =>
        !Enum.IsDefined(options.Environment) ? [$"Environment is {options.Environment}; use Sandbox or Production."]
        : options.Address is { } address ? ProviderAddress.MistakesOf(address, HuurayDefaults.ProductionAddress.ToString(), OfPath)
        :
        [
            "BaseAddress is missing: the address of Huuray's test environment is not public and comes with its keys. Set it, or Environment = Production for real money.",
        ];

    private static IEnumerable<string> OfPath(Uri address)
    {
        if (address.AbsolutePath.TrimEnd('/').EndsWith("/v4", StringComparison.OrdinalIgnoreCase))
        {
            yield return "BaseAddress is the host alone; leave /v4 out.";
        }
    }

    private static IEnumerable<string> OfSettings(HuurayOptions options)
    {
        if (options.CatalogCacheTime < TimeSpan.Zero || options.CatalogCacheTime > LongestCacheTime)
        {
            yield return $"CatalogCacheTime is {options.CatalogCacheTime}; zero to {LongestCacheTime}.";
        }
    }

    private static IEnumerable<string> OfAssumptions(HuurayWireAssumptions? assumptions)
    {
        if (assumptions is not { ChoiceProducts: not null, WebhookEvents: not null })
        {
            yield return "WireAssumptions, its ChoiceProducts or its WebhookEvents is null; leave it out for the usual ones.";
            yield break;
        }

        (string Name, string? Word)[] words =
        [
            (nameof(assumptions.RangeSeparator), assumptions.RangeSeparator),
            (nameof(assumptions.EmailTemplateType), assumptions.EmailTemplateType),
            (nameof(assumptions.SmsTemplateType), assumptions.SmsTemplateType),
        ];
        foreach (var (name, _) in words.Where(word => string.IsNullOrWhiteSpace(word.Word)))
        {
            yield return $"WireAssumptions.{name} is blank; leave it out for the usual one.";
        }

        foreach (var (word, kind) in assumptions.WebhookEvents.Where(known => string.IsNullOrWhiteSpace(known.Value)))
        {
            yield return $"WireAssumptions.WebhookEvents['{word}'] is '{kind}'; delivered, opened, redeemed, expired or a word of your own is expected.";
        }

        if (string.Equals(assumptions.EmailTemplateType, assumptions.SmsTemplateType, StringComparison.OrdinalIgnoreCase))
        {
            yield return "WireAssumptions.EmailTemplateType and SmsTemplateType are the same; a template's type decides how an order is delivered.";
        }
    }
}
