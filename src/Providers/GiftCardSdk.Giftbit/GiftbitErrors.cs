using System.Text.Json;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftbit;

/// <summary>How Giftbit says that something went wrong: any status but 200, with <c>{"error":{"code","name","message"}}</c>, or with anything else.</summary>
internal sealed class GiftbitErrors : ProviderErrors
{
    private const int Ok = 200;

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
        var (code, message) = Parse(failure.Body.Span);
        return new ProviderFault(CodeOf(failure.Operation, failure.Status, code), code, message)
        {
            // Another 2xx is no success by Giftbit's rule, but no refusal either.
            Outcome = failure.Operation.MovesMoney && failure.Status < 300 ? GiftCardOutcome.MayExist : null,
        };
    }

    /// <summary>Whether a refused create says nothing about an earlier one with the same id: Giftbit documents no answer to a repeat.</summary>
    public static bool MayBeRepeat(GiftCardException refusal) =>
        refusal is { Outcome: GiftCardOutcome.NothingCreated, HttpStatus: 400 or 404 or 409 or 422 }
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
            404 or 422 when operation == GiftbitOperations.GetBrand => GiftCardErrorCode.ProductUnavailable,
            404 or 422 when operation == GiftbitOperations.GetCampaign || operation == GiftbitOperations.GetGift =>
                GiftCardErrorCode.NotFound,
            404 when operation == GiftbitOperations.ResendGift || operation == GiftbitOperations.CancelGift => GiftCardErrorCode.NotFound,
            422 when operation == GiftbitOperations.ResendGift || operation == GiftbitOperations.CancelGift => GiftCardErrorCode.Conflict,
            _ => null,
        };

    private static (string? Code, string? Message) Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            var error = Member(root, "error");
            return (Text(error, "code"), Text(error, "message") ?? Text(error, "name") ?? Text(root, "text"));
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static JsonElement? Member(JsonElement? element, string name) =>
        element is { ValueKind: JsonValueKind.Object } parent && parent.TryGetProperty(name, out var member) ? member : null;

    private static string? Text(JsonElement? element, string name) =>
        Member(element, name) is { ValueKind: JsonValueKind.String } text ? text.GetString() : null;
}
