using System.Collections.Concurrent;
using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Relational;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>A database that was restored, or that another server has taken over, is noticed: at the opening, and by a process that goes on.</summary>
public sealed class GapTests(PostgresServer server) : IAsyncDisposable
{
    private const string OtherServer = "UPDATE gift_card_settings SET value = 'x/y/z' WHERE name = 'database'";

    private readonly Recorder _log = new();
    private readonly string _database = server.NewDatabase();
    private readonly List<IAsyncDisposable> _open = [];

    public async ValueTask DisposeAsync()
    {
        foreach (var open in _open)
        {
            await open.DisposeAsync();
        }
    }

    [Fact]
    public async Task A_database_that_has_become_another_one_is_noticed_by_the_next_process_and_stays_so_until_it_is_closed()
    {
        await Open().TryAddAsync(Entries.Entry());
        await Sql.ExecuteAsync(_database, OtherServer);

        var journal = Open();
        var gap = (await journal.GetGapAsync()).ShouldNotBeNull();

        gap.From.ShouldBe(Entries.Noon);
        (await Open().GetGapAsync()).ShouldBe(gap);
        _log.Gaps.ShouldBe(1);
        await Open().CloseGapAsync();
        (await journal.GetGapAsync()).ShouldBeNull();
        (await Open().GetGapAsync()).ShouldBeNull();
        _log.Gaps.ShouldBe(1);
    }

    [Fact]
    public async Task A_process_that_goes_on_notices_it_with_its_next_order_and_looks_first()
    {
        var provider = new InMemoryGiftCardProvider(new() { Idempotency = new() { Lookup = LookupAuthority.Authoritative } });
        var clock = new ConformanceClock();
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock);
        services.AddGiftCards().UsePostgreSqlJournal(_ => NpgsqlDataSource.Create(_database)).AddInMemory("test", provider);
        await using var container = services.BuildServiceProvider();
        var orders = container.GetRequiredService<IGiftCards>().GetAccount("test").Orders;
        var order = await orders.PlaceAsync(Request("order-1"));

        // What a dump of before the order, put back beside the running process, is like: the tables are made anew.
        await Sql.ExecuteAsync(
            _database,
            """
            CREATE TABLE other (LIKE gift_card_settings INCLUDING ALL);
            INSERT INTO other SELECT * FROM gift_card_settings;
            DROP TABLE gift_card_settings;
            ALTER TABLE other RENAME TO gift_card_settings;
            DELETE FROM gift_card_orders;
            DELETE FROM gift_card_order_ids;
            """
        );

        (await orders.PlaceAsync(Request("order-1"))).Id.ShouldBe(order.Id);
        provider.SoldUnder("order-1").Count.ShouldBe(1);
        provider.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task Who_says_that_a_failover_loses_nothing_has_no_gap_by_one_and_has_one_by_a_restore()
    {
        await Open().OpenAsync();
        await Sql.ExecuteAsync(
            _database,
            "UPDATE gift_card_settings SET value = substr(value, 1, length(value) - 8) || 'FFFFFFFF' WHERE name = 'database'"
        );
        (await Open(failsOverWithoutLoss: true).GetGapAsync()).ShouldBeNull("a new timeline");

        await Sql.ExecuteAsync(_database, OtherServer);
        (await Open(failsOverWithoutLoss: true).GetGapAsync()).ShouldNotBeNull("another cluster");
    }

    [Fact]
    public async Task A_new_timeline_alone_is_a_gap()
    {
        await Open().OpenAsync();
        await Sql.ExecuteAsync(
            _database,
            "UPDATE gift_card_settings SET value = substr(value, 1, length(value) - 8) || 'FFFFFFFF' WHERE name = 'database'"
        );

        (await Open().GetGapAsync()).ShouldNotBeNull();
    }

    [Fact]
    public async Task Changing_ones_mind_about_failovers_is_no_gap()
    {
        foreach (var without in (bool[])[false, true, false, true])
        {
            (await Open(failsOverWithoutLoss: without).GetGapAsync()).ShouldBeNull();
        }

        _log.Gaps.ShouldBe(0);
    }

    [Fact]
    public async Task A_user_who_may_not_ask_goes_without()
    {
        var restricted = new NpgsqlConnectionStringBuilder(_database) { Username = "restricted" };
        await Sql.ExecuteAsync(
            _database,
            """
            REVOKE EXECUTE ON FUNCTION pg_control_system() FROM PUBLIC;
            CREATE ROLE restricted LOGIN;
            GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO restricted;
            """
        );
        var journal = Open(restricted.ConnectionString);

        (await journal.TryAddAsync(Entries.Entry())).ShouldBeTrue();

        (await journal.GetGapAsync()).ShouldBeNull();
        const string Known = "SELECT COUNT(*) FROM gift_card_settings WHERE name = 'database'";
        (await Sql.ExecuteAsync(_database, Known)).ShouldBe(0L);
        await Sql.ExecuteAsync(_database, DocumentedScript.Read("INSERT INTO gift_card_settings"));
        (await Open(restricted.ConnectionString).GetGapAsync()).ShouldNotBeNull("a person says so");
        (await Sql.ExecuteAsync(_database, Known)).ShouldBe(0L);
    }

    [Fact]
    public async Task A_restart_of_the_server_in_peace_or_by_a_crash_is_no_gap()
    {
        _ = server.Cluster;
        await using var cluster = await PostgresCluster.StartAsync(PostgresCluster.FindTools()!);
        var database = cluster.ConnectionString("postgres");
        var journal = Open(database);
        await journal.TryAddAsync(Entries.Entry());

        await cluster.StopServerAsync();
        await cluster.StartServerAsync();

        (await journal.GetGapAsync()).ShouldBeNull();
        (await Open(database).GetGapAsync()).ShouldBeNull();
        _log.Gaps.ShouldBe(0);
    }

    [Fact]
    public async Task A_server_that_was_recovered_from_its_archive_has_a_new_timeline_and_that_is_a_gap_for_those_who_go_on_too()
    {
        _ = server.Cluster;
        await using var cluster = await PostgresCluster.StartAsync(PostgresCluster.FindTools()!);
        var database = cluster.ConnectionString("postgres");
        var journal = Open(database);
        await journal.TryAddAsync(Entries.Entry());
        await cluster.StopServerAsync();
        var data = Path.Combine(cluster.Folder, "data");
        await File.AppendAllTextAsync(Path.Combine(data, "postgresql.auto.conf"), "restore_command = 'false'\n");
        await File.WriteAllTextAsync(Path.Combine(data, "recovery.signal"), "");

        await cluster.StartServerAsync();

        (await journal.GetGapAsync()).ShouldNotBeNull();
        (await Open(database).GetGapAsync()).ShouldNotBeNull();
        _log.Gaps.ShouldBe(1);
    }

    [Fact]
    public async Task A_gap_and_the_identity_that_explains_it_are_written_together_or_not_at_all()
    {
        await Open().OpenAsync();
        await Sql.ExecuteAsync(
            _database,
            OtherServer
                + """
                ;
                CREATE FUNCTION full_disk() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'full'; END $$;
                CREATE TRIGGER full_disk BEFORE INSERT ON gift_card_settings FOR EACH ROW WHEN (NEW.name = 'gap') EXECUTE FUNCTION full_disk();
                """
        );
        await Should.ThrowAsync<OrderJournalException>(Open().OpenAsync());
        await Sql.ExecuteAsync(_database, "DROP TRIGGER full_disk ON gift_card_settings");

        (await Open().GetGapAsync()).ShouldNotBeNull();
    }

    private RelationalJournal Open(string? database = null, bool failsOverWithoutLoss = false)
    {
        var services = new ServiceCollection();
        services.AddSingleton<ILogger<RelationalJournal>>(_log);
        services.AddGiftCards().UsePostgreSqlJournal(_ => NpgsqlDataSource.Create(database ?? _database), failsOverWithoutLoss);
        var container = services.BuildServiceProvider();
        _open.Add(container);
        return (RelationalJournal)container.GetRequiredService<IOrderJournal>();
    }

    private static OrderRequest Request(string reference) =>
        new()
        {
            Reference = reference,
            Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(25, "EUR") }],
            Delivery = Delivery.Returned,
        };

    private sealed class Recorder : ILogger<RelationalJournal>
    {
        private readonly ConcurrentQueue<(LogLevel Level, int Id)> _entries = new();

        public int Gaps => _entries.Count(entry => entry == (LogLevel.Critical, 2022));

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel level,
            EventId id,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => _entries.Enqueue((level, id.Id));
    }
}
