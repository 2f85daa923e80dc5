using System.Text.Json;
using GiftCardSdk.Diagnostics.Internal;
using Polly.CircuitBreaker;
using Polly.Timeout;

namespace GiftCardSdk.Http.Internal;

/// <summary>Turns every way in which a call of one account can fail into the one exception that callers see, with nothing secret in it.</summary>
internal sealed class ProviderExceptions(AccountIdentity account, ProviderErrors errors)
{
    private const int MaxCode = 100;
    private const int MaxMessage = 500;

    private const string NotItsOwn = "Something in between may have answered: the answer does not look like the provider's own.";

    private const string MayHaveBought =
        " Something may have been bought anyway: place the same reference again or look for it, never under a new reference.";

    /// <summary>The provider answered with something else than a success.</summary>
    public GiftCardException From(ProviderRequest request, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        var fault = ReadFault(request, response, status);
        var isRefusal = IsRefusal(request, status, fault);
        var outcome =
            !request.Operation.MovesMoney ? GiftCardOutcome.NotAnOrder
            : isRefusal ? GiftCardOutcome.NothingCreated
            : GiftCardOutcome.MayExist;
        var code = fault.Code ?? CodeOf(status);
        var secrets = RequestSecrets.Of(request);
        var providerCode = Redactor.TextOrNull(fault.ProviderCode, MaxCode, secrets);
        var providerMessage = Redactor.TextOrNull(fault.ProviderMessage, MaxMessage, secrets);
        var verb = status switch
        {
            408 or >= 500 => "failed on",
            >= 400 when outcome == GiftCardOutcome.MayExist => "gave no certain answer to",
            >= 400 => "refused",
            _ => "answered unexpectedly to",
        };
        var detail = Sentence(providerMessage ?? Explain(code));
        var hint = fault.Hint is null ? "" : " " + fault.Hint;
        var doubt = outcome == GiftCardOutcome.MayExist && !fault.IsOwn && status < 500 ? $" {NotItsOwn}" : "";
        var wait = request.RetryAfter is { } time ? $" It asks to wait {Seconds(time)}." : "";
        return new(
            $"{account.DisplayName} {verb} {request.Operation.Name} ({status}{(providerCode is null ? "" : " " + providerCode)}){detail}{doubt}{hint}{wait}{Warning(outcome)}",
            code,
            outcome
        )
        {
            Provider = account.Provider,
            Account = account.Account,
            Operation = request.Operation.Name,
            HttpStatus = status,
            ProviderCode = providerCode,
            ProviderMessage = providerMessage,
            OrderId = fault.IsOwn ? fault.OrderId : null,
            OrderCandidates = fault.IsOwn ? fault.OrderCandidates : [],
            RequestId = RequestIdOf(response, secrets) ?? RequestId.OrNull(fault.RequestId, secrets),
            RetryAfter = request.RetryAfter,
            IsTransient = RetryRules.IsTransient(status),
            RedactedBody = RedactedBody(request.FailureBody, secrets),
        };
    }

    /// <summary>Whether the provider itself says that it did nothing. Anybody else's answer may come after it was done.</summary>
    public bool IsRefusal(ProviderRequest request, HttpResponseMessage response)
    {
        var status = (int)response.StatusCode;
        return IsRefusal(request, status, ReadFault(request, response, status));
    }

    /// <summary>There was no answer that could be read.</summary>
    public GiftCardException From(ProviderRequest request, Exception failure) =>
        failure switch
        {
            GiftCardException { Provider: null } bare => WithIdentity(request, bare),
            GiftCardException known => known,
            BrokenCircuitException open => NeverSent(
                request,
                $"{account.DisplayName} was not asked for {request.Operation.Name}: too many calls of the account '{account.Account}' have failed in a row, and it is not called for a while.",
                GiftCardErrorCode.ProviderUnavailable,
                open.RetryAfter
            ),
            TimeoutRejectedException => Lost(
                request,
                $"it was not done within the {Seconds(request.Operation.Deadline)} that it may take in all",
                GiftCardErrorCode.ProviderUnavailable,
                isTransient: true
            ),
            AttemptFailedException lost => Lost(
                request,
                lost.Message,
                lost.IsUnreadable ? GiftCardErrorCode.UnexpectedResponse : GiftCardErrorCode.ProviderUnavailable,
                lost.IsTransient
            ),
            _ => Lost(request, $"the pipeline threw {failure.GetType().Name}", GiftCardErrorCode.ProviderUnavailable, isTransient: false),
        };

    /// <summary>The limiter could not let the call through in time.</summary>
    public GiftCardException LimitReached(ProviderRequest request, TimeSpan wait) =>
        NeverSent(
            request,
            $"{account.DisplayName} was not asked for {request.Operation.Name}: the account '{account.Account}' has used up its rate limit for the next {Seconds(wait)}, longer than the call may take.",
            GiftCardErrorCode.RateLimited,
            wait
        );

    /// <summary>There was nothing to sign the call with.</summary>
    public GiftCardException NoCredential(ProviderRequest request, Exception? cause)
    {
        // Only our own exception's words are known to be safe: others may print the token itself.
        var known = cause as GiftCardException;
        var reason = known?.Message ?? (cause is null ? "there is none" : $"getting one ended in {cause.GetType().Name}");
        return new(
            $"{account.DisplayName} was not asked for {request.Operation.Name}: the account '{account.Account}' has no usable credential: {reason}",
            known?.Code ?? (cause is null ? GiftCardErrorCode.Unauthorized : GiftCardErrorCode.ProviderUnavailable),
            NothingCreated(request),
            known
        )
        {
            Provider = account.Provider,
            Account = account.Account,
            Operation = request.Operation.Name,
            HttpStatus = known?.HttpStatus,
            RetryAfter = known?.RetryAfter,
            IsTransient = known?.IsTransient ?? cause is not null,
        };
    }

    /// <summary>A success whose body cannot be read as the documented answer.</summary>
    public GiftCardException Unreadable(ProviderRequest request, HttpResponseMessage response, ReadOnlySpan<byte> body, Exception cause)
    {
        // The cause is not passed on: its words quote the body.
        var secrets = RequestSecrets.Of(request);
        var where = cause is JsonException { Path: { Length: > 0 } path } ? $" at {Redactor.Text(secrets.Mask(path))}" : "";
        var what = body.IsEmpty ? "an empty body" : $"a body that is not {request.Expected}{where}";
        return BadAnswer(request, response, what, RedactedBody(body, secrets));
    }

    /// <summary>A success with more bytes than are read.</summary>
    public GiftCardException TooLarge(ProviderRequest request, HttpResponseMessage response, int limit) =>
        BadAnswer(request, response, $"more than the {limit} bytes that are read", null);

    /// <summary>The provider's id of the request; null if it gave none that can be printed.</summary>
    public string? RequestIdOf(HttpResponseMessage response, CallSecrets secrets) =>
        errors.RequestIdHeader is { } name && response.Headers.TryGetValues(name, out var values)
            ? RequestId.OrNull(values.FirstOrDefault(), secrets)
            : null;

    /// <summary>A body of this provider with everything masked that may be secret; null if there is none.</summary>
    public string? RedactedBody(ReadOnlySpan<byte> body, CallSecrets secrets) =>
        body.IsEmpty ? null : Redactor.Body(body, errors.ReadableMembers, secrets);

    private GiftCardException BadAnswer(ProviderRequest request, HttpResponseMessage response, string what, string? redactedBody)
    {
        var outcome = request.Operation.MovesMoney ? GiftCardOutcome.MayExist : GiftCardOutcome.NotAnOrder;
        var status = (int)response.StatusCode;
        return new(
            $"{account.DisplayName} answered {request.Operation.Name} with {status} and {what}.{Warning(outcome)}",
            GiftCardErrorCode.UnexpectedResponse,
            outcome
        )
        {
            Provider = account.Provider,
            Account = account.Account,
            Operation = request.Operation.Name,
            HttpStatus = status,
            RequestId = RequestIdOf(response, RequestSecrets.Of(request)),
            RedactedBody = redactedBody,
        };
    }

    private GiftCardException Lost(ProviderRequest request, string reason, GiftCardErrorCode code, bool isTransient)
    {
        var outcome =
            !request.Operation.MovesMoney ? GiftCardOutcome.NotAnOrder
            : request.WasHandedOver ? GiftCardOutcome.MayExist
            : GiftCardOutcome.NothingCreated;
        var sent = outcome == GiftCardOutcome.NothingCreated ? " Nothing was sent." : Warning(outcome);
        return new(
            $"{account.DisplayName} ({request.RequestUri!.Authority}) gave no answer to {request.Operation.Name}: {reason}.{sent}",
            code,
            outcome
        )
        {
            Provider = account.Provider,
            Account = account.Account,
            Operation = request.Operation.Name,
            IsTransient = isTransient,
        };
    }

    private GiftCardException NeverSent(ProviderRequest request, string message, GiftCardErrorCode code, TimeSpan? retryAfter) =>
        new(message, code, NothingCreated(request))
        {
            Provider = account.Provider,
            Account = account.Account,
            Operation = request.Operation.Name,
            RetryAfter = retryAfter,
            IsTransient = true,
        };

    private GiftCardException WithIdentity(ProviderRequest request, GiftCardException bare) =>
        new(bare.Message, bare.Code, request.Operation.MovesMoney ? bare.Outcome : GiftCardOutcome.NotAnOrder)
        {
            Provider = account.Provider,
            Account = account.Account,
            Operation = request.Operation.Name,
            RetryAfter = bare.RetryAfter,
            IsTransient = bare.IsTransient,
        };

    private ProviderFault ReadFault(ProviderRequest request, HttpResponseMessage response, int status)
    {
        try
        {
            var mediaType = response.Content.Headers.ContentType?.MediaType;
            return errors.Read(
                new(request.Operation, status, request.FailureBody, mediaType, response.Headers) { IsWhole = request.FailureIsWhole }
            );
        }
        catch (Exception)
        {
            // It must not throw, and if it does, nobody has said that nothing was done; the body stands on the exception.
            return new();
        }
    }

    private static GiftCardOutcome NothingCreated(ProviderRequest request) =>
        request.Operation.MovesMoney ? GiftCardOutcome.NothingCreated : GiftCardOutcome.NotAnOrder;

    private bool IsRefusal(ProviderRequest request, int status, ProviderFault fault) =>
        status is >= 400 and <= 499 and not 408 && fault.IsOwn && errors.RefusesWith(request.Operation, status);

    private static GiftCardErrorCode CodeOf(int status) =>
        status switch
        {
            400 or 422 => GiftCardErrorCode.InvalidRequest,
            401 => GiftCardErrorCode.Unauthorized,
            402 => GiftCardErrorCode.PaymentRefused,
            403 => GiftCardErrorCode.Forbidden,
            404 => GiftCardErrorCode.NotFound,
            409 => GiftCardErrorCode.Conflict,
            429 => GiftCardErrorCode.RateLimited,
            408 or (>= 500 and <= 599) => GiftCardErrorCode.ProviderUnavailable,
            _ => GiftCardErrorCode.UnexpectedResponse,
        };

    private string? Explain(GiftCardErrorCode code) =>
        code switch
        {
            GiftCardErrorCode.Unauthorized => $"the credentials of the account '{account.Account}' are missing, wrong or expired",
            GiftCardErrorCode.Forbidden => $"the account '{account.Account}' may not do this, or not from this address",
            GiftCardErrorCode.RateLimited => $"too many calls on the account '{account.Account}'",
            _ => null,
        };

    private static string Warning(GiftCardOutcome outcome) => outcome == GiftCardOutcome.MayExist ? MayHaveBought : "";

    private static string Sentence(string? text) =>
        text is null ? "."
        : text.EndsWith('.') ? $": {text}"
        : $": {text}.";

    private static string Seconds(TimeSpan time) => $"{time.TotalSeconds:0.#} s";
}
