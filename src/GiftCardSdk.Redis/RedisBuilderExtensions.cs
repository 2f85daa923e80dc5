using GiftCardSdk;
using GiftCardSdk.Redis;
using Microsoft.Extensions.DependencyInjection.Extensions;
using StackExchange.Redis;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Lets machines agree in Redis on who uses how much of an account's rate.</summary>
public static class RedisBuilderExtensions
{
    /// <summary>
    /// Divides the rate of each account among all processes that use the same Redis, whatever journals they have. Without it, those on one journal
    /// divide it in the journal's own database, at one or two statements a second and account.
    /// </summary>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="connection">Finds the application's connection, which stays the application's own; asked once, at the first call of an account.</param>
    /// <param name="prefix">What the keys begin with; processes that share a rate have the same one. An account has one key, of some hundred bytes.</param>
    /// <returns>The builder.</returns>
    /// <exception cref="ArgumentException"><paramref name="prefix"/> is blank.</exception>
    /// <remarks>
    /// While Redis cannot be reached, each process goes on with at most a tenth of the rate, and says so once in the log. Orders are kept in the journal
    /// alone: Redis may lose everything at any time.
    /// </remarks>
    public static GiftCardsBuilder UseRedisRate(
        this GiftCardsBuilder builder,
        Func<IServiceProvider, IConnectionMultiplexer> connection,
        string prefix = "giftcards:rate:"
    )
    {
        ArgumentNullException.ThrowIfNull(builder);
        ArgumentNullException.ThrowIfNull(connection);
        ArgumentException.ThrowIfNullOrWhiteSpace(prefix);
        builder.Services.Replace(ServiceDescriptor.Singleton<ISharedRate>(services => new RedisSharedRate(connection, services, prefix)));
        return builder;
    }
}
