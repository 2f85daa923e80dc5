using GiftCardSdk.Http;

namespace Northlake;

/// <summary>How Northlake says that something went wrong: a status, and one word. Its own is known by that word: it is one of those in its documents.</summary>
internal sealed class NorthlakeErrors : ProviderErrors
{
    public override ProviderFault Read(ProviderFailure failure)
    {
        var word = ErrorJson.Text(failure.ReadJson(), "error");
        GiftCardErrorCode? code = word switch
        {
            "out_of_stock" or "no_such_card" => GiftCardErrorCode.ProductUnavailable,
            "no_funds" => GiftCardErrorCode.InsufficientFunds,
            "key_taken" => GiftCardErrorCode.Conflict,
            "no_such_order" => GiftCardErrorCode.NotFound,
            "bad_token" => GiftCardErrorCode.Unauthorized,
            "too_many_calls" => GiftCardErrorCode.RateLimited,
            _ => null,
        };
        return new ProviderFault(code, word) { IsOwn = failure.IsJson && code is not null };
    }

    /// <summary>The documents say of these that nothing was sold.</summary>
    public override bool RefusesWith(ProviderOperation operation, int status) => status is 401 or 402 or 409 or 422 or 429;
}
