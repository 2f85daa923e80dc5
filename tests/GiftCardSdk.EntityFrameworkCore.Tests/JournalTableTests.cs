using GiftCardSdk.Journal;
using GiftCardSdk.Tests.Ordering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using static GiftCardSdk.OrderJournalState;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>Rows, pages, and what the journal says when its tables are not what they should be.</summary>
public sealed class JournalTableTests(PostgresServer server) : IDisposable
{
    private readonly Processes _processes = new(server);

    public void Dispose() => _processes.Dispose();

    [Fact]
    public async Task A_long_list_is_read_page_by_page_each_order_once_oldest_first()
    {
        var journal = _processes.Journal();
        // Most were placed in the same moment, so that pages end within it.
        var placed = Enumerable
            .Range(0, 600)
            .Select(i => Entries.Entry($"order-{i}") with { CreatedAt = Entries.Noon.AddSeconds(i / 500) });
        await Task.WhenAll(placed.Select(entry => journal.TryAddAsync(entry).AsTask()));

        var listed = await journal.ReadAsync(JournalQuery.Unresolved);

        listed.Select(entry => entry.Identity.Reference.Value).Distinct(StringComparer.Ordinal).Count().ShouldBe(600);
        listed.Count.ShouldBe(600);
        listed.Select(entry => entry.CreatedAt).ShouldBeInOrder();
    }

    [Fact]
    public async Task The_database_itself_refuses_a_second_row_of_an_identity()
    {
        await _processes.Journal().TryAddAsync(Entries.Entry());

        var refused = await Should.ThrowAsync<PostgresException>(
            ExecuteAsync("INSERT INTO gift_card_orders SELECT * FROM gift_card_orders")
        );

        refused.SqlState.ShouldBe(PostgresErrorCodes.UniqueViolation);
    }

    [Fact]
    public async Task What_a_provider_says_is_recorded_even_if_a_database_cannot_hold_it()
    {
        var journal = _processes.Journal();
        var odd = Entries.Entry(state: Accepted) with { RawStatus = "a\0b", LastProviderCode = "\uD800x", ProviderOrderIds = ["\0"] };

        (await journal.TryAddAsync(odd)).ShouldBeTrue();

        var found = (await journal.FindAsync(odd.Identity)).ShouldNotBeNull();
        found.RawStatus.ShouldBe("a\0b");
        found.LastProviderCode.ShouldBe("\uFFFDx");
        found.ProviderOrderIds.ShouldBe(["\0"]);
    }

    [Fact]
    public async Task A_filter_of_the_application_on_its_model_hides_no_order()
    {
        var services = new ServiceCollection();
        services.AddDbContextFactory<FilteredContext>(options => options.UseNpgsql(_processes.Database));
        services.AddGiftCards().UseEntityFrameworkJournal<FilteredContext>();
        await using var container = services.BuildServiceProvider();
        var journal = container.GetRequiredService<IOrderJournal>();

        (await journal.TryAddAsync(Entries.Entry())).ShouldBeTrue();

        (await journal.TryAddAsync(Entries.Entry())).ShouldBeFalse();
        (await journal.FindAsync(Entries.Entry().Identity)).ShouldNotBeNull();
        (await journal.ReadAsync(new())).ShouldHaveSingleItem();
    }

    [Fact]
    public async Task A_row_that_was_changed_by_hand_is_refused_with_its_name()
    {
        var journal = _processes.Journal();
        await journal.TryAddAsync(Entries.Entry());
        await ExecuteAsync("UPDATE gift_card_orders SET state = 'Lost'");

        var failure = await Should.ThrowAsync<OrderJournalException>(journal.FindAsync(Entries.Entry().Identity).AsTask());

        failure.Message.ShouldContain("'order-1'");
        await ExecuteAsync("UPDATE gift_card_orders SET state = 'Sending', reference = 'order-2'");
        (await Should.ThrowAsync<OrderJournalException>(journal.FindAsync(Entries.Entry().Identity).AsTask())).Message.ShouldContain(
            "another order"
        );
    }

    [Fact]
    public async Task A_row_of_no_environment_is_no_account_of_play_money()
    {
        var journal = _processes.Journal();
        await journal.TryAddAsync(Entries.Entry());
        (await journal.ListAccountsAsync()).ShouldHaveSingleItem();
        await ExecuteAsync("UPDATE gift_card_orders SET environment = 'Elsewhere'");

        (await journal.ListAccountsAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_key_that_was_changed_by_hand_is_not_replaced_by_a_new_one()
    {
        await _processes.Journal().GetFingerprintKeyAsync();
        await ExecuteAsync("UPDATE gift_card_settings SET value = 'AAAA' WHERE name = 'fingerprint-key'");

        var failure = await Should.ThrowAsync<OrderJournalException>(_processes.Journal().GetFingerprintKeyAsync().AsTask());

        failure.Message.ShouldContain("backup");
    }

    [Fact]
    public async Task Missing_tables_are_named_by_the_databases_code()
    {
        await ExecuteAsync("DROP TABLE gift_card_orders");

        var failure = await Should.ThrowAsync<OrderJournalException>(_processes.Journal().TryAddAsync(Entries.Entry()).AsTask());

        failure.Message.ShouldContain("SQL state 42P01");
    }

    [Fact]
    public async Task A_context_without_the_journal_or_none_at_all_is_told_what_to_write()
    {
        var services = new ServiceCollection();
        services.AddGiftCards().UseEntityFrameworkJournal<EmptyContext>();
        await using (var none = services.BuildServiceProvider())
        {
            (await FailAsync(none)).ShouldContain("services.AddDbContextFactory<EmptyContext>");
        }

        services.AddDbContextFactory<EmptyContext>(options => options.UseNpgsql(_processes.Database));
        await using var empty = services.BuildServiceProvider();
        (await FailAsync(empty)).ShouldContain("modelBuilder.AddGiftCardJournal()");

        static async Task<string> FailAsync(IServiceProvider provider) =>
            (
                await Should.ThrowAsync<OrderJournalException>(
                    provider.GetRequiredService<IOrderJournal>().FindAsync(Entries.Entry().Identity).AsTask()
                )
            ).Message;
    }

    private Task<object?> ExecuteAsync(string sql) => Sql.ExecuteAsync(_processes.Database, sql);

    private sealed class EmptyContext(DbContextOptions<EmptyContext> options) : DbContext(options);

    private sealed class FilteredContext(DbContextOptions<FilteredContext> options) : DbContext(options)
    {
        protected override void OnModelCreating(ModelBuilder modelBuilder)
        {
            modelBuilder.AddGiftCardJournal();
            foreach (var type in modelBuilder.Model.GetEntityTypes().ToList())
            {
                var row = System.Linq.Expressions.Expression.Parameter(type.ClrType);
                modelBuilder
                    .Entity(type.ClrType)
                    .HasQueryFilter(System.Linq.Expressions.Expression.Lambda(System.Linq.Expressions.Expression.Constant(false), row));
            }
        }
    }
}
