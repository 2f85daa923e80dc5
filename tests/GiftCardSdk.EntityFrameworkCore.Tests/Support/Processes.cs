using GiftCardSdk.Journal;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>Applications on one database, each with services of its own, as processes have them.</summary>
internal sealed class Processes(PostgresServer server) : IDisposable
{
    private readonly List<ServiceProvider> _started = [];

    public string Database { get; } = server.NewDatabase();

    /// <summary>A further application's journal.</summary>
    public IOrderJournal Journal(TimeProvider? clock = null) => Start(clock).GetRequiredService<IOrderJournal>();

    /// <summary>A further application.</summary>
    public IServiceProvider Start(TimeProvider? clock = null, Action<GiftCardsBuilder>? accounts = null) =>
        StartAny(
            clock,
            builder =>
            {
                builder.Services.AddSingleton(_ => NpgsqlDataSource.Create(Database));
                builder.UsePostgreSqlJournal(services => services.GetRequiredService<NpgsqlDataSource>());
                accounts?.Invoke(builder);
            }
        );

    /// <summary>A further application, with a context of its own.</summary>
    public IServiceProvider StartWithContext(TimeProvider? clock = null, Action<GiftCardsBuilder>? accounts = null) =>
        StartAny(
            clock,
            builder =>
            {
                builder.Services.AddDbContextFactory<ShopContext>(options => options.UseNpgsql(Database));
                builder.UseEntityFrameworkJournal<ShopContext>();
                accounts?.Invoke(builder);
            }
        );

    public void Dispose() => _started.ForEach(provider => provider.Dispose());

    private ServiceProvider StartAny(TimeProvider? clock, Action<GiftCardsBuilder> configure)
    {
        var services = new ServiceCollection();
        services.AddSingleton(clock ?? TimeProvider.System);
        configure(services.AddGiftCards());
        var provider = services.BuildServiceProvider(validateScopes: true);
        _started.Add(provider);
        return provider;
    }
}
