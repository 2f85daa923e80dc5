using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>
/// How Giftbit says that something went wrong: any status but 200, with <c>{"error":{"code","name","message"},"status"}</c>, or with anything else.
/// Its own is known by a code that begins with <c>ERROR_</c>, as all of them do, and the short name beside it.
/// </summary>
internal sealed class GiftbitErrors : ProviderErrors
{
    private const int Ok = 200;
    private const string CodePrefix = "ERROR_";

    /// <summary>Codes that say for sure that an order was refused; others leave open that its id was taken before.</summary>
    private static readonly HashSet<string> Refusals =
    [
        GiftbitWords.Errors.InvalidBrand,
        GiftbitWords.Errors.NoSuchBrand,
        GiftbitWords.Errors.NoContacts,
        GiftbitWords.Errors.InvalidState,
        GiftbitWords.Errors.Unauthorized,
        GiftbitWords.Errors.TooManyRequests,
    ];

    /// <summary>
    /// Of the messages, that of the error alone: an error body may hold half an order, whose message is the sender's.
    /// </summary>
    public override IReadOnlySet<string> ReadableMembers { get; } =
        new HashSet<string>(["error", "code", "name", "status", "text", "error.message"], StringComparer.OrdinalIgnoreCase);

    public override bool IsSuccess(ProviderOperation operation, int status) => status == Ok;

    public override ProviderFault Read(ProviderFailure failure)
    {
        var root = failure.ReadJson();
        var error = ErrorJson.Member(root, "error");
        var isOwn =
            failure.IsJson
            && ErrorJson.Text(error, "code")?.StartsWith(CodePrefix, StringComparison.Ordinal) == true
            && ErrorJson.Text(error, "name") is not null
            && ErrorJson.Repeats(root, "status", failure.Status) != false;
        var code = isOwn ? ErrorJson.Text(error, "code") : null;
        var message = ErrorJson.Text(error, "message") ?? ErrorJson.Text(error, "name") ?? ErrorJson.Text(root, "text");
        return new ProviderFault(CodeOf(failure.Operation, failure.Status, code), code, message) { IsOwn = isOwn };
    }

    /// <summary>What Giftbit's documents list: malformed, not authorised, the card refused, not valid, too many. Neither 404 nor 409 is among them.</summary>
    public override bool RefusesWith(ProviderOperation operation, int status) => status is 400 or 401 or 402 or 403 or 422 or 429;

    /// <summary>Whether a refused create says nothing about an earlier one with the same id: Giftbit documents no answer to a repeat.</summary>
    public static bool MayBeRepeat(GiftCardException refusal) =>
        refusal is { Outcome: GiftCardOutcome.NothingCreated, HttpStatus: 400 or 422 }
        && !(refusal.ProviderCode is { } code && Refusals.Contains(code));

    private static GiftCardErrorCode? CodeOf(ProviderOperation operation, int status, string? code) =>
        code switch
        {
            GiftbitWords.Errors.InvalidBrand or GiftbitWords.Errors.NoSuchBrand => GiftCardErrorCode.ProductUnavailable,
            GiftbitWords.Errors.NoContacts or GiftbitWords.Errors.InvalidState or GiftbitWords.Errors.InvalidFundAmount =>
                GiftCardErrorCode.InvalidRequest,
            GiftbitWords.Errors.FundsCardError => GiftCardErrorCode.PaymentRefused,
            GiftbitWords.Errors.Unauthorized => GiftCardErrorCode.Unauthorized,
            GiftbitWords.Errors.TooManyRequests => GiftCardErrorCode.RateLimited,
            GiftbitWords.Errors.LinksBadCampaign => GiftCardErrorCode.NotFound,
            GiftbitWords.Errors.LinksCampaignInactive => GiftCardErrorCode.Conflict,
            _ => CodeOf(operation, status),
        };

    private static GiftCardErrorCode? CodeOf(ProviderOperation operation, int status) =>
        status switch
        {
            < 300 => GiftCardErrorCode.UnexpectedResponse,
            402 => GiftCardErrorCode.PaymentRefused,
            404 or 422 when operation.Name == GiftbitOperationNames.GetBrand => GiftCardErrorCode.ProductUnavailable,
            404 or 422 when operation.Name == GiftbitOperationNames.GetCampaign || operation.Name == GiftbitOperationNames.GetGift =>
                GiftCardErrorCode.NotFound,
            404 when operation.Name == GiftbitOperationNames.ResendGift || operation.Name == GiftbitOperationNames.CancelGift =>
                GiftCardErrorCode.NotFound,
            422 when operation.Name == GiftbitOperationNames.ResendGift || operation.Name == GiftbitOperationNames.CancelGift =>
                GiftCardErrorCode.Conflict,
            _ => null,
        };
}
