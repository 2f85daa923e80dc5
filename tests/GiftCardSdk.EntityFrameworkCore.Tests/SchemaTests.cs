using GiftCardSdk.Journal;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>The tables that the SDK makes, those of the script, and those in a schema of the application's own.</summary>
public sealed class SchemaTests(PostgresServer server)
{
    private const string Columns =
        "SELECT string_agg(concat_ws(' ', table_name, ordinal_position, column_name, data_type, is_nullable, column_default), chr(10) ORDER BY table_name, ordinal_position) FROM information_schema.columns WHERE table_schema = 'public'";

    private const string Indices = "SELECT string_agg(indexdef, chr(10) ORDER BY indexname) FROM pg_indexes WHERE schemaname = 'public'";

    [Fact]
    public async Task What_the_SDK_makes_by_itself_is_what_the_script_makes()
    {
        var scripted = server.NewDatabase();
        var made = await EmptyDatabaseAsync(scripted);
        await JournalOf(made).TryAddAsync(Entries.Entry());

        foreach (var question in (string[])[Columns, Indices])
        {
            var wanted = (await Sql.ExecuteAsync(scripted, question)).ShouldBeOfType<string>();
            wanted.ShouldContain("gift_card_order_ids");
            (await Sql.ExecuteAsync(made, question)).ShouldBe(wanted);
        }

        (await Sql.ExecuteAsync(made, "SELECT value FROM gift_card_settings WHERE name = 'schema-version'")).ShouldBe("1");
    }

    [Fact]
    public async Task Many_processes_that_begin_on_an_empty_database_at_once_make_one_journal()
    {
        var database = await EmptyDatabaseAsync(server.NewDatabase());

        var keys = await Task.WhenAll(
            Enumerable
                .Range(0, 8)
                .Select(_ => Task.Run(async () => Convert.ToBase64String((await JournalOf(database).GetFingerprintKeyAsync()).Span)))
        );

        keys.Distinct(StringComparer.Ordinal).ShouldHaveSingleItem();
        (await JournalOf(database).GetGapAsync()).ShouldBeNull();
    }

    [Fact]
    public async Task A_context_with_a_schema_serves_from_end_to_end_and_has_its_own_gap()
    {
        // In the public schema lies another journal, which is not the one.
        var database = server.NewDatabase();
        var provider = new InMemoryGiftCardProvider();
        await using var container = WithContext<MoneyContext>(
            services => services.AddDbContextFactory<MoneyContext>(options => options.UseNpgsql(database)),
            provider
        );
        await using (var context = await container.GetRequiredService<IDbContextFactory<MoneyContext>>().CreateDbContextAsync())
        {
            await Sql.ExecuteAsync(database, context.Database.GenerateCreateScript());
        }

        var order = await container.GetRequiredService<IGiftCards>().GetAccount("test").Orders.PlaceAsync(Request);

        (await container.GetRequiredService<IGiftCards>().GetAccount("test").Orders.PlaceAsync(Request)).Id.ShouldBe(order.Id);
        provider.Arrivals.ShouldBe(1);
        (await Sql.ExecuteAsync(database, "SELECT order_id FROM money.gift_card_orders")).ShouldBe(order.Id);
        (await Sql.ExecuteAsync(database, "SELECT COUNT(*) FROM public.gift_card_orders")).ShouldBe(0L);
        var identity = await Sql.ExecuteAsync(database, "SELECT value FROM money.gift_card_settings WHERE name = 'database'");
        var table = await Sql.ExecuteAsync(database, "SELECT 'money.gift_card_settings'::regclass::oid::text");
        identity.ShouldBeOfType<string>().Split('/')[2].ShouldBe(table);
    }

    [Fact]
    public async Task A_context_of_another_database_is_refused_and_told_what_serves_instead()
    {
        var provider = new InMemoryGiftCardProvider();
        await using var container = WithContext<OtherContext>(
            services => services.AddDbContextFactory<OtherContext>(options => options.UseNpgsql(server.NewDatabase())),
            provider
        );

        var failure = await Should.ThrowAsync<GiftCardException>(
            container.GetRequiredService<IGiftCards>().GetAccount("test").Orders.PlaceAsync(Request)
        );

        failure.Code.ShouldBe(GiftCardErrorCode.JournalUnavailable);
        failure.Message.ShouldContain("OtherContext uses Microsoft.EntityFrameworkCore.Sqlite");
        failure.Message.ShouldContain("UseSqliteJournal");
        provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task No_message_and_no_exception_holds_the_password()
    {
        var wrong = new NpgsqlConnectionStringBuilder(server.Cluster.ConnectionString("nowhere")) { Password = "canary-password" };
        var journal = JournalOf(wrong.ConnectionString);

        var failure = await Should.ThrowAsync<OrderJournalException>(journal.TryAddAsync(Entries.Entry()).AsTask());

        failure.ToString().ShouldNotContain("canary-password");
        failure.Message.ShouldContain("3D000");
    }

    [Fact]
    public async Task A_renamed_account_keeps_its_orders_and_their_ids()
    {
        using var processes = new Processes(server);
        var provider = new InMemoryGiftCardProvider();
        var order = await processes
            .Start(accounts: builder => builder.AddInMemory("test", provider))
            .GetRequiredService<IGiftCards>()
            .GetAccount("test")
            .Orders.PlaceAsync(Request);
        var renamed = processes.Start(accounts: builder => builder.AddInMemory("renamed", provider));
        var cards = renamed.GetRequiredService<IGiftCards>();

        (await cards.Journal.RenameAccountAsync("test", "renamed")).ShouldBe(1);

        var again = await Should.ThrowAsync<GiftCardException>(cards.GetAccount("renamed").Orders.PlaceAsync(Request));
        again.OrderId.ShouldBe(order.Id);
        provider.Arrivals.ShouldBe(1);
        (await Sql.ExecuteAsync(processes.Database, "SELECT string_agg(account, ' ') FROM gift_card_order_ids")).ShouldBe("renamed");
    }

    private static OrderRequest Request { get; } =
        new()
        {
            Reference = "order-1",
            Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(25, "EUR") }],
            Delivery = Delivery.Returned,
        };

    private static ServiceProvider WithContext<TContext>(Action<IServiceCollection> configure, InMemoryGiftCardProvider provider)
        where TContext : DbContext
    {
        var services = new ServiceCollection();
        configure(services);
        services.AddGiftCards().UseEntityFrameworkJournal<TContext>().AddInMemory("test", provider);
        return services.BuildServiceProvider();
    }

    private static async Task<string> EmptyDatabaseAsync(string beside)
    {
        var name = new NpgsqlConnectionStringBuilder(beside).Database + "_empty";
        await Sql.ExecuteAsync(beside, $"CREATE DATABASE {name}");
        return new NpgsqlConnectionStringBuilder(beside) { Database = name }.ConnectionString;
    }

    private static IOrderJournal JournalOf(string database)
    {
        var services = new ServiceCollection();
        services.AddGiftCards().UsePostgreSqlJournal(_ => NpgsqlDataSource.Create(database));
        return services.BuildServiceProvider().GetRequiredService<IOrderJournal>();
    }

    private sealed class MoneyContext(DbContextOptions<MoneyContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddGiftCardJournal("money");
    }

    /// <summary>Says that it is of another provider's.</summary>
    private sealed class OtherContext(DbContextOptions<OtherContext> options) : DbContext(options)
    {
        public override DatabaseFacade Database => new OtherDatabase(this);

        protected override void OnModelCreating(ModelBuilder modelBuilder) => modelBuilder.AddGiftCardJournal();
    }

    private sealed class OtherDatabase(DbContext context) : DatabaseFacade(context)
    {
        public override string ProviderName => "Microsoft.EntityFrameworkCore.Sqlite";
    }
}
