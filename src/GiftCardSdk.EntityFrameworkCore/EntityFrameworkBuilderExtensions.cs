using System.Diagnostics.CodeAnalysis;
using GiftCardSdk;
using GiftCardSdk.EntityFrameworkCore;
using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Relational;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the order journal in the database of an application's own context.</summary>
public static class EntityFrameworkBuilderExtensions
{
    /// <summary>
    /// Keeps the order journal in the PostgreSQL database of a context, for any number of processes on any number of machines. The context's
    /// <c>OnModelCreating</c> calls <c>modelBuilder.AddGiftCardJournal()</c>, and a migration has created the tables. Of the context its
    /// connection is used and nothing else.
    /// </summary>
    /// <typeparam name="TContext">The application's context, registered by <c>AddDbContextFactory</c> or <c>AddDbContext</c>.</typeparam>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <param name="failsOverWithoutLoss">
    /// True if a server that takes over is known to have everything that was committed, such as by synchronous replication. Otherwise what the
    /// journal does not know is looked up before it is sent after a failover too, as after a restore, until
    /// <see cref="IGiftCardJournal.CloseGapAsync"/> is called.
    /// </param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// Every write has a context and a connection of its own, outside the caller's and outside any ambient
    /// <see cref="System.Transactions.TransactionScope"/>: it is committed before anything is sent. The database is first asked with the first
    /// order; one that cannot be reached then ends the order with <see cref="GiftCardSdk.GiftCardErrorCode.JournalUnavailable"/>, and nothing is sent.
    /// </remarks>
    public static GiftCardsBuilder UseEntityFrameworkJournal<[DynamicallyAccessedMembers(ContextMembers.All)] TContext>(
        this GiftCardsBuilder builder,
        bool failsOverWithoutLoss = false
    )
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(
            ServiceDescriptor.Singleton<IOrderJournal>(services => new RelationalJournal(
                new ContextConnections<TContext>(services.GetRequiredService<IServiceScopeFactory>()),
                new PostgreSqlDialect(failsOverWithoutLoss),
                makesTables: false,
                services.GetRequiredService<TimeProvider>(),
                services.GetService<ILogger<RelationalJournal>>()
            ))
        );
        return builder;
    }
}
