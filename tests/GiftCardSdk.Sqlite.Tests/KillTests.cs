using GiftCardSdk.Tests.Ordering;

namespace GiftCardSdk.Sqlite.Tests;

/// <summary>A process is killed at any moment: what it had acknowledged is there, and nothing is half there.</summary>
public sealed class KillTests : IDisposable
{
    private const int Rounds = 6;

    private readonly JournalFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Every_acknowledged_write_of_killed_processes_is_there_and_whole()
    {
        var random = new Random(20260115);
        var acknowledged = new Dictionary<string, long>(StringComparer.Ordinal);
        for (var round = 0; round < Rounds; round++)
        {
            using var first = OtherProcess.Start("write", _folder.JournalPath);
            using var second = OtherProcess.Start("write", _folder.JournalPath);
            await KillAfterAsync(random.Next(1, 120), first, acknowledged);
            await KillAfterAsync(random.Next(1, 120), second, acknowledged);

            // Every other time the next process finds what the killed one has left.
            if (round % 2 == 1)
            {
                (await SqliteJournal.CheckAsync(_folder.JournalPath)).ShouldBeEmpty();
                await AreThereAsync(acknowledged);
            }
        }

        acknowledged.Count.ShouldBeGreaterThan(Rounds);
    }

    private static async Task KillAfterAsync(int words, OtherProcess process, Dictionary<string, long> acknowledged)
    {
        for (; words > 0; words--)
        {
            Note(acknowledged, await process.SaysAsync());
        }

        await process.KillAsync();
        while (await process.TrySaysAsync() is { } word)
        {
            Note(acknowledged, word);
        }
    }

    private async Task AreThereAsync(Dictionary<string, long> acknowledged)
    {
        var log = new RecordingLog();
        using var journal = SqliteJournal.Open(new() { Path = _folder.JournalPath }, logger: log);
        log.Gaps.ShouldBe(0);
        var entries = (await journal.ReadAsync(new())).ToDictionary(entry => entry.Identity.Reference.Value, StringComparer.Ordinal);
        foreach (var (reference, version) in acknowledged)
        {
            entries[reference].Version.ShouldBeGreaterThanOrEqualTo(version, reference);
        }

        foreach (var (reference, entry) in entries)
        {
            entry.State.ShouldBe(entry.Version == 1 ? OrderJournalState.Sending : OrderJournalState.Accepted);
            var found = await journal.FindByOrderIdAsync("p", GiftCardEnvironment.Sandbox, $"id-{reference}");
            found.ShouldHaveSingleItem().Identity.ShouldBe(entry.Identity);
        }
    }

    /// <summary>The last word of a killed process may be cut off.</summary>
    private static void Note(Dictionary<string, long> acknowledged, string word)
    {
        if (word.Split(' ') is [var reference, "1" or "2"] and [_, var version])
        {
            acknowledged[reference] = Math.Max(version == "1" ? 1 : 2, acknowledged.GetValueOrDefault(reference));
        }
    }
}
