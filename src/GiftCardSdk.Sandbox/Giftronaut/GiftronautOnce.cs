using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Executes what a key stands for once, however often it is asked for while the key lives.</summary>
internal sealed class GiftronautOnce(GiftronautTwinOptions options, GiftronautReplies replies)
{
    private const int LongestHeader = 128;
    private const int LongestField = 64;

    /// <summary>Acts, or repeats what was answered when the key came first.</summary>
    /// <param name="call">The request.</param>
    /// <param name="operation">What the key is used for; it cannot stand for two different things.</param>
    /// <param name="required">A request without a key is refused.</param>
    /// <param name="act">Acts; its argument is the key, or null where there is none.</param>
    public SandboxAnswer Run(GiftronautCall call, string operation, bool required, Func<string?, SandboxAnswer> act)
    {
        if (GiftronautCanonical.Fingerprint(operation, call.Http.Body) is not { } fingerprint)
        {
            return GiftronautRefusal.Invalid("The body is not JSON.").ToAnswer();
        }

        var (key, refusal) = ReadKey(call.Http, required && options.KeyRequired);
        if (refusal is not null)
        {
            return refusal.ToAnswer();
        }

        if (key is null)
        {
            return act(null);
        }

        if (call.Account.Keys.Find(key, options.KeyLife, call.Now) is { } use)
        {
            return Repeat(call, key, use, operation, fingerprint);
        }

        var answer = act(key);
        if (answer.Status < StatusCodes.Status300MultipleChoices || options.RefusalsUseUpKeys)
        {
            call.Account.Keys.Remember(key, new GiftronautUse(operation, fingerprint, answer, call.Now));
        }

        return answer;
    }

    private SandboxAnswer Repeat(GiftronautCall call, string key, GiftronautUse use, string operation, string fingerprint)
    {
        if (call.Now - use.At < options.KeyBusyFor)
        {
            return GiftronautRefusal.Conflict("IDEMPOTENCY_KEY_IN_PROGRESS", "The first request is still being processed.").ToAnswer();
        }

        var order = call.Account.FindByKey(key).FirstOrDefault();
        if (IsLinkConflict(use, operation) && order is not null)
        {
            return (Duplicate("Already processed") with { OrderId = order.Id }).ToAnswer();
        }

        if (use.Fingerprint != fingerprint)
        {
            return Duplicate("The key was already used for another request body").ToAnswer();
        }

        if (use.Answer.Status != StatusCodes.Status201Created)
        {
            return use.Answer;
        }

        return options.Replay == GiftronautReplay.CurrentOrder && order is not null
            ? replies.Order(order, StatusCodes.Status200OK)
            : use.Answer with
            {
                Status = StatusCodes.Status200OK,
            };
    }

    private bool IsLinkConflict(GiftronautUse use, string operation) =>
        options.RewardLinkRepeat == GiftronautRewardLinkRepeat.ConflictWithId
        && operation == GiftronautRoutes.OrderLinks
        && use.Operation == operation;

    private static GiftronautRefusal Duplicate(string message) => GiftronautRefusal.Conflict("DUPLICATE_IDEMPOTENCY_KEY", message);

    private (string? Key, GiftronautRefusal? Refusal) ReadKey(SandboxCall call, bool required)
    {
        var header = options.KeySource == GiftronautKeySource.Body ? null : NullIfBlank(call.Header(GiftronautKeys.HeaderName));
        var field = options.KeySource == GiftronautKeySource.Header ? null : NullIfBlank(call.BodyMember(GiftronautKeys.BodyField));
        return (header, field) switch
        {
            (null, null) when required => (null, GiftronautRefusal.Required(GiftronautKeys.BodyField)),
            ({ Length: > LongestHeader }, _) => (null, GiftronautRefusal.Invalid("X-Idempotency-Key has at most 128 characters.")),
            (_, { Length: > LongestField }) => (null, GiftronautRefusal.Invalid("idempotencyKey has at most 64 characters.")),
            ({ } one, { } other) when one != other => (null, GiftronautRefusal.Invalid("The two idempotency keys differ.")),
            _ => (header ?? field, null),
        };
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
