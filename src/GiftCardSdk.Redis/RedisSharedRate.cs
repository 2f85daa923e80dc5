using StackExchange.Redis;

namespace GiftCardSdk.Redis;

/// <summary>Agrees on rates in Redis: one key an account, replaced by one script.</summary>
internal sealed class RedisSharedRate(Func<IServiceProvider, IConnectionMultiplexer> connection, IServiceProvider services, string prefix)
    : ISharedRate
{
    /// <summary>Compares, replaces, and says what stands there then. What nobody renews for an hour goes away.</summary>
    private const string Exchange = """
        local stored = redis.call('GET', KEYS[1])
        if (stored or '') == ARGV[1] then
          redis.call('SET', KEYS[1], ARGV[2], 'PX', 3600000)
          return ARGV[2]
        end
        return stored
        """;

    private readonly Lazy<IConnectionMultiplexer> _connection = new(() => connection(services));

    public async ValueTask<string?> ExchangeAsync(
        string account,
        string? expected,
        string replacement,
        CancellationToken cancellationToken = default
    )
    {
        ArgumentException.ThrowIfNullOrEmpty(account);
        ArgumentException.ThrowIfNullOrEmpty(replacement);
        var answer = await _connection
            .Value.GetDatabase()
            .ScriptEvaluateAsync(Exchange, [(RedisKey)(prefix + account)], [expected ?? "", replacement])
            .WaitAsync(cancellationToken)
            .ConfigureAwait(false);
        return (string?)answer;
    }
}
