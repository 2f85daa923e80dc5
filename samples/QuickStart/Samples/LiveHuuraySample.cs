using GiftCardSdk;
using Microsoft.Extensions.DependencyInjection;

namespace QuickStart;

/// <summary>Huuray's own test environment, whose address comes with its keys.</summary>
internal sealed class LiveHuuraySample : IProviderSample
{
    public const string AddressVariable = "HUURAY_BASE_ADDRESS";

    public const string TokenVariable = "HUURAY_API_TOKEN";

    public const string SecretVariable = "HUURAY_API_SECRET";

    public string Title => "Huuray (sandbox)";

    public string Account => "huuray";

    public string Address => Read(AddressVariable);

    public CatalogQuery Query { get; } = new() { Currency = "USD" };

    public TwinStrings? Twin => null;

    public void AddAccount(GiftCardsBuilder builder) =>
        builder.AddHuuray(options =>
        {
            options.BaseAddress = new Uri(Address);
            options.ApiToken = Read(TokenVariable);
            options.ApiSecret = Read(SecretVariable);
        });

    private static string Read(string variable) => Environment.GetEnvironmentVariable(variable)!;
}
