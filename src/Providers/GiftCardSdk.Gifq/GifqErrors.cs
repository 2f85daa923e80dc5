using GiftCardSdk.Http;

namespace GiftCardSdk.Gifq;

/// <summary>
/// How GIFQ says that something went wrong: a status, <c>{"status":"error","message"}</c>, and no code. So the status and the call decide; the
/// message is for people. Its own is known by that word and a message beside it.
/// </summary>
internal sealed class GifqErrors(GiftCardEnvironment environment) : ProviderErrors
{
    private const string Word = "error";

    private const string AllowListHint =
        "In production GIFQ answers only addresses on the account's allow-list: it may be this one that is missing.";

    private static readonly string[] Moves =
    [
        GifqOperationNames.ActivateCampaign,
        GifqOperationNames.PauseCampaign,
        GifqOperationNames.ArchiveCampaign,
    ];

    public override IReadOnlySet<string> ReadableMembers { get; } =
        new HashSet<string>(["status", "message", "request_id"], StringComparer.OrdinalIgnoreCase);

    public override ProviderFault Read(ProviderFailure failure)
    {
        var root = failure.ReadJson();
        var message = ErrorJson.Text(root, "message");
        return new ProviderFault(CodeOf(failure), ProviderMessage: message)
        {
            IsOwn = failure.IsJson && ErrorJson.Text(root, "status") == Word && message is not null,
            RequestId = ErrorJson.Text(root, "request_id"),
            Hint = failure.Status is 401 or 403 && environment == GiftCardEnvironment.Production ? AllowListHint : null,
        };
    }

    /// <summary>What GIFQ's documents list: malformed, not authorised, could not be created, too many.</summary>
    public override bool RefusesWith(ProviderOperation operation, int status) => status is 400 or 401 or 422 or 429;

    /// <summary>
    /// Whether a refused order says nothing about an earlier one of the same reference: what a repeat is answered is not documented. Anything
    /// but validation, balance and catalog comes from elsewhere.
    /// </summary>
    public static bool MayBeRepeat(GiftCardException refusal) =>
        refusal is { Outcome: GiftCardOutcome.NothingCreated, HttpStatus: 400 or 422 };

    private static GiftCardErrorCode? CodeOf(ProviderFailure failure) =>
        failure.Status switch
        {
            // A state that is in the way, such as an archived campaign.
            422 when Moves.Contains(failure.Operation.Name, StringComparer.Ordinal) => GiftCardErrorCode.Conflict,
            _ => null,
        };
}
