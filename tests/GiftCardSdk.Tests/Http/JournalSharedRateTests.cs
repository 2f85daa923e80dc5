using GiftCardSdk.Journal;
using GiftCardSdk.Journal.Internal;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Tests.Http;

/// <summary>Rates are agreed on in the records beside the orders.</summary>
public sealed class JournalSharedRateTests : SharedRateContract
{
    private readonly IJournalRecords _records = new InMemoryRecords();

    protected override ISharedRate Join() => new JournalSharedRate(_records, new ManualTimeProvider());
}
