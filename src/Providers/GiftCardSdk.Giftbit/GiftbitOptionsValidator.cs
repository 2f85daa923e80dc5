using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>Checks an account's options; each message names the account and the setting, and never shows a token.</summary>
internal sealed class GiftbitOptionsValidator() : AccountOptionsValidator<GiftbitOptions>("Giftbit")
{
    protected override IEnumerable<string> MistakesOf(GiftbitOptions options) =>
        [
            .. MistakesOfCredential(nameof(options.ApiToken), options.ApiToken, "AddGiftbit"),
            .. MistakesOfCredential(nameof(options.SecondaryApiToken), options.SecondaryApiToken, null),
            .. OfEnvironment(options),
            .. OfPace(options),
            .. OfAssumptions(options.WireAssumptions),
        ];

    private static IEnumerable<string> OfEnvironment(GiftbitOptions options)
    {
        if (!Enum.IsDefined(options.Environment))
        {
            yield return $"Environment is {options.Environment}; use Sandbox or Production.";
            yield break;
        }

        if (options is { SimulateRateLimit: true, Environment: GiftCardEnvironment.Production })
        {
            yield return "SimulateRateLimit is for the sandbox only; switch it off in production.";
        }

        foreach (
            var mistake in options.BaseAddress is { } address
                ? ProviderAddress.MistakesOf(address, GiftbitDefaults.SandboxAddress.ToString(), host => OfHost(host, options.Environment))
                : []
        )
        {
            yield return mistake;
        }
    }

    private static IEnumerable<string> OfHost(Uri address, GiftCardEnvironment environment)
    {
        if (address.AbsolutePath.Contains("/papi", StringComparison.OrdinalIgnoreCase))
        {
            yield return "BaseAddress is the host alone; leave /papi/v1 out.";
        }

        var other = environment == GiftCardEnvironment.Production ? GiftCardEnvironment.Sandbox : GiftCardEnvironment.Production;
        if (string.Equals(address.Host, GiftbitOptions.DefaultAddress(other).Host, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"Environment is {environment}, but BaseAddress is {address.Host}, the host of {other}. Say the environment that is meant and leave BaseAddress out.";
        }
    }

    private static IEnumerable<string> OfPace(GiftbitOptions options)
    {
        if (options.CatalogRequestsPerSecond is < 1 or > 1000)
        {
            yield return $"CatalogRequestsPerSecond is {options.CatalogRequestsPerSecond}; 1 to 1000, or null for no pace.";
        }

        if (!Money.IsCurrency(options.DefaultCurrency))
        {
            yield return $"DefaultCurrency is '{options.DefaultCurrency}'; three letters such as USD are expected.";
        }

        if (options.CatalogConcurrency is < 1 or > 32)
        {
            yield return $"CatalogConcurrency is {options.CatalogConcurrency}; 1 to 32.";
        }

        if (options.DiscountPercent >= 100)
        {
            yield return $"DiscountPercent is {options.DiscountPercent}; less than 100, negative for a fee, or null for unknown.";
        }

        if (options.ShortLinkPollInterval <= TimeSpan.Zero)
        {
            yield return $"ShortLinkPollInterval is {options.ShortLinkPollInterval}; more than zero.";
        }
    }

    private static IEnumerable<string> OfAssumptions(GiftbitWireAssumptions? assumptions)
    {
        if (assumptions is not { RegionCountries: not null, RegionCurrencies: not null, TimeZoneId: not null })
        {
            return ["WireAssumptions or one of its settings is null; leave it out for the usual ones."];
        }

        var countries = assumptions
            .RegionCountries.Where(region => GiftbitRegions.CountriesOf(region.Value) is null)
            .Select(region =>
                $"WireAssumptions.RegionCountries['{region.Key}'] is '{region.Value}'; country codes such as US,CA or * are expected."
            );
        var currencies = assumptions
            .RegionCurrencies.Where(region => !Money.IsCurrency(region.Value))
            .Select(region =>
                $"WireAssumptions.RegionCurrencies['{region.Key}'] is '{region.Value}'; three letters such as USD are expected."
            );
        string[] zone = GiftbitTime.FindZone(assumptions.TimeZoneId) is null
            ? [$"WireAssumptions.TimeZoneId is '{assumptions.TimeZoneId}', which this machine does not know."]
            : [];
        return [.. countries, .. currencies, .. zone];
    }
}
