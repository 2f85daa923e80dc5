using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.EntityFrameworkCore;
using GiftCardSdk.Ordering;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace Microsoft.Extensions.DependencyInjection;

/// <summary>Keeps the order journal in a relational database.</summary>
public static class EntityFrameworkBuilderExtensions
{
    /// <summary>
    /// Keeps the order journal in a relational database, for any number of processes on any number of machines. The context's
    /// <c>OnModelCreating</c> calls <c>modelBuilder.AddGiftCardJournal()</c>, and a migration has created the tables.
    /// </summary>
    /// <typeparam name="TContext">The application's context, registered by <c>AddDbContextFactory</c> or <c>AddDbContext</c>.</typeparam>
    /// <param name="builder">From <c>services.AddGiftCards()</c>.</param>
    /// <returns>The builder.</returns>
    /// <remarks>
    /// Every write has a context, a connection and a transaction of its own, outside the caller's and outside any ambient
    /// <see cref="System.Transactions.TransactionScope"/>: it is committed before anything is sent. The database is first asked with the first
    /// order; one that cannot be reached then ends the order with <see cref="GiftCardSdk.GiftCardErrorCode.JournalUnavailable"/>, and nothing is sent.
    /// </remarks>
    public static GiftCardsBuilder UseEntityFrameworkJournal<[DynamicallyAccessedMembers(JournalContexts.Members)] TContext>(
        this GiftCardsBuilder builder
    )
        where TContext : DbContext
    {
        ArgumentNullException.ThrowIfNull(builder);
        builder.Services.Replace(
            ServiceDescriptor.Singleton<IOrderJournal>(static services => new EntityFrameworkJournal(
                new JournalContexts<TContext>(services.GetRequiredService<IServiceScopeFactory>()),
                services.GetRequiredService<TimeProvider>()
            ))
        );
        return builder;
    }
}
