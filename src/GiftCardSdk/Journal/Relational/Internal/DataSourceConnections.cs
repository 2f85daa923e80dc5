using System.Data.Common;
using System.Transactions;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>Connections of a data source, which pools them. Never inside the caller's <see cref="TransactionScope"/>: what was sent stays sent.</summary>
internal sealed class DataSourceConnections(DbDataSource source) : JournalConnections
{
    public override async ValueTask<OpenConnection> OpenAsync(CancellationToken cancellationToken = default)
    {
        using var outside = Transaction.Current is null
            ? null
            : new TransactionScope(TransactionScopeOption.Suppress, TransactionScopeAsyncFlowOption.Enabled);
        var connection = await source.OpenConnectionAsync(cancellationToken).ConfigureAwait(false);
        return new(connection, connection);
    }
}
