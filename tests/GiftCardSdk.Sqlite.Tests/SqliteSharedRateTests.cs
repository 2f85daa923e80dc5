using GiftCardSdk.Journal.Internal;
using GiftCardSdk.Tests.Http;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>Rates are agreed on in the file of the journal.</summary>
public sealed class SqliteSharedRateTests : SharedRateContract, IDisposable
{
    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    protected override ISharedRate Join() => new JournalSharedRate(_folder.Open().Records!, TimeProvider.System);
}
