namespace GiftCardSdk.Testing.WireMock;

/// <summary>The credentials that the documented requests carry, by provider, under the names of the adapter's options.</summary>
internal static class ProviderAccounts
{
    public static IReadOnlyDictionary<string, Dictionary<string, string?>> All { get; } =
        new Dictionary<string, Dictionary<string, string?>>(StringComparer.Ordinal)
        {
            ["gifq"] = Account(("ApiToken", "sbx-demo-token")),
            ["giftbit"] = Account(("ApiToken", "tok.demo.4e7a")),
            ["giftcardpartners"] = Account(("Email", "integrations@northlake.example"), ("AccessToken", "at-demo-7f3c91")),
            ["giftronaut"] = Account(("ClientId", "sbx_local_client"), ("ClientSecret", "not-a-real-secret")),
            ["huuray"] = Account(("ApiToken", "tok_demo_51"), ("ApiSecret", "sk_demo_Zr4Kq9")),
        };

    private static Dictionary<string, string?> Account(params (string Name, string Value)[] settings) =>
        settings.ToDictionary(setting => setting.Name, setting => (string?)setting.Value, StringComparer.Ordinal);
}
