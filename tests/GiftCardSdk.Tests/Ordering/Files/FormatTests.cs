using GiftCardSdk.Ordering;
using GiftCardSdk.Ordering.Files;

namespace GiftCardSdk.Tests.Ordering.Files;

/// <summary>What is on users' disks: a change that a journal of today would not survive fails here.</summary>
public sealed class FormatTests
{
    /// <summary>A record as version 0.1.0 wrote it.</summary>
    private const string Record =
        "NAEAAIRWamcBmwjg8zhTq4Udy5/W++g7XQQBAQEHZ2lmdGJpdAEIa29udG8tw6QMcGF5b3V0LW9yZGVyGFVtZnJhZ2UgODEgLyBQ"
        + "ZXJzb24gMTA0NAVnLWFiYwR2MTp4AGD1my1U3ggApri/LVTeCAAgX8b2VN4IAwEAYPWbLVTeCABKTJYuVN4IAwIGY29mZmVl9gkA"
        + "AAAAAAAAAAAAAAACAANFVVIDAQd2MTpoYXNoA3RlYegDAAAAAAAAAAAAAAAAAAADSlBZAQACA28tMQNvLTIBCVBFTkRJTkdfWAEM"
        + "bm9ib2R5IGtub3dzAQEDRTE3KAIAYPWbLVTeCAABAQhwYWdlIGNhcID2jZwtVN4IAQMAAAAAAAAAAAAAgAECbWURbm90IGluIHRo"
        + "ZSBwb3J0YWwAMH5fPlTeCA==";

    [Fact]
    public void A_record_of_the_first_format_is_read_for_ever()
    {
        var record = Convert.FromBase64String(Record);

        JournalRecord.IsWhole(record).ShouldBeTrue();
        EntryCodec.Decode(record).Print().ShouldBe(JournalFiles.FullEntry().Print());
        JournalRecord.HashOf(record).ShouldBe(IdentityHash.Of(JournalFiles.FullEntry().Identity));
    }

    [Fact]
    public void A_record_that_a_later_version_made_longer_is_read_as_far_as_it_is_known()
    {
        byte[] longer = [.. Convert.FromBase64String(Record), 1, 2, 3];
        JournalRecord.Seal(longer);

        EntryCodec.Decode(longer).Print().ShouldBe(JournalFiles.FullEntry().Print());
    }

    [Fact]
    public void An_entry_of_one_card_takes_less_than_400_bytes()
    {
        var entry = JournalFiles.Entry("survey-81-respondent-1044") with
        {
            Fingerprint = "v1:" + new string('x', 52),
            Owner = new string('x', 26),
            LeaseHolder = new string('x', 26),
            LeaseUntil = JournalFiles.Noon,
        };

        EntryCodec.Encode(IdentityHash.Of(entry.Identity), entry).Length.ShouldBeLessThan(400);
    }

    [Fact]
    public async Task A_reference_that_cannot_be_written_as_it_is_is_refused()
    {
        await using var journal = JournalFiles.Open(new SimulatedDisk());

        await Should.ThrowAsync<Exception>(async () => await journal.TryAddAsync(JournalFiles.Entry("half of a pair: \ud83d")));
        await Should.ThrowAsync<OrderJournalException>(async () =>
            await journal.TryAddAsync(JournalFiles.Entry("a") with { Reason = new string('x', JournalRecord.MaxBody) })
        );
    }

    [Fact]
    public void The_numbers_on_the_disk_mean_what_they_meant()
    {
        Enum.GetNames<OrderJournalState>().ShouldBe(["Sending", "Unknown", "Absent", "Refused", "Parked", "Accepted"]);
        Enum.GetNames<Delivery>().ShouldBe(["Returned", "Email", "Sms", "EmailAndSms", "Post"]);
        Enum.GetNames<LookupAnswer>().ShouldBe(["Inconclusive", "NotFound", "Found"]);
        Enum.GetNames<GiftCardEnvironment>().ShouldBe(["Sandbox", "Production"]);
        ((int)GiftCardErrorCode.JournalUnavailable).ShouldBe(14);
    }
}
