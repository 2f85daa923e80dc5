using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace BulkRewards;

/// <summary>Three accounts on the sandbox, and the application that buys with them.</summary>
internal sealed record Shop(Uri Giftbit, Uri Gifq, Uri Huuray)
{
    public static Shop At(GiftCardSandbox sandbox) =>
        new(sandbox.Giftbit.BaseAddress, sandbox.Gifq.BaseAddress, sandbox.Huuray.BaseAddress);

    /// <summary>A sandbox that runs by itself: each twin has a port of its own.</summary>
    public static Shop AtPort(int port) => new(Local(port), Local(port + 1), Local(port + 4));

    public ServiceProvider Open(Arguments arguments)
    {
        var services = new ServiceCollection();
        var builder = services
            .AddGiftCards()
            .AddBatches()
            .AddGiftbit(o => (o.BaseAddress, o.ApiToken) = (Giftbit, "sandbox-giftbit-token"))
            .AddGifq(o => (o.BaseAddress, o.ApiToken) = (Gifq, "sandbox-gifq-token"))
            .AddHuuray(o => (o.BaseAddress, o.ApiToken, o.ApiSecret) = (Huuray, "sandbox-huuray-token", "sandbox-huuray-secret"));
        if (arguments.Connection is { } connection)
        {
            services.AddSingleton(_ => NpgsqlDataSource.Create(connection));
            builder.UsePostgreSqlJournal(application => application.GetRequiredService<NpgsqlDataSource>());
        }
        else
        {
            builder.UseSqliteJournal(arguments.Journal);
        }

        return services.BuildServiceProvider();
    }

    private static Uri Local(int port) => new($"http://127.0.0.1:{port}");
}
