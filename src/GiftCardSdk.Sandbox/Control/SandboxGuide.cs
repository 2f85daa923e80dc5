using System.Globalization;
using System.Text;

namespace GiftCardSdk.Sandbox;

/// <summary>The page a developer reads first: addresses, credentials, control routes and something to try.</summary>
internal static class SandboxGuide
{
    public static string Write(GiftCardSandbox sandbox)
    {
        var page = new StringBuilder();
        page.Append(
            CultureInfo.InvariantCulture,
            $"Gift card sandbox at {sandbox.BaseAddress}, seed {sandbox.Seed}. All brands, cards and balances are invented.\n"
        );
        foreach (var twin in sandbox.Twins)
        {
            Describe(page, twin);
        }

        page.Append("\nControl\n");
        foreach (var (path, route) in ControlPlane.AllRoutes(sandbox))
        {
            page.Append(CultureInfo.InvariantCulture, $"  {route.Method, -6} {path, -52} {route.Summary}\n");
        }

        page.Append("\nTry\n");
        foreach (var twin in sandbox.Twins)
        {
            page.Append(CultureInfo.InvariantCulture, $"  {twin.Example}\n");
            page.Append(
                CultureInfo.InvariantCulture,
                $$"""
                  curl {{sandbox.BaseAddress}}_sandbox/{{twin.Name}}/faults -d '{"operation":"*","kind":"RateLimited","occurrence":1,"retryAfterSeconds":2}'

                """
            );
        }

        return page.ToString();
    }

    private static void Describe(StringBuilder page, ProviderTwin twin)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n{twin.Name}\n  {"base address", -14} {twin.BaseAddress}\n");
        foreach (var (name, value) in twin.Credentials)
        {
            page.Append(CultureInfo.InvariantCulture, $"  {name, -14} {value}\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"  {"operations", -14} {string.Join(", ", twin.Operations)}\n");
    }
}
