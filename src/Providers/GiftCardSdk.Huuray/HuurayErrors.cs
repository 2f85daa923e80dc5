using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Http;

namespace GiftCardSdk.Huuray;

/// <summary>
/// How Huuray says that something went wrong: a status and words for people, no code. What a body is refused for that cannot even be read comes
/// in the web framework's own form instead. Its own is known by <c>Status</c> and <c>StatusMessage</c> in this spelling, that of the framework, which
/// gateways have too, by the members of our body that it names.
/// </summary>
internal sealed class HuurayErrors : ProviderErrors
{
    public const int NotFound = 404;

    private const string AddressHint = "It does not look like Huuray's own answer: see whether BaseAddress is right.";

    private const string AllowListHint = "Huuray can limit an account to known addresses and a token to some operations.";

    /// <summary>The members of the bodies that write; what the framework blames by path begins with one.</summary>
    private static readonly HashSet<string> OurMembers = new(
        [.. MembersOf(HuurayJsonContext.Default.HuurayNewOrder), .. MembersOf(HuurayJsonContext.Default.HuurayChoice)],
        StringComparer.Ordinal
    );

    /// <summary>Where "there is none" is an answer, and comes as 404.</summary>
    private static readonly string[] Questions =
    [
        HuurayOperationNames.GetCatalogue,
        HuurayOperationNames.ListTemplates,
        HuurayOperationNames.Search,
    ];

    public override IReadOnlySet<string> ReadableMembers { get; } =
        new HashSet<string>(["Status", "StatusMessage", "Message", "title"], StringComparer.OrdinalIgnoreCase);

    public override bool IsSuccess(ProviderOperation operation, int status) =>
        base.IsSuccess(operation, status) || (status == NotFound && Questions.Contains(operation.Name, StringComparer.Ordinal));

    public override ProviderFault Read(ProviderFailure failure)
    {
        var root = failure.ReadJson();
        var isOwn = failure.IsJson && IsOwn(root, failure.Status);
        var message = ErrorJson.Text(root, "StatusMessage") ?? ErrorJson.Text(root, "Message") ?? OfFramework(root);
        return failure.Status == NotFound && !isOwn
            ? new(GiftCardErrorCode.UnexpectedResponse, ProviderMessage: message) { Hint = AddressHint }
            : new(CodeOf(failure), ProviderMessage: message) { IsOwn = isOwn, Hint = failure.Status == 403 ? AllowListHint : null };
    }

    /// <summary>What Huuray's documents list for calls that write. 402, 409 and 429 are not among them.</summary>
    public override bool RefusesWith(ProviderOperation operation, int status) => status is 400 or 401 or 403 or NotFound or 422;

    /// <summary>Whether a refused order may be refused for what can be looked into: the product, its stock, the balance.</summary>
    public static bool MayBeExplained(GiftCardException refusal) =>
        refusal is { Outcome: GiftCardOutcome.NothingCreated, HttpStatus: 400 or 403 or NotFound or 422 };

    private static GiftCardErrorCode? CodeOf(ProviderFailure failure) =>
        failure.Status switch
        {
            // The template was checked before, so that it is the product that nobody knows.
            NotFound when Is(failure, HuurayOperationNames.CreateOrder) || Is(failure, HuurayOperationNames.GetStock) =>
                GiftCardErrorCode.ProductUnavailable,
            402 when Is(failure, HuurayOperationNames.CreateOrder) => GiftCardErrorCode.InsufficientFunds,
            // Not wrong as it stands: the state of the order or the card is in the way.
            422 when Is(failure, HuurayOperationNames.Resend) || Is(failure, HuurayOperationNames.Cancel) => GiftCardErrorCode.Conflict,
            413 => GiftCardErrorCode.InvalidRequest,
            _ => null,
        };

    private static bool Is(ProviderFailure failure, string operation) => failure.Operation.Name == operation;

    private static bool IsOwn(JsonElement? root, int status) =>
        (
            ErrorJson.Repeats(root, "Status", status) == true
            && ErrorJson.Member(root, "StatusMessage") is { ValueKind: JsonValueKind.String or JsonValueKind.Null }
        ) || (ErrorJson.Repeats(root, "status", status) == true && ErrorJson.IsAbout(ErrorJson.Member(root, "errors"), OurMembers));

    private static IEnumerable<string> MembersOf(JsonTypeInfo type) => type.Properties.Select(property => property.Name);

    /// <summary>The title and which members are wrong; what is said about them may quote their values.</summary>
    private static string? OfFramework(JsonElement? root)
    {
        var title = ErrorJson.Text(root, "title");
        return ErrorJson.Member(root, "errors") is { ValueKind: JsonValueKind.Object } errors && errors.EnumerateObject().Any()
            ? $"{title ?? "Request not valid"} ({string.Join(", ", errors.EnumerateObject().Select(error => error.Name))})"
            : title;
    }
}
