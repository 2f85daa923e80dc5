using System.Text.Json;
using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>
/// How GIFQ says that something went wrong: a status, <c>{"status":"error","message"}</c>, and no code. So the status and the call decide; the
/// message is for people.
/// </summary>
internal sealed class GifqErrors(GiftCardEnvironment environment) : ProviderErrors
{
    private const string AllowListHint =
        "In production GIFQ answers only addresses on the account's allow-list: it may be this one that is missing.";

    private static readonly ProviderOperation[] Moves =
    [
        GifqOperations.ActivateCampaign,
        GifqOperations.PauseCampaign,
        GifqOperations.ArchiveCampaign,
    ];

    public override IReadOnlySet<string> ReadableMembers { get; } =
        new HashSet<string>(["status", "message", "request_id"], StringComparer.OrdinalIgnoreCase);

    public override ProviderFault Read(ProviderFailure failure)
    {
        var (message, requestId) = Parse(failure.Body.Span);
        return new ProviderFault(CodeOf(failure), ProviderMessage: message)
        {
            RequestId = requestId,
            Hint = failure.Status is 401 or 403 && environment == GiftCardEnvironment.Production ? AllowListHint : null,
        };
    }

    /// <summary>
    /// Whether a refused order says nothing about an earlier one of the same reference: what a repeat is answered is not documented. Anything
    /// but validation, balance and catalog comes from elsewhere.
    /// </summary>
    public static bool MayBeRepeat(GiftCardException refusal) =>
        refusal is { Outcome: GiftCardOutcome.NothingCreated, HttpStatus: 400 or 409 or 422 };

    private static GiftCardErrorCode? CodeOf(ProviderFailure failure) =>
        failure.Status switch
        {
            // A state that is in the way, such as an archived campaign.
            422 when Moves.Any(move => move.Name == failure.Operation.Name) => GiftCardErrorCode.Conflict,
            _ => null,
        };

    private static (string? Message, string? RequestId) Parse(ReadOnlySpan<byte> body)
    {
        try
        {
            var reader = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref reader);
            return (Text(document.RootElement, "message"), Text(document.RootElement, "request_id"));
        }
        catch (JsonException)
        {
            return default;
        }
    }

    private static string? Text(JsonElement root, string name) =>
        root.ValueKind == JsonValueKind.Object && root.TryGetProperty(name, out var member) && member.ValueKind == JsonValueKind.String
            ? member.GetString()
            : null;
}
