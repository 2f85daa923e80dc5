using System.Text.Json;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>
/// How Huuray says that something went wrong: a status and words for people, no code. What a body is refused for that cannot even be read comes
/// in the web framework's own form instead.
/// </summary>
internal sealed class HuurayErrors : ProviderErrors
{
    public const int NotFound = 404;

    private const string AddressHint = "It does not look like Huuray's own answer: see whether BaseAddress is right.";

    private const string AllowListHint = "Huuray can limit an account to known addresses and a token to some operations.";

    /// <summary>Where "there is none" is an answer, and comes as 404.</summary>
    private static readonly ProviderOperation[] Questions =
    [
        HuurayOperations.GetCatalogue,
        HuurayOperations.ListTemplates,
        HuurayOperations.Search,
    ];

    public override IReadOnlySet<string> ReadableMembers { get; } =
        new HashSet<string>(["Status", "StatusMessage", "Message", "title"], StringComparer.OrdinalIgnoreCase);

    public override bool IsSuccess(ProviderOperation operation, int status) =>
        base.IsSuccess(operation, status) || (status == NotFound && Questions.Any(question => question.Name == operation.Name));

    public override ProviderFault Read(ProviderFailure failure)
    {
        var (message, isOwn) = Parse(failure.Body.Span);
        return failure.Status == NotFound && !isOwn
            ? new(GiftCardErrorCode.UnexpectedResponse, ProviderMessage: message) { Hint = AddressHint }
            : new(CodeOf(failure), ProviderMessage: message) { Hint = failure.Status == 403 ? AllowListHint : null };
    }

    /// <summary>Whether a refused order may be refused for what can be looked into: the product, its stock, the balance.</summary>
    public static bool MayBeExplained(GiftCardException refusal) =>
        refusal is { Outcome: GiftCardOutcome.NothingCreated, HttpStatus: 400 or 402 or 403 or NotFound or 422 }
        && refusal.Code != GiftCardErrorCode.UnexpectedResponse;

    private static GiftCardErrorCode? CodeOf(ProviderFailure failure) =>
        failure.Status switch
        {
            // The template was checked before, so that it is the product that nobody knows.
            NotFound when Is(failure, HuurayOperations.CreateOrder) || Is(failure, HuurayOperations.GetStock) =>
                GiftCardErrorCode.ProductUnavailable,
            402 when Is(failure, HuurayOperations.CreateOrder) => GiftCardErrorCode.InsufficientFunds,
            // Not wrong as it stands: the state of the order or the card is in the way.
            422 when Is(failure, HuurayOperations.Resend) || Is(failure, HuurayOperations.Cancel) => GiftCardErrorCode.Conflict,
            413 => GiftCardErrorCode.InvalidRequest,
            _ => null,
        };

    private static bool Is(ProviderFailure failure, ProviderOperation operation) => failure.Operation.Name == operation.Name;

    /// <summary>What the body says, and whether it is Huuray's own: every body of its has the status as a number.</summary>
    private static (string? Message, bool IsOwn) Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            var root = document.RootElement;
            return (
                Text(root, "StatusMessage") ?? Text(root, "Message") ?? OfFramework(root),
                Member(root, "Status") is { ValueKind: JsonValueKind.Number }
            );
        }
        catch (JsonException)
        {
            return default;
        }
    }

    /// <summary>The title and which members are wrong; what is said about them may quote their values.</summary>
    private static string? OfFramework(JsonElement root)
    {
        var title = Text(root, "title");
        return Member(root, "errors") is { ValueKind: JsonValueKind.Object } errors && errors.EnumerateObject().Any()
            ? $"{title ?? "Request not valid"} ({string.Join(", ", errors.EnumerateObject().Select(error => error.Name))})"
            : title;
    }

    private static string? Text(JsonElement root, string name) =>
        Member(root, name) is { ValueKind: JsonValueKind.String } member && member.GetString() is { Length: > 0 } text ? text : null;

    private static JsonElement? Member(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var member) ? member : null;
}
