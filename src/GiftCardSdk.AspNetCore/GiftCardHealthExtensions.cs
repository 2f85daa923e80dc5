using GiftCardSdk.AspNetCore;
using GiftCardSdk.AspNetCore.Health;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Options;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds the health of gift card accounts to the application's.</summary>
public static class GiftCardHealthExtensions
{
    /// <summary>
    /// Adds the checks <c>giftcards.account.&lt;name&gt;</c>, one for each account (can it be reached, are its credentials accepted),
    /// <c>giftcards.balances</c>, <c>giftcards.circuits</c>, <c>giftcards.orders</c>, <c>giftcards.inbox</c> and <c>giftcards.journal</c>, all with the tag
    /// <c>giftcards</c>.
    /// None of them says anything secret, and none buys.
    /// </summary>
    /// <param name="builder">From <c>services.AddHealthChecks()</c>.</param>
    /// <param name="configure">Sets floors, times and how bad each failure is; null for the defaults.</param>
    /// <returns>The builder.</returns>
    public static IHealthChecksBuilder AddGiftCards(this IHealthChecksBuilder builder, Action<GiftCardHealthOptions>? configure = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        var options = builder.Services.AddOptions<GiftCardHealthOptions>();
        options
            .Validate(
                static set => set.Patience > TimeSpan.Zero,
                $"{nameof(GiftCardHealthOptions)}.{nameof(GiftCardHealthOptions.Patience)} must be more than zero."
            )
            .Validate(
                static set => set.Period >= TimeSpan.Zero && set.UnresolvedAfter >= TimeSpan.Zero,
                $"{nameof(GiftCardHealthOptions)}: no time may be negative."
            )
            .ValidateOnStart();
        if (configure is not null)
        {
            options.Configure(configure);
        }

        builder.Services.TryAddSingleton<HealthAnswers>();
        builder.Services.TryAddEnumerable(ServiceDescriptor.Singleton<IConfigureOptions<HealthCheckServiceOptions>, HealthRegistrations>());
        return builder;
    }
}
