using System.Transactions;
using GiftCardSdk.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>What was sent stays in the journal, whatever becomes of the caller's own work.</summary>
public sealed class TransactionTests(PostgresServer server) : IDisposable
{
    private static readonly OrderRequest Request = new()
    {
        Reference = "order-1",
        Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(25, "EUR") }],
        Delivery = Delivery.Returned,
    };

    private static readonly OrderIdentity Identity = new(
        "in-memory",
        GiftCardEnvironment.Sandbox,
        "test",
        OrderIdentity.PlaceOrder,
        "order-1"
    );

    private readonly Processes _processes = new(server);
    private readonly InMemoryGiftCardProvider _provider = new();

    public void Dispose() => _processes.Dispose();

    [Fact]
    public async Task A_rolled_back_ambient_transaction_leaves_the_order_in_the_journal()
    {
        var services = _processes.Start(accounts: builder => builder.AddInMemory("test", _provider));
        await Sql.ExecuteAsync(_processes.Database, "CREATE TABLE survey (answer int)");

        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            await Sql.ExecuteAsync(_processes.Database, "INSERT INTO survey VALUES (1)");
            await services.GetRequiredService<IGiftCards>().GetAccount("test").Orders.PlaceAsync(Request);
        }

        (await Sql.ExecuteAsync(_processes.Database, "SELECT count(*) FROM survey")).ShouldBe(0L, "the caller's own work is rolled back");
        (await _processes.Journal().FindAsync(Identity)).ShouldNotBeNull().State.ShouldBe(OrderJournalState.Accepted);
        _provider.Ledger.Count.ShouldBe(1);
    }

    [Fact]
    public async Task The_callers_own_context_and_its_transaction_are_left_alone()
    {
        var collection = new ServiceCollection();
        collection.AddDbContext<ShopContext>(options => options.UseNpgsql(_processes.Database));
        collection.AddGiftCards().UseEntityFrameworkJournal<ShopContext>().AddInMemory("test", _provider);
        await using var services = collection.BuildServiceProvider(validateScopes: true);
        await using (var scope = services.CreateAsyncScope())
        {
            var context = scope.ServiceProvider.GetRequiredService<ShopContext>();
            await using var transaction = await context.Database.BeginTransactionAsync();
            await scope.ServiceProvider.GetRequiredService<IGiftCards>().GetAccount("test").Orders.PlaceAsync(Request);
            context.ChangeTracker.Entries().ShouldBeEmpty();
            await transaction.RollbackAsync();
        }

        (await _processes.Journal().FindAsync(Identity)).ShouldNotBeNull().State.ShouldBe(OrderJournalState.Accepted);
    }
}
