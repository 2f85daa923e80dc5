using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.Tests.Ordering;

/// <summary>Rule 11: everything that moves money runs through the same machine, with references of its own.</summary>
public sealed class OtherOperationsTests
{
    private readonly Shop _shop = new();
    private readonly List<string> _sends = [];

    [Fact]
    public async Task Another_kind_of_purchase_is_journalled_found_and_replayed_like_an_order()
    {
        var first = await RunAsync(new Payout(_shop.Account, "run-1", 100, Send));
        var second = await RunAsync(new Payout(_shop.Account, "run-1", 100, Send));

        first.ShouldBe(new PayoutResult("p1", false));
        second.ShouldBe(new PayoutResult("p1", true));
        _sends.ShouldBe(["run-1"]);
        var entry = (await _shop.Journal.FindAsync(_shop.Identity("run-1") with { Operation = "payout" })).ShouldNotBeNull();
        entry.ProviderOrderIds.ShouldBe(["p1"]);
        entry.Delivery.ShouldBeNull();
    }

    [Fact]
    public async Task A_lost_answer_of_another_kind_is_looked_up()
    {
        var result = await RunAsync(new Payout(_shop.Account, "run-1", 100, Lose));

        result.Id.ShouldBe("p1");
        _sends.Count.ShouldBe(1);
    }

    [Fact]
    public async Task References_of_another_kind_are_other_references()
    {
        var order = await _shop.PlaceAsync(Shop.Request("run-1"));

        await RunAsync(new Payout(_shop.Account, "run-1", 100, Send));

        order.WasReplayed.ShouldBeFalse();
        _sends.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Other_content_under_the_same_reference_is_a_conflict()
    {
        await RunAsync(new Payout(_shop.Account, "run-1", 100, Send));

        var conflict = await Should.ThrowAsync<GiftCardException>(() => RunAsync(new Payout(_shop.Account, "run-1", 200, Send)));

        conflict.Code.ShouldBe(GiftCardErrorCode.Conflict);
    }

    private Task<PayoutResult> RunAsync(Payout payout) =>
        _shop.Clock.LetPassAsync(_shop.Coordinator.RunAsync(payout, CancellationToken.None));

    private Task<PayoutResult> Send(string key)
    {
        _sends.Add(key);
        return Task.FromResult(new PayoutResult("p1", false));
    }

    private Task<PayoutResult> Lose(string key)
    {
        _sends.Add(key);
        throw new IOException("connection lost");
    }

    private sealed record PayoutResult(string Id, bool WasReplayed);

    private sealed class Payout(Account account, OrderReference reference, int amount, Func<string, Task<PayoutResult>> send)
        : JournalledOperation<PayoutResult>(account, "payout", reference, Profiles.NeverBuysAgain)
    {
        public override void WriteContent(ref ContentWriter content) => content.Add("amount", amount);

        public override IReadOnlyList<JournalLine> Describe(FingerprintKey key) => [];

        public override Task<PayoutResult> SendAsync(JournalEntry entry, CancellationToken cancellationToken) => send(entry.ProviderKey);

        public override Task<Lookup<PayoutResult>> FindAsync(JournalEntry entry, CancellationToken cancellationToken) =>
            Task.FromResult(new Lookup<PayoutResult>(LookupAnswer.Found, new("p1", false)));

        public override Task<PayoutResult> ReadAsync(string id, CancellationToken cancellationToken) =>
            Task.FromResult(new PayoutResult(id, false));

        public override ResultTrace TraceOf(PayoutResult result) => new(result.Id, null, result.WasReplayed);

        public override PayoutResult Complete(PayoutResult result, string providerKey, bool wasReplayed) =>
            result with
            {
                WasReplayed = wasReplayed,
            };
    }
}
