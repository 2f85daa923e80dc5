using System.Text;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>The form of a token call: the credentials are its body.</summary>
internal static class GiftronautForm
{
    public static ProviderBody Of(GiftronautOptions current, string? secret, string furtherScope) =>
        ProviderBody.Of(
            Encoding.UTF8.GetBytes(
                "grant_type=client_credentials"
                    + $"&client_id={Uri.EscapeDataString(current.ClientId ?? "")}"
                    + $"&client_secret={Uri.EscapeDataString(secret ?? "")}"
                    + $"&scope={Uri.EscapeDataString($"{current.Scopes.Trim()} {furtherScope}".TrimEnd())}"
            ),
            "application/x-www-form-urlencoded"
        );
}
