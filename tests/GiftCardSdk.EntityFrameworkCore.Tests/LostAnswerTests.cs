using GiftCardSdk.Ordering;
using static GiftCardSdk.Ordering.OrderJournalState;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>The database has committed, and the answer is lost: with and without an execution strategy, the journal knows its own write again.</summary>
public sealed class LostAnswerTests : IDisposable
{
    private readonly LostAnswers _lost = new();
    private readonly Processes _processes;

    public LostAnswerTests(PostgresServer server) => _processes = new(server);

    public void Dispose() => _processes.Dispose();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_new_order_is_the_writers_own(bool retries)
    {
        var journal = Journal(retries);
        _lost.Next = 1;

        (await journal.TryAddAsync(Entries.Entry())).ShouldBeTrue();

        _lost.Lost.ShouldBe(1);
        (await journal.TryAddAsync(Entries.Entry())).ShouldBeFalse("a second write of the same content is another write");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_changed_order_is_the_writers_own(bool retries)
    {
        var journal = Journal(retries);
        await journal.TryAddAsync(Entries.Entry());
        _lost.Next = 1;

        (await journal.TryUpdateAsync(Entries.Entry(state: Accepted) with { Version = 2 })).ShouldBeTrue();

        _lost.Lost.ShouldBe(1);
        (await journal.FindAsync(Entries.Entry().Identity)).ShouldNotBeNull().State.ShouldBe(Accepted);
        (await journal.TryUpdateAsync(Entries.Entry(state: Accepted) with { Version = 2 })).ShouldBeFalse();
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_key_and_a_lease_are_the_makers_own(bool retries)
    {
        var journal = Journal(retries);
        _lost.Next = 1;
        var key = await journal.GetFingerprintKeyAsync();
        _lost.Next = 1;

        (await journal.TryLeaseAsync("a", "me", TimeSpan.FromMinutes(1))).ShouldBeTrue();

        _lost.Lost.ShouldBe(2);
        (await _processes.Journal().GetFingerprintKeyAsync()).Span.SequenceEqual(key.Span).ShouldBeTrue();
    }

    private IOrderJournal Journal(bool retries) =>
        _processes.Journal(
            context: options => options.AddInterceptors(_lost),
            npgsql: options =>
            {
                if (retries)
                {
                    options.EnableRetryOnFailure(maxRetryCount: 3, maxRetryDelay: TimeSpan.FromMilliseconds(1), errorCodesToAdd: null);
                }
            }
        );
}
