using System.Text.Json;
using GiftCardSdk.Http;

namespace GiftCardSdk.Giftronaut;

/// <summary>
/// How Giftronaut says that something went wrong: a status and <c>{"error","message"}</c>, where <c>error</c> is a code in capital letters; at the token
/// call one of OAuth's, in small letters; and where no operation answers, a phrase.
/// </summary>
internal sealed class GiftronautErrors : ProviderErrors
{
    private const string ScopeHint =
        "The app may lack a scope, or the token may: it has those of GiftronautOptions.Scopes. Some operations are refused in the sandbox whatever the scope.";

    private const string PathHint =
        "No operation answered there; see WireAssumptions.BrandedCardOrderPath and ChoiceCardOrderPath if Giftronaut spells its paths another way.";

    private static readonly ProviderOperation[] Orders =
    [
        GiftronautOperations.OrderBrandedCards,
        GiftronautOperations.OrderChoiceCards,
        GiftronautOperations.OrderRewardLinks,
        GiftronautOperations.RunCampaign,
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
        var body = ErrorBody.Parse(failure.Body.Span);
        var fault = new ProviderFault(CodeOf(failure.Operation, failure.Status, body.Code), body.Code, body.Message)
        {
            RequestId = body.RequestId,
            Hint = HintOf(failure.Operation, failure.Status, body.Code),
        };
        return failure.Operation.MovesMoney && failure.Status == 409
            // This very call bought nothing, but its key is taken: perhaps by an earlier attempt at the same.
            ? fault with
            {
                Outcome = GiftCardOutcome.MayExist,
                OrderId = body.OrderId,
            }
            : fault;
    }

    /// <summary>
    /// Whether a refused order may have met no operation at all. 405 is the same: under another spelling the path reads like that of one order,
    /// which nobody can post to.
    /// </summary>
    public static bool MayBeNoSuchPath(GiftCardException refusal) =>
        refusal is { Outcome: GiftCardOutcome.NothingCreated, HttpStatus: 404 or 405 }
        && refusal.ProviderCode is not (GiftronautWords.Errors.ProductNotFound or GiftronautWords.Errors.TemplateNotFound);

    /// <summary>Whether a refusal can only come from the operation itself, so that its path is right.</summary>
    public static bool IsOfOperation(GiftCardException refusal) =>
        refusal.HttpStatus is 400 or 402 or 409 or 422 || refusal is { HttpStatus: 404, ProviderCode: not null };

    private static GiftCardErrorCode? CodeOf(ProviderOperation operation, int status, string? code) =>
        code switch
        {
            GiftronautWords.Errors.InsufficientBalance => GiftCardErrorCode.InsufficientFunds,
            GiftronautWords.Errors.ProductNotFound => GiftCardErrorCode.ProductUnavailable,
            GiftronautWords.Errors.TemplateNotFound when Orders.Contains(operation) => GiftCardErrorCode.InvalidRequest,
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
        : status is 404 or 405 && code is null && Orders.Contains(operation) ? PathHint
        : null;

    /// <summary>What a body says. The key <c>error</c> holds a code or, from the framework, a phrase.</summary>
    private sealed record ErrorBody(string? Code, string? Message, string? OrderId, string? RequestId)
    {
        private static readonly string[] Names = ["orderId", "orderNumber"];
        private static readonly string[] Places = ["data", "order"];

        public static ErrorBody Parse(ReadOnlySpan<byte> body)
        {
            try
            {
                var reader = new Utf8JsonReader(body);
                using var document = JsonDocument.ParseValue(ref reader);
                var root = document.RootElement;
                var error = Text(root, "error") ?? Text(root, "code");
                return new(
                    IsCode(error) ? error : null,
                    Text(root, "message") ?? Text(root, "error_description") ?? (IsCode(error) ? null : error),
                    OrderIdOf(root),
                    Text(root, "requestId")
                );
            }
            catch (JsonException)
            {
                return new(null, null, null, null);
            }
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

        private static string? Text(JsonElement root, string name) =>
            root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var member)
                ? member.ValueKind switch
                {
                    JsonValueKind.String when !string.IsNullOrWhiteSpace(member.GetString()) => member.GetString(),
                    JsonValueKind.Number => member.GetRawText(),
                    _ => null,
                }
                : null;
    }
}
