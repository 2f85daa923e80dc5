namespace GiftCardSdk.Http.Internal;

/// <summary>Marks a transport that was sealed, so that it can be seen whether something came between it and us. Passes everything on.</summary>
internal sealed class SealedHandler : DelegatingHandler
{
    public SealedHandler(HttpMessageHandler transport)
        : base(transport) { }
}
