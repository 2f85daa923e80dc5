using System.Diagnostics.CodeAnalysis;
using System.Transactions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>Makes a context for each piece of work of the journal.</summary>
internal interface IJournalContexts
{
    /// <summary>Does some work on a context, and so on a connection and in a transaction, of its own.</summary>
    Task<T> RunAsync<T>(Func<DbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken);
}

/// <summary>
/// Contexts of the application's own type, from its factory, or else from a scope that nobody else sees. The caller's context and transaction
/// are never used: what was sent stays sent, whether or not the caller's work is rolled back.
/// </summary>
internal sealed class JournalContexts<[DynamicallyAccessedMembers(JournalContexts.Members)] TContext>(IServiceScopeFactory scopes)
    : IJournalContexts
    where TContext : DbContext
{
    public async Task<T> RunAsync<T>(Func<DbContext, CancellationToken, Task<T>> work, CancellationToken cancellationToken)
    {
        using var outside = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        var scope = scopes.CreateAsyncScope();
        await using var _ = scope.ConfigureAwait(false);
        if (scope.ServiceProvider.GetService<IDbContextFactory<TContext>>() is not { } factory)
        {
            var scoped = scope.ServiceProvider.GetService<TContext>() ?? throw JournalErrors.NotRegistered(typeof(TContext));
            return await RunAsync(scoped, work, cancellationToken).ConfigureAwait(false);
        }

        var context = await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await using var __ = context.ConfigureAwait(false);
        return await RunAsync(context, work, cancellationToken).ConfigureAwait(false);
    }

    private static Task<T> RunAsync<T>(
        DbContext context,
        Func<DbContext, CancellationToken, Task<T>> work,
        CancellationToken cancellationToken
    ) =>
        context.Model.FindEntityType(typeof(OrderRow)) is null
            ? throw JournalErrors.NotInModel(typeof(TContext))
            : work(context, cancellationToken);
}

internal static class JournalContexts
{
    /// <summary>What Entity Framework needs of a context's type.</summary>
    public const DynamicallyAccessedMemberTypes Members =
        DynamicallyAccessedMemberTypes.PublicConstructors
        | DynamicallyAccessedMemberTypes.NonPublicConstructors
        | DynamicallyAccessedMemberTypes.PublicProperties;
}
