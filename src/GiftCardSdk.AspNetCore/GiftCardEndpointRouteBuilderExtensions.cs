using System.Diagnostics.CodeAnalysis;
using GiftCardSdk;
using GiftCardSdk.AspNetCore;
using GiftCardSdk.AspNetCore.Dashboard;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Microsoft.AspNetCore.Builder;

/// <summary>Maps the webhooks of all accounts, and the operations page.</summary>
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

    /// <summary>
    /// Maps the operations page: open orders with what happened and a person's mark, balances and how long they last, what was bought by day, batches, the
    /// inbox of webhooks, accounts. It shows no code, PIN, link or recipient, brings no script, and every change is logged with who made it.
    /// </summary>
    /// <param name="endpoints">The application; it has called <c>AddAntiforgery()</c>, and <c>AddAuthorization(…)</c> where a policy is named.</param>
    /// <param name="pattern">The path, such as <c>/gift-cards</c>.</param>
    /// <param name="configure">Names the policy that visitors have to meet; null for none, which lets in nobody but a browser on this machine in development.</param>
    /// <returns>The endpoints, for further conventions; none of them lets anybody in who does not meet the policy.</returns>
    /// <exception cref="ArgumentException"><paramref name="pattern"/> is blank.</exception>
    /// <exception cref="InvalidOperationException">A service is missing; the message says which call adds it.</exception>
    public static IEndpointConventionBuilder MapGiftCardsDashboard(
        this IEndpointRouteBuilder endpoints,
        [StringSyntax("Route")] string pattern,
        Action<GiftCardDashboardOptions>? configure = null
    )
    {
        ArgumentNullException.ThrowIfNull(endpoints);
        ArgumentException.ThrowIfNullOrWhiteSpace(pattern);
        var options = new GiftCardDashboardOptions();
        configure?.Invoke(options);
        var policy = string.IsNullOrWhiteSpace(options.AuthorizationPolicy) ? null : options.AuthorizationPolicy;
        var services = endpoints.ServiceProvider;
        Demand<IGiftCards>(services, "services.AddGiftCards()");
        Demand<IAntiforgery>(services, "services.AddAntiforgery()");
        var group = endpoints.MapGroup(pattern).WithDisplayName("Gift cards");
        if (policy is not null)
        {
            Demand<IAuthorizationService>(services, "services.AddAuthorization(…)");
            group.RequireAuthorization(policy);
        }
        else if (services.GetService<IHostEnvironment>()?.IsDevelopment() != true)
        {
            DashboardLog.Closed(DashboardState.LoggerOf(services), pattern);
        }

        // Made with the first visit: a journal is opened when the application starts, not while it is put together.
        new DashboardEndpoints(new(() => new(services, new Gate(policy)))).Map(group);
        return group;
    }

    private static void Demand<T>(IServiceProvider services, string call)
        where T : notnull
    {
        if (services.GetService<IServiceProviderIsService>()?.IsService(typeof(T)) == false)
        {
            throw new InvalidOperationException(
                $"The operations page needs {typeof(T).Name}: call {call} before the application is built."
            );
        }
    }
}
