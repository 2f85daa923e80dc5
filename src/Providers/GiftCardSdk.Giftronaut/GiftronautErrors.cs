using System.Text.Json;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>
/// How Giftronaut says that something went wrong: a status and <c>{"error","message"}</c>, where <c>error</c> is a code in capital letters; at the token
/// call one of OAuth's, in small letters; and where no operation answers, a phrase. Its own is known by one of its codes under the status that the
/// code goes with, and a message beside it; what the framework says where no operation answers, any gateway may say.
/// </summary>
internal sealed class GiftronautErrors : ProviderErrors
{
    private const string ScopeHint =
        "The app may lack a scope, or the token may: it has those of GiftronautOptions.Scopes. Some operations are refused in the sandbox whatever the scope.";

    private const string PathHint =
        "No operation answered there; see WireAssumptions.BrandedCardOrderPath and ChoiceCardOrderPath if Giftronaut spells its paths another way.";

    /// <summary>The codes of a call that moves money, each with its status.</summary>
    private static readonly HashSet<(int Status, string Code)> OwnCodes =
    [
        (400, GiftronautWords.Errors.Validation),
        (400, GiftronautWords.Errors.ProductNotFound),
        (401, GiftronautWords.Errors.Unauthorized),
        (402, GiftronautWords.Errors.InsufficientBalance),
        (403, GiftronautWords.Errors.InsufficientScope),
        (403, GiftronautWords.Errors.Forbidden),
        (404, GiftronautWords.Errors.ProductNotFound),
        (404, GiftronautWords.Errors.TemplateNotFound),
        (404, GiftronautWords.Errors.CampaignNotFound),
        (409, GiftronautWords.Errors.DuplicateKey),
        (409, GiftronautWords.Errors.KeyInProgress),
        (429, GiftronautWords.Errors.RateLimitExceeded),
    ];

    private static readonly string[] Orders =
    [
        GiftronautOperationNames.OrderBrandedCards,
        GiftronautOperationNames.OrderChoiceCards,
        GiftronautOperationNames.OrderRewardLinks,
        GiftronautOperationNames.RunCampaign,
    ];

    /// <summary>
    /// Not "message": an error body may hold half an order, whose message is the sender's. That of the error itself is
    /// <see cref="GiftCardException.ProviderMessage"/>.
    /// </summary>
    public override IReadOnlySet<string> ReadableMembers { get; } =
        new HashSet<string>(
            ["error", "code", "status", "orderId", "orderNumber", "requestId", "timestamp"],
            StringComparer.OrdinalIgnoreCase
        );

    public override string? RequestIdHeader => GiftronautCredentials.RequestIdHeader;

    public override ProviderFault Read(ProviderFailure failure)
    {
        var body = ErrorBody.Of(failure.ReadJson());
        return new ProviderFault(CodeOf(failure.Operation, failure.Status, body.Code), body.Code, body.Message)
        {
            IsOwn =
                failure.IsJson
                && body is { Code: { } code, Message: not null }
                && OwnCodes.Contains((failure.Status, code))
                && ErrorJson.Repeats(body.Root, "status", failure.Status) != false,
            RequestId = body.RequestId,
            Hint = HintOf(failure.Operation, failure.Status, body.Code),
            OrderId = failure.Operation.MovesMoney && failure.Status == 409 ? body.OrderId : null,
        };
    }

    /// <summary>What Giftronaut's documents list. A 409 bought nothing itself, but its key is taken: perhaps by an earlier attempt at the same.</summary>
    public override bool RefusesWith(ProviderOperation operation, int status) => status is 400 or 401 or 402 or 403 or 404 or 429;

    /// <summary>
    /// Whether an order may have met no operation at all. 405 is the same: under another spelling the path reads like that of one order, which
    /// nobody can post to. A gateway may say so too, after the sale: it is a reason to spell the path otherwise the next time, and no more.
    /// </summary>
    public static bool MayBeNoSuchPath(GiftCardException failure) =>
        failure is { Outcome: GiftCardOutcome.MayExist, HttpStatus: 404 or 405 }
        && failure.ProviderCode is not (GiftronautWords.Errors.ProductNotFound or GiftronautWords.Errors.TemplateNotFound);

    private static GiftCardErrorCode? CodeOf(ProviderOperation operation, int status, string? code) =>
        code switch
        {
            GiftronautWords.Errors.InsufficientBalance => GiftCardErrorCode.InsufficientFunds,
            GiftronautWords.Errors.ProductNotFound => GiftCardErrorCode.ProductUnavailable,
            GiftronautWords.Errors.TemplateNotFound when Orders.Contains(operation.Name, StringComparer.Ordinal) =>
                GiftCardErrorCode.InvalidRequest,
            GiftronautWords.Errors.OrderNotFound
            or GiftronautWords.Errors.RecipientNotFound
            or GiftronautWords.Errors.TemplateNotFound
            or GiftronautWords.Errors.CampaignNotFound => GiftCardErrorCode.NotFound,
            GiftronautWords.Errors.DuplicateKey
            or GiftronautWords.Errors.KeyInProgress
            or GiftronautWords.Errors.OrderNotCancelable
            or GiftronautWords.Errors.DefaultTemplate
            or GiftronautWords.Errors.TemplateInUse => GiftCardErrorCode.Conflict,
            GiftronautWords.Errors.Validation => GiftCardErrorCode.InvalidRequest,
            GiftronautWords.Errors.InvalidClient => GiftCardErrorCode.Unauthorized,
            GiftronautWords.Errors.InvalidScope => GiftCardErrorCode.Forbidden,
            _ => CodeOf(status),
        };

    private static GiftCardErrorCode? CodeOf(int status) =>
        status switch
        {
            402 => GiftCardErrorCode.InsufficientFunds,
            405 => GiftCardErrorCode.NotFound,
            415 => GiftCardErrorCode.InvalidRequest,
            _ => null,
        };

    private static string? HintOf(ProviderOperation operation, int status, string? code) =>
        status == 403 || code == GiftronautWords.Errors.InvalidScope ? ScopeHint
        : status is 404 or 405 && code is null && Orders.Contains(operation.Name, StringComparer.Ordinal) ? PathHint
        : null;

    /// <summary>What a body says. The key <c>error</c> holds a code or, from the framework, a phrase.</summary>
    private sealed record ErrorBody(JsonElement? Root, string? Code, string? Message, string? OrderId, string? RequestId)
    {
        private static readonly string[] Names = ["orderId", "orderNumber"];
        private static readonly string[] Places = ["data", "order"];

        public static ErrorBody Of(JsonElement? root)
        {
            var error = Text(root, "error") ?? Text(root, "code");
            return new(
                root,
                IsCode(error) ? error : null,
                Text(root, "message") ?? Text(root, "error_description") ?? (IsCode(error) ? null : error),
                root is { } body ? OrderIdOf(body) : null,
                Text(root, "requestId")
            );
        }

        /// <summary>
        /// The order that a key stands for, by any of the names and in any of the places that client code has met. A bare <c>id</c> comes last: it may
        /// be that of the error, and whichever it is, the order is read and compared before it counts.
        /// </summary>
        private static string? OrderIdOf(JsonElement root)
        {
            JsonElement[] places =
            [
                root,
                .. Places.SelectMany(name =>
                    Inner(root, name) is { } inner ? [inner, Inner(inner, "order") ?? inner] : Array.Empty<JsonElement>()
                ),
            ];
            return Names.SelectMany(name => places.Select(place => Text(place, name))).FirstOrDefault(id => id is not null)
                ?? places.Skip(1).Append(root).Select(place => Text(place, "id")).FirstOrDefault(id => id is not null);
        }

        private static JsonElement? Inner(JsonElement place, string name) =>
            place.ValueKind == JsonValueKind.Object && place.TryGetProperty(name, out var inner) && inner.ValueKind == JsonValueKind.Object
                ? inner
                : null;

        /// <summary>All capitals, or all small letters: <c>Not Found</c> and <c>Forbidden</c> are phrases.</summary>
        private static bool IsCode(string? text) =>
            !string.IsNullOrEmpty(text)
            && (
                text.All(letter => IsPart(letter) || char.IsAsciiLetterUpper(letter))
                || text.All(letter => IsPart(letter) || char.IsAsciiLetterLower(letter))
            );

        private static bool IsPart(char letter) => letter == '_' || char.IsAsciiDigit(letter);

        /// <summary>A text; an id or a code may be a number.</summary>
        private static string? Text(JsonElement? root, string name) =>
            ErrorJson.Member(root, name) is { ValueKind: JsonValueKind.Number } number ? number.GetRawText() : ErrorJson.Text(root, name);
    }
}
