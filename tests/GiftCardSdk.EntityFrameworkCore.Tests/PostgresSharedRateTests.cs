using GiftCardSdk.Journal.Internal;
using GiftCardSdk.Tests.Http;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>Rates are agreed on in the database of the journal.</summary>
public sealed class PostgresSharedRateTests(PostgresServer server) : SharedRateContract, IDisposable
{
    private readonly Processes _processes = new(server);

    public void Dispose() => _processes.Dispose();

    protected override ISharedRate Join() => new JournalSharedRate(_processes.Journal().Records!, TimeProvider.System);
}
