using GiftCardSdk;
using GiftCardSdk.Batches;
using GiftCardSdk.Journal;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Adds batches behind <c>AddGiftCards()</c>.</summary>
public static class BatchesBuilderExtensions
{
    /// <summary>Adds <see cref="IGiftCardBatches"/>, which is also <c>giftCards.Batches</c>. May be called again.</summary>
    /// <param name="builder">The builder.</param>
    /// <returns>The builder.</returns>
    public static GiftCardsBuilder AddBatches(this GiftCardsBuilder builder)
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.TryAddSingleton<IGiftCardBatches>(services => new GiftCardBatches(
            services.GetRequiredService<IGiftCards>(),
            services.GetRequiredService<IJournalRecords>(),
            services.GetServices<IFurtherBatches>,
            services.GetRequiredService<TimeProvider>(),
            services.GetService<ILogger<GiftCardBatches>>() ?? NullLogger<GiftCardBatches>.Instance
        ));
        return builder;
    }
}
