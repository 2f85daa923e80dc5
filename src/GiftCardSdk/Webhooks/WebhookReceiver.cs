using System.Security.Cryptography;
using System.Text;
using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Webhooks;

/// <summary>Takes deliveries in: finds the account, has its adapter verify and read them, and writes to the inbox what they say before it answers.</summary>
internal sealed class WebhookReceiver(
    Func<string, Account?> accounts,
    EventInbox inbox,
    GiftCardEventOptions options,
    TimeProvider time,
    Instruments instruments,
    ILogger<WebhookReceiver> logger
)
{
    private const int Ok = 200;
    private const int BadRequest = 400;
    private const int Unauthorized = 401;
    private const int NotFound = 404;
    private const int TooLarge = 413;
    private const int Unavailable = 503;

    private readonly ILogger _logger = logger.Guarded();

    public async Task<WebhookAnswer> ReceiveAsync(WebhookRequest request, CancellationToken cancellationToken)
    {
        if (request.Body.Length > options.MaxBodyBytes)
        {
            return Turned(TooLarge, null, null, WebhookVerdict.NotSigned, "too large");
        }

        Account? account = null;
        try
        {
            account = accounts(request.Account);
            var settings = account?.Webhooks();
            return account is not null && settings is not null && MayCall(request, settings)
                ? await ReceiveAsync(account, settings, request, cancellationToken).ConfigureAwait(false)
                // What a stranger calls an account is not repeated: it may be a token in the wrong place.
                : Turned(NotFound, null, null, WebhookVerdict.NotSigned, "unknown account, wrong token or address not allowed");
        }
        catch (Exception failure) when (failure is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            WebhookLog.NotReceived(_logger, time.GetUtcNow(), account?.Name, failure.GetType().Name);
            instruments.WebhookAnswered(account?.Name, verdict: null, Unavailable);
            return new() { StatusCode = Unavailable };
        }
    }

    private async Task<WebhookAnswer> ReceiveAsync(
        Account account,
        WebhookOptions settings,
        WebhookRequest request,
        CancellationToken cancellationToken
    )
    {
        var delivery = new WebhookDelivery(request, settings, time.GetUtcNow());
        var reading = account.Adapter.ReadWebhook(delivery);
        var (name, kind, verdict) = (account.Name, EventText.Short(reading.RawKind), delivery.Verdict);
        if (verdict == WebhookVerdict.NotSigned && settings.PathTokens.Count == 0)
        {
            return Turned(NotFound, name, null, verdict, "neither signed nor behind a token");
        }

        if (reading.Refusal is { } refusal)
        {
            return Turned(Unauthorized, name, null, refusal, "refused");
        }

        if (IsTooOld(reading, delivery))
        {
            return Turned(Unauthorized, name, kind, WebhookVerdict.Stale, "older than what is remembered");
        }

        // A kind is a stranger's word, too, until it is verified.
        kind = verdict == WebhookVerdict.Verified ? kind : null;
        if (reading is { Reply: null, Events.Count: 0, Hints.Count: 0 })
        {
            return Turned(BadRequest, name, kind, verdict, "unreadable");
        }

        var (isNew, isFollowed) = await StoreAsync(account, reading, verdict, request, cancellationToken).ConfigureAwait(false);
        WebhookLog.Received(_logger, time.GetUtcNow(), name, kind, verdict, OutcomeOf(isNew, isFollowed, reading));
        instruments.WebhookAnswered(name, verdict.ToString(), Ok);
        return new() { StatusCode = Ok, Body = reading.Reply ?? default };
    }

    private async ValueTask<(bool IsNew, bool IsFollowed)> StoreAsync(
        Account account,
        WebhookReading reading,
        WebhookVerdict verdict,
        WebhookRequest request,
        CancellationToken cancellationToken
    )
    {
        var (isNew, isFollowed) = (false, false);
        // Whatever an adapter makes of it: only the provider itself is believed.
        foreach (var told in verdict == WebhookVerdict.Verified ? reading.Events.Where(IsUsable) : [])
        {
            isNew |= await inbox
                .AddAsync(account, told, GiftCardEventSource.Webhook, request.Body, cancellationToken)
                .ConfigureAwait(false);
        }

        foreach (var hint in reading.Hints.Where(IsUsable))
        {
            await inbox.AddAsync(account, hint, cancellationToken).ConfigureAwait(false);
            isFollowed = true;
        }

        return (isNew, isFollowed);
    }

    private static string OutcomeOf(bool isNew, bool isFollowed, WebhookReading reading) =>
        (isNew, isFollowed) switch
        {
            (true, true) => "stored, and to be read back",
            (true, false) => "stored",
            (false, true) => "to be read back",
            _ => reading.Reply is null ? "known already" : "challenge answered",
        };

    /// <summary>A delivery without a signed time of its own could be played again once its event is forgotten.</summary>
    private bool IsTooOld(WebhookReading reading, WebhookDelivery delivery) =>
        delivery.Verdict == WebhookVerdict.Verified
        && reading.Events.Any(told => told.OccurredAt is { } at && at < delivery.ReceivedAt - options.KeepFor);

    private static bool MayCall(WebhookRequest request, WebhookOptions settings) =>
        HasToken(request.Token, settings.PathTokens)
        && (settings.AllowedAddresses.Count == 0 || AddressRange.Allows(settings.AllowedAddresses, request.RemoteAddress));

    /// <summary>Each token in constant time, found or not. Where none is set, none may be given.</summary>
    private static bool HasToken(string? token, IList<string> tokens)
    {
        if (tokens.Count == 0)
        {
            return string.IsNullOrEmpty(token);
        }

        // As hashes, so that not even the length is told.
        var (given, isRight) = (HashOf(token), false);
        foreach (var wanted in tokens)
        {
            isRight |= !string.IsNullOrEmpty(wanted) && CryptographicOperations.FixedTimeEquals(given, HashOf(wanted));
        }

        return isRight;
    }

    private static byte[] HashOf(string? token) => SHA256.HashData(Encoding.UTF8.GetBytes(token ?? ""));

    private static bool IsUsable(WebhookEvent told) =>
        (told.OrderId is null || EventText.IsId(told.OrderId))
        && (told.RewardId is null || EventText.IsId(told.RewardId))
        && (told.EventId is null || EventText.IsId(told.EventId));

    private static bool IsUsable(WebhookHint hint) => EventText.IsId(hint.OrderId ?? hint.ProviderKey ?? hint.Subject);

    private WebhookAnswer Turned(int status, string? account, string? kind, WebhookVerdict verdict, string outcome)
    {
        WebhookLog.Turned(_logger, time.GetUtcNow(), account, kind, verdict, outcome, status);
        instruments.WebhookAnswered(account, verdict.ToString(), status);
        return new() { StatusCode = status };
    }
}
