using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>What a key was used for, and what was answered.</summary>
internal sealed record GiftronautUse(string Operation, string Fingerprint, SandboxAnswer Answer, DateTimeOffset At);

/// <summary>Executes what a key stands for once, however often it is asked for while the key lives.</summary>
internal sealed class GiftronautKeys(GiftronautTwinOptions options, Func<GiftronautOrder, int, SandboxAnswer> show)
{
    private const string HeaderName = "X-Idempotency-Key";
    private const string BodyField = "idempotencyKey";
    private const int LongestHeader = 128;
    private const int LongestField = 64;

    /// <summary>The key as sent, wherever it stands and whatever it is worth.</summary>
    public static string? Peek(SandboxCall call) =>
        call.Header(HeaderName) is { Length: > 0 } header ? header
        : call.BodyMember(BodyField) is { Length: > 0 } field ? field
        : null;

    /// <summary>Acts, or repeats what was answered when the key came first.</summary>
    /// <param name="call">The request.</param>
    /// <param name="operation">What the key is used for; it cannot stand for two different things.</param>
    /// <param name="required">A request without a key is refused.</param>
    /// <param name="act">Acts on the call, which now carries its key.</param>
    public SandboxAnswer Run(GiftronautCall call, string operation, bool required, Func<GiftronautCall, SandboxAnswer> act)
    {
        if (Fingerprint(operation, call.Http.Body) is not { } fingerprint)
        {
            return GiftronautRules.Invalid("The body is not JSON.");
        }

        if (RefuseKey(call.Http, required, out var key) is { } refusal)
        {
            return refusal;
        }

        if (key is null)
        {
            return act(call);
        }

        if (call.Account.Keys.TryGetValue(key, out var use) && call.Now - use.At < options.KeyLife)
        {
            return Repeat(call, key, use, operation, fingerprint);
        }

        var answer = act(call with { Key = key });
        if (answer.Status < StatusCodes.Status300MultipleChoices || options.RefusalsUseUpKeys)
        {
            call.Account.Keys[key] = new GiftronautUse(operation, fingerprint, answer, call.Now);
        }

        return answer;
    }

    private SandboxAnswer Repeat(GiftronautCall call, string key, GiftronautUse use, string operation, string fingerprint)
    {
        if (call.Now - use.At < options.KeyBusyFor)
        {
            return GiftronautRules.Conflict("IDEMPOTENCY_KEY_IN_PROGRESS", "The first request is still being processed.");
        }

        var order = call.Account.WithKey(key).FirstOrDefault();
        if (order is not null && operation == GiftronautOrders.BuyLinks && use.Operation == operation && NamesOriginal)
        {
            return Duplicate("Already processed", order.Id);
        }

        if (use.Fingerprint != fingerprint)
        {
            return Duplicate("The key was already used for another request body");
        }

        if (use.Answer.Status != StatusCodes.Status201Created)
        {
            return use.Answer;
        }

        return options.Replay == GiftronautReplay.CurrentOrder && order is not null
            ? show(order, StatusCodes.Status200OK)
            : use.Answer with
            {
                Status = StatusCodes.Status200OK,
            };
    }

    private bool NamesOriginal => options.RewardLinkRepeat == GiftronautRewardLinkRepeat.ConflictWithId;

    private static SandboxAnswer Duplicate(string words, string? orderId = null) =>
        GiftronautRules.Refuse(StatusCodes.Status409Conflict, "DUPLICATE_IDEMPOTENCY_KEY", words, orderId);

    private SandboxAnswer? RefuseKey(SandboxCall call, bool required, out string? key)
    {
        var header = options.KeySource == GiftronautKeySource.Body ? null : NullIfBlank(call.Header(HeaderName));
        var field = options.KeySource == GiftronautKeySource.Header ? null : NullIfBlank(call.BodyMember(BodyField));
        key = header ?? field;
        return key is null && required ? GiftronautRules.Invalid($"{BodyField} is required.")
            : header?.Length > LongestHeader ? GiftronautRules.Invalid("X-Idempotency-Key has at most 128 characters.")
            : field?.Length > LongestField ? GiftronautRules.Invalid("idempotencyKey has at most 64 characters.")
            : field is not null && field != key ? GiftronautRules.Invalid("The two idempotency keys differ.")
            : null;
    }

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;

    // The order of members, blanks and the spelling of numbers do not change it; neither does where the key stands. Null: no JSON.
    private static string? Fingerprint(string operation, byte[] body)
    {
        try
        {
            var document = body.Length == 0 ? null : Json.Parse(body);
            (document as JsonObject)?.Remove(BodyField);
            return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes($"{operation}\n{Canonical(document)}")));
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            // An unpaired surrogate is the second kind: only its unescaping shows it.
            return null;
        }
    }

    private static string Canonical(JsonNode? node) =>
        node switch
        {
            null => "null",
            JsonObject document => "{"
                + string.Concat(
                    document
                        .OrderBy(member => member.Key, StringComparer.Ordinal)
                        .Select(member => $"{member.Key.Length}:{member.Key}={Canonical(member.Value)},")
                )
                + "}",
            JsonArray array => "[" + string.Concat(array.Select(item => Canonical(item) + ",")) + "]",
            // The length keeps two neighbours apart; the value is the unescaped one.
            JsonValue value when value.TryGetValue<string>(out var text) => $"{text.Length}:{text}",
            JsonValue value when value.TryGetValue<decimal>(out var number) => number.ToString("G29", CultureInfo.InvariantCulture),
            _ => node.ToJsonString(),
        };
}
