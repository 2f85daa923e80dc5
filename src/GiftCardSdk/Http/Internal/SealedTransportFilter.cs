using Microsoft.Extensions.Http;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Http.Internal;

/// <summary>
/// Has the last word on how the client factory builds our clients: whatever a host adds to all clients (a retry handler, for one), and the factory's
/// own loggers, which print paths, are taken out again.
/// </summary>
internal sealed class SealedTransportFilter(PrimaryHandlerFactory? primary = null)
    : IHttpMessageHandlerBuilderFilter,
        IPostConfigureOptions<HttpClientFactoryOptions>
{
    public Action<HttpMessageHandlerBuilder> Configure(Action<HttpMessageHandlerBuilder> next) =>
        builder =>
        {
            next(builder);
            if (IsOurs(builder.Name))
            {
                builder.AdditionalHandlers.Clear();
                builder.PrimaryHandler = new SealedHandler(
                    primary is null ? SealedTransport.Create() : SealedTransport.Seal(primary.Create(builder.Name!))
                );
            }
        };

    /// <summary>Our handlers live as long as their account and renew their connections themselves.</summary>
    public void PostConfigure(string? name, HttpClientFactoryOptions options)
    {
        if (IsOurs(name))
        {
            options.HandlerLifetime = Timeout.InfiniteTimeSpan;
            options.SuppressHandlerScope = true;
        }
    }

    private static bool IsOurs(string? name) => name?.StartsWith(SealedTransport.NamePrefix, StringComparison.Ordinal) == true;
}
