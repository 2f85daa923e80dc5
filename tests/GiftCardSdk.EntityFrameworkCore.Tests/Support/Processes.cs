using GiftCardSdk.Ordering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql.EntityFrameworkCore.PostgreSQL.Infrastructure;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>Applications on one database, each with services of its own, as processes have them.</summary>
internal sealed class Processes(PostgresServer server) : IDisposable
{
    private readonly List<ServiceProvider> _started = [];

    public string Database { get; } = server.NewDatabase();

    /// <summary>A further application's journal.</summary>
    public IOrderJournal Journal(
        TimeProvider? clock = null,
        Action<DbContextOptionsBuilder>? context = null,
        Action<NpgsqlDbContextOptionsBuilder>? npgsql = null
    ) => Start(clock, context: context, npgsql: npgsql).GetRequiredService<IOrderJournal>();

    /// <summary>A further application.</summary>
    public IServiceProvider Start(
        TimeProvider? clock = null,
        Action<GiftCardsBuilder>? accounts = null,
        Action<DbContextOptionsBuilder>? context = null,
        Action<NpgsqlDbContextOptionsBuilder>? npgsql = null
    )
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock ?? TimeProvider.System);
        services.AddDbContextFactory<ShopContext>(options =>
        {
            options.UseNpgsql(Database, npgsql);
            context?.Invoke(options);
        });
        var builder = services.AddGiftCards().UseEntityFrameworkJournal<ShopContext>();
        accounts?.Invoke(builder);
        var provider = services.BuildServiceProvider(validateScopes: true);
        _started.Add(provider);
        return provider;
    }

    public void Dispose() => _started.ForEach(provider => provider.Dispose());
}
