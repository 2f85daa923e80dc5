using GiftCardSdk.Adapters.Internal;

namespace GiftCardSdk.Adapters;

/// <summary>A delivery of a webhook as its adapter is given it.</summary>
public sealed class WebhookDelivery
{
    private readonly WebhookRequest _request;
    private readonly WebhookOptions _options;

    internal WebhookDelivery(WebhookRequest request, WebhookOptions options, DateTimeOffset now)
    {
        _request = request;
        _options = options;
        ReceivedAt = now;
    }

    /// <summary>The body, byte for byte as it was signed.</summary>
    public ReadOnlySpan<byte> Body => _request.Body.Span;

    /// <summary>When it came, by this machine's clock.</summary>
    public DateTimeOffset ReceivedAt { get; }

    /// <summary>What the last check said: nothing counts as told by the provider unless it was verified.</summary>
    internal WebhookVerdict Verdict { get; private set; }

    /// <summary>Reads a header.</summary>
    /// <param name="name">Its name, in any capitals.</param>
    /// <returns>Its value; null if there is none.</returns>
    public string? Header(string name) => _request.Header(name);

    /// <summary>
    /// Checks the signature, by the account's options or else as the provider documents it, with each live secret in turn and in constant time.
    /// </summary>
    /// <param name="documented">How the provider signs; null if it does not say.</param>
    /// <returns>Whether the delivery proves who sent it.</returns>
    public WebhookVerdict Verify(WebhookSignatureOptions? documented) =>
        Verdict =
            (_options.Signature ?? documented) is { } form && _options.Secrets.Count > 0
                ? SignatureCheck.Of(form, _options, _request, ReceivedAt)
                : WebhookVerdict.NotSigned;

    /// <summary>The size alone.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => FormattableString.Invariant($"WebhookDelivery {{ {_request.Body.Length} bytes }}");
}
