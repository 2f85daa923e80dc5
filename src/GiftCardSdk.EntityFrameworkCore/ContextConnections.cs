using System.Diagnostics.CodeAnalysis;
using System.Transactions;
using GiftCardSdk.Journal.Relational;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.EntityFrameworkCore;

/// <summary>
/// Connections of contexts of the application's own type, from its factory, or else from a scope that nobody else sees. The caller's context and
/// transaction are never used: what was sent stays sent, whether or not the caller's work is rolled back.
/// </summary>
internal sealed class ContextConnections<[DynamicallyAccessedMembers(ContextMembers.All)] TContext>(IServiceScopeFactory scopes)
    : JournalConnections
    where TContext : DbContext
{
    private const string Supported = "Npgsql.EntityFrameworkCore.PostgreSQL";

    private string? _schema;

    public override string? Schema => _schema;

    public override async ValueTask<OpenConnection> OpenAsync(CancellationToken cancellationToken = default)
    {
        using var outside = new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        var scope = scopes.CreateAsyncScope();
        try
        {
            var (context, owner) = await CreateAsync(scope, cancellationToken).ConfigureAwait(false);
            EnsureSuits(context);
            await context.Database.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
            return new(context.Database.GetDbConnection(), owner);
        }
        catch
        {
            await scope.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    private static async ValueTask<(TContext Context, IAsyncDisposable Owner)> CreateAsync(
        AsyncServiceScope scope,
        CancellationToken cancellationToken
    )
    {
        if (scope.ServiceProvider.GetService<IDbContextFactory<TContext>>() is not { } factory)
        {
            return (scope.ServiceProvider.GetService<TContext>() ?? throw ContextErrors.NotRegistered(typeof(TContext)), scope);
        }

        var context = await factory.CreateDbContextAsync(cancellationToken).ConfigureAwait(false);
        await scope.DisposeAsync().ConfigureAwait(false);
        return (context, context);
    }

    private void EnsureSuits(TContext context)
    {
        var orders = context.Model.FindEntityType(typeof(OrderRow)) ?? throw ContextErrors.NotInModel(typeof(TContext));
        if (context.Database.ProviderName != Supported)
        {
            throw ContextErrors.OtherProvider(typeof(TContext), context.Database.ProviderName);
        }

        _schema ??= orders.GetSchema();
    }
}

internal static class ContextMembers
{
    /// <summary>What Entity Framework needs of a context's type.</summary>
    public const DynamicallyAccessedMemberTypes All =
        DynamicallyAccessedMemberTypes.PublicConstructors
        | DynamicallyAccessedMemberTypes.NonPublicConstructors
        | DynamicallyAccessedMemberTypes.PublicProperties;
}
