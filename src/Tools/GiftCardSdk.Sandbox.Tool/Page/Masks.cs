namespace GiftCardSdk.Sandbox.Tool.Page;

/// <summary>Keeps credentials off the page: it may be shown to others, and what stands there may have been sent to the wrong address.</summary>
internal static class Masks
{
    private const int Shown = 4;

    // What is not known to be harmless may be a credential.
    private static readonly HashSet<string> Harmless = new(StringComparer.OrdinalIgnoreCase)
    {
        "Accept",
        "Accept-Encoding",
        "Accept-Language",
        "Connection",
        "Content-Length",
        "Content-Type",
        "Host",
        "Idempotency-Key",
        "Transfer-Encoding",
        "User-Agent",
        "X-Idempotency-Key",
        "X-Request-Id",
    };

    /// <summary>A header's value; of one that may be a credential, only the end of a long one, by which its sender knows it.</summary>
    public static string Header(string name, string value) => Harmless.Contains(name) ? value : Mask(value);

    /// <summary>A text with the twin's own credentials masked.</summary>
    public static string Text(string text, Desk desk) =>
        desk
            .Credentials.Select(entry => entry.Value)
            .Aggregate(text, static (masked, secret) => masked.Replace(secret, Mask(secret), StringComparison.Ordinal));

    private static string Mask(string value) => "••••" + (value.Length > 4 * Shown ? value[^Shown..] : "");
}
