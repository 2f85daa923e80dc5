using System.Text.Json;
using GiftCardSdk.Http;

namespace Northlake;

/// <summary>How Northlake says that something went wrong: a status, and one word.</summary>
internal sealed class NorthlakeErrors : ProviderErrors
{
    public override ProviderFault Read(ProviderFailure failure)
    {
        var word = WordOf(failure.Body.Span);
        GiftCardErrorCode? code = word switch
        {
            "out_of_stock" or "no_such_card" => GiftCardErrorCode.ProductUnavailable,
            "no_funds" => GiftCardErrorCode.InsufficientFunds,
            "key_taken" => GiftCardErrorCode.Conflict,
            "no_such_order" => GiftCardErrorCode.NotFound,
            _ => null,
        };
        return new ProviderFault(code, word);
    }

    /// <summary>The word of the body, or null if it is none of Northlake's.</summary>
    private static string? WordOf(ReadOnlySpan<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, NorthlakeJson.Default.NorthlakeError)?.Error;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
