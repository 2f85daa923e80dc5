using System.Diagnostics.CodeAnalysis;
using GiftCardSdk;
using GiftCardSdk.AspNetCore;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the webhooks of all accounts.</summary>
public static class GiftCardEndpointRouteBuilderExtensions
{
    /// <summary>
    /// Takes the webhooks of all accounts in: at <c>(pattern)/(account)</c>, or <c>(pattern)/(account)/(token)</c> where the account's options have
    /// tokens. Answers as <see cref="WebhookAnswer.StatusCode"/> says; what is told is handed to every <see cref="IGiftCardWebhookHandler"/>.
    /// </summary>
    /// <param name="endpoints">The application.</param>
    /// <param name="pattern">The path, such as <c>/webhooks/gift-cards</c>. A server's own log of requests shows it with the token behind it.</param>
    /// <returns>The endpoint, for further conventions. It lets anybody in: who called is told by signature and token.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is blank.</exception>
    public static IEndpointConventionBuilder MapGiftCardWebhooks(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        var route = $"{pattern.TrimEnd('/')}/{{{WebhookEndpoint.Account}}}/{{{WebhookEndpoint.Token}?}}";
        return endpoints.MapPost(route, WebhookEndpoint.HandleAsync).AllowAnonymous().WithDisplayName("Gift card webhooks");
    }
}
