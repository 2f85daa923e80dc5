using GiftCardSdk.Adapters;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>Checks an account's options; each message names the account and the setting, and never shows a token.</summary>
internal sealed class GifqOptionsValidator() : AccountOptionsValidator<GifqOptions>("GIFQ")
{
    protected override IEnumerable<string> MistakesOf(GifqOptions options) =>
        [
            .. MistakesOfCredential(nameof(options.ApiToken), options.ApiToken, "AddGifq"),
            .. MistakesOfCredential(nameof(options.SecondaryApiToken), options.SecondaryApiToken, null),
            .. OfEnvironment(options),
            .. OfLookups(options),
            .. OfPace(options),
            .. WebhookOptionsRules.MistakesOf(options.Webhooks),
            .. OfAssumptions(options.WireAssumptions),
        ];

    private static IEnumerable<string> OfEnvironment(GifqOptions options) =>
        !Enum.IsDefined(options.Environment) ? [$"Environment is {options.Environment}; use Sandbox or Production."]
        : options.BaseAddress is { } address
            ? ProviderAddress.MistakesOf(address, GifqDefaults.SandboxAddress.ToString(), host => OfHost(host, options.Environment))
        : [];

    private static IEnumerable<string> OfHost(Uri address, GiftCardEnvironment environment)
    {
        if (address.AbsolutePath.TrimEnd('/').EndsWith("/api", StringComparison.OrdinalIgnoreCase))
        {
            yield return "BaseAddress is the host alone; leave /api out.";
        }

        var other = environment == GiftCardEnvironment.Production ? GiftCardEnvironment.Sandbox : GiftCardEnvironment.Production;
        if (string.Equals(address.Host, GifqOptions.DefaultAddress(other).Host, StringComparison.OrdinalIgnoreCase))
        {
            yield return $"Environment is {environment}, but BaseAddress is {address.Host}, the host of {other}. Say the environment that is meant and leave BaseAddress out.";
        }
    }

    private static IEnumerable<string> OfLookups(GifqOptions options) =>
        options.LookupPages is < 1 or > 250 ? [$"LookupPages is {options.LookupPages}; 1 to 250."] : [];

    private static IEnumerable<string> OfPace(GifqOptions options) =>
        options.RequestsPerSecond is < 1 or > 1000 ? [$"RequestsPerSecond is {options.RequestsPerSecond}; 1 to 1000."] : [];

    private static IEnumerable<string> OfAssumptions(GifqWireAssumptions? assumptions)
    {
        if (assumptions is not { MemberNames: not null })
        {
            return ["WireAssumptions or its MemberNames is null; leave it out for the usual ones."];
        }

        (string Name, string? Path)[] paths =
        [
            (nameof(assumptions.CampaignPath), assumptions.CampaignPath),
            (nameof(assumptions.ActivateCampaignPath), assumptions.ActivateCampaignPath),
            (nameof(assumptions.PauseCampaignPath), assumptions.PauseCampaignPath),
            (nameof(assumptions.ArchiveCampaignPath), assumptions.ArchiveCampaignPath),
            (nameof(assumptions.PayoutOrderPath), assumptions.PayoutOrderPath),
        ];
        return
        [
            .. paths
                .Where(path => path.Path?.Contains(GifqWireAssumptions.Id, StringComparison.Ordinal) != true)
                .Select(path => $"WireAssumptions.{path.Name} is '{path.Path}'; a path with {GifqWireAssumptions.Id} is expected."),
            .. assumptions
                .MemberNames.Where(name => !GifqJson.Knows(name.Key) || string.IsNullOrWhiteSpace(name.Value))
                .Select(name =>
                    $"WireAssumptions.MemberNames['{name.Key}'] is '{name.Value}'; the key must be a thing and a member of it, such as campaign.email_subject, and the value its other name."
                ),
            .. string.IsNullOrWhiteSpace(assumptions.WorldwideCountry)
                ? ["WireAssumptions.WorldwideCountry is blank; a code such as WW is expected."]
                : Enumerable.Empty<string>(),
        ];
    }
}
