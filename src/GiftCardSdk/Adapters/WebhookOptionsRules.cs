using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Adapters;

/// <summary>What can be wrong with an account's webhook options, for the validators of adapters.</summary>
public static class WebhookOptionsRules
{
    private const int LeastTokenLength = 16;
    private const int MostTokenLength = 200;

    /// <summary>Finds mistakes.</summary>
    /// <param name="options">The options; null is a mistake.</param>
    /// <param name="documented">How the provider signs; null if it does not say.</param>
    /// <returns>Sentences that name the setting and what would be right, and show no secret and no token. Empty if all is well.</returns>
    public static IEnumerable<string> MistakesOf(WebhookOptions? options, WebhookSignatureOptions? documented = null) =>
        options is null
            ? ["Webhooks is null; leave it out to take none."]
            :
            [
                .. OfTokens(options.PathTokens),
                .. OfAddresses(options.AllowedAddresses),
                .. options.Tolerance < TimeSpan.FromSeconds(1) || options.Tolerance > TimeSpan.FromDays(1)
                    ? [$"Webhooks.Tolerance is {options.Tolerance}; 1 second to 1 day."]
                    : Enumerable.Empty<string>(),
                .. options.Signature is { } form ? OfForm(form) : [],
                .. OfSecrets(options, options.Signature ?? documented),
            ];

    private static IEnumerable<string> OfTokens(IEnumerable<string> tokens) =>
        tokens
            .Index()
            .Where(token =>
                token.Item is not { Length: >= LeastTokenLength and <= MostTokenLength }
                || !token.Item.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_')
            )
            .Select(token =>
                $"Webhooks.PathTokens[{token.Index}] is not {LeastTokenLength} to {MostTokenLength} of A-Z a-z 0-9 - _; take a random one (it is not shown here)."
            );

    private static IEnumerable<string> OfAddresses(IEnumerable<string> addresses) =>
        addresses
            .Index()
            .Where(address => AddressRange.Parse(address.Item) is null)
            .Select(address =>
                $"Webhooks.AllowedAddresses[{address.Index}] is '{address.Item}'; an address such as 203.0.113.7 or a range such as 203.0.113.0/24 is expected."
            );

    private static IEnumerable<string> OfForm(WebhookSignatureOptions form)
    {
        if (!Enum.IsDefined(form.Form) || !Enum.IsDefined(form.Algorithm) || !Enum.IsDefined(form.Encoding))
        {
            yield return $"Webhooks.Signature has Form {form.Form}, Algorithm {form.Algorithm} and Encoding {form.Encoding}; one of them is none that there is.";
        }

        if (form.Form != WebhookSignatureForm.StandardWebhooks && string.IsNullOrWhiteSpace(form.Header))
        {
            yield return "Webhooks.Signature.Header is missing; the name of the header that holds the signature is expected.";
        }

        if (form.Prefix is null || form.TimestampHeader is { } header && string.IsNullOrWhiteSpace(header))
        {
            yield return "Webhooks.Signature.Prefix is null or its TimestampHeader is blank; leave them out for none.";
        }
    }

    private static IEnumerable<string> OfSecrets(WebhookOptions options, WebhookSignatureOptions? form)
    {
        if (options.Secrets.Count > 0 && form is null)
        {
            yield return "Webhooks.Secrets is set, but not how deliveries are signed, which the provider does not document: set Webhooks.Signature, or leave the secrets out.";
            yield break;
        }

        foreach (var (index, secret) in options.Secrets.Index())
        {
            if (SignatureCheck.KeyOf(form!, secret) is null)
            {
                yield return $"Webhooks.Secrets[{index}] is blank, or not the base64 that Standard Webhooks has; copy it again (it is not shown here).";
            }
        }
    }
}
