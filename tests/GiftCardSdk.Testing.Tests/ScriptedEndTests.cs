using GiftCardSdk.Adapters;
using GiftCardSdk.TestHelpers;

namespace GiftCardSdk.Testing.Tests;

/// <summary>What each scripted end sells and says, seen from below the coordinator.</summary>
public sealed class ScriptedEndTests
{
    private readonly ManualTimeProvider _clock = new();

    public static TheoryData<string, int, GiftCardErrorCode, GiftCardOutcome> Failures =>
        new()
        {
            { nameof(ScriptedEnd.AnswerLost), 1, GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.MayExist },
            { nameof(ScriptedEnd.RequestLost), 0, GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.MayExist },
            { nameof(ScriptedEnd.ServerErrorAfterSale), 1, GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.MayExist },
            { nameof(ScriptedEnd.ServerError), 0, GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.MayExist },
            { nameof(ScriptedEnd.NeverSent), 0, GiftCardErrorCode.ProviderUnavailable, GiftCardOutcome.NothingCreated },
            { nameof(ScriptedEnd.RecipientRefused), 1, GiftCardErrorCode.InvalidRecipient, GiftCardOutcome.MayExist },
            { nameof(ScriptedEnd.Conflict), 0, GiftCardErrorCode.Conflict, GiftCardOutcome.NothingCreated },
            { nameof(ScriptedEnd.Refused), 0, GiftCardErrorCode.Forbidden, GiftCardOutcome.NothingCreated },
            { nameof(ScriptedEnd.RateLimited), 0, GiftCardErrorCode.RateLimited, GiftCardOutcome.NothingCreated },
        };

    [Theory]
    [MemberData(nameof(Failures))]
    public async Task An_end_sells_and_says_two_different_things(string end, int sold, GiftCardErrorCode code, GiftCardOutcome outcome)
    {
        var provider = Provider();
        provider.NextOrders(End(end));

        var failure = await Should.ThrowAsync<GiftCardException>(() => SubmitAsync(provider));

        failure.Code.ShouldBe(code);
        failure.Outcome.ShouldBe(outcome);
        provider.SoldUnder("key").Count.ShouldBe(sold);
        (failure.OrderId is not null).ShouldBe(end == nameof(ScriptedEnd.RecipientRefused));
    }

    [Fact]
    public async Task A_rate_limit_says_when_to_come_back()
    {
        var provider = Provider();
        provider.NextOrders(ScriptedEnd.RateLimited(TimeSpan.FromSeconds(9)));

        var failure = await Should.ThrowAsync<GiftCardException>(() => SubmitAsync(provider));

        failure.RetryAfter.ShouldBe(TimeSpan.FromSeconds(9));
        failure.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task A_late_sale_is_not_there_before_its_time()
    {
        var provider = Provider();
        provider.NextOrders(ScriptedEnd.SoldLate(TimeSpan.FromMinutes(3)));
        await Should.ThrowAsync<GiftCardException>(() => SubmitAsync(provider));

        (await FindAsync(provider)).ShouldBeOfType<OrderLookup.NotFound>();
        _clock.Advance(TimeSpan.FromMinutes(3));
        (await FindAsync(provider)).ShouldBeOfType<OrderLookup.Found>();
        provider.Ledger.Single().SoldAt.ShouldBe(_clock.GetUtcNow());
    }

    [Fact]
    public async Task A_hanging_call_ends_with_its_caller()
    {
        var provider = Provider();
        provider.NextOrders(ScriptedEnd.HangsAfterSale, ScriptedEnd.Hangs);
        using var caller = new CancellationTokenSource();
        var first = SubmitAsync(provider, "first", caller.Token);
        var second = SubmitAsync(provider, "second", caller.Token);
        first.IsCompleted.ShouldBeFalse();

        await caller.CancelAsync();

        await Should.ThrowAsync<OperationCanceledException>(first);
        await Should.ThrowAsync<OperationCanceledException>(second);
        provider.Ledger.Single().ProviderKey.ShouldBe("first");
        provider.Arrivals.ShouldBe(2);
    }

    [Fact]
    public async Task Any_exception_can_be_thrown_with_or_without_a_sale()
    {
        var provider = Provider();
        provider.NextOrders(ScriptedEnd.Throws(new FormatException()), ScriptedEnd.Throws(new FormatException(), isSold: true));

        await Should.ThrowAsync<FormatException>(() => SubmitAsync(provider, "first"));
        await Should.ThrowAsync<FormatException>(() => SubmitAsync(provider, "second"));

        provider.Ledger.Single().ProviderKey.ShouldBe("second");
    }

    [Fact]
    public async Task A_revoked_permit_stops_the_send_at_the_last_moment()
    {
        var provider = Provider();
        var gate = new TaskCompletionSource();
        provider.NextOrders(ScriptedEnd.Accepted with { BeforeHandOver = gate.Task });
        using var caller = new CancellationTokenSource();
        var sending = SubmitAsync(provider, cancellationToken: caller.Token);

        await caller.CancelAsync();
        gate.SetResult();

        await Should.ThrowAsync<OperationCanceledException>(sending);
        provider.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task Look_ups_follow_their_script_and_then_tell_the_truth()
    {
        var provider = Provider();
        await SubmitAsync(provider);
        provider.NextLookups(
            ScriptedLookup.Miss,
            ScriptedLookup.Inconclusive("page cap"),
            ScriptedLookup.Throws(new FormatException()),
            ScriptedLookup.Truth
        );

        (await FindAsync(provider)).ShouldBeOfType<OrderLookup.NotFound>();
        (await FindAsync(provider)).ShouldBeOfType<OrderLookup.Inconclusive>().Reason.ShouldBe("page cap");
        await Should.ThrowAsync<FormatException>(() => FindAsync(provider));
        (await FindAsync(provider)).ShouldBeOfType<OrderLookup.Found>();
        provider.Lookups.ShouldBe(4);
    }

    [Fact]
    public async Task A_script_decides_by_what_is_sent_or_asked()
    {
        var provider = Provider();
        provider.ScriptOrders(submission => submission.ProviderKey == "bad" ? ScriptedEnd.RequestLost : ScriptedEnd.Accepted);
        provider.ScriptLookups(query => query.ProviderKey == "good" ? ScriptedLookup.Miss : ScriptedLookup.Truth);

        await SubmitAsync(provider, "good");
        await Should.ThrowAsync<GiftCardException>(() => SubmitAsync(provider, "bad"));

        (await FindAsync(provider, "good")).ShouldBeOfType<OrderLookup.NotFound>();
        provider.ScriptLookups(null);
        (await FindAsync(provider, "good")).ShouldBeOfType<OrderLookup.Found>();
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_codes_and_another_seed_others()
    {
        var first = await CodeAsync(1);
        var again = await CodeAsync(1);
        var other = await CodeAsync(2);

        again.ShouldBe(first);
        other!.Equals(first).ShouldBeFalse();

        async Task<Secret?> CodeAsync(int seed) => (await SubmitAsync(new(new() { Seed = seed }, _clock))).Rewards.Single().Code;
    }

    private InMemoryGiftCardProvider Provider() => new(null, _clock);

    private static Task<Order> SubmitAsync(
        InMemoryGiftCardProvider provider,
        string key = "key",
        CancellationToken cancellationToken = default
    ) => provider.CreateAdapter("test").SubmitOrderAsync(new(Request, key), cancellationToken);

    private static Task<OrderLookup> FindAsync(InMemoryGiftCardProvider provider, string key = "key") =>
        provider.CreateAdapter("test").FindOrderAsync(new(key, Delivery.Returned, null, RewardDetail.Secrets), CancellationToken.None);

    private static OrderRequest Request { get; } =
        new()
        {
            Reference = "any",
            Lines = [new() { ProductId = "coffee", FaceValue = Money.Of(5, "EUR") }],
            Delivery = Delivery.Returned,
        };

    private static ScriptedEnd End(string name) =>
        name switch
        {
            nameof(ScriptedEnd.AnswerLost) => ScriptedEnd.AnswerLost,
            nameof(ScriptedEnd.RequestLost) => ScriptedEnd.RequestLost,
            nameof(ScriptedEnd.ServerErrorAfterSale) => ScriptedEnd.ServerErrorAfterSale,
            nameof(ScriptedEnd.ServerError) => ScriptedEnd.ServerError,
            nameof(ScriptedEnd.NeverSent) => ScriptedEnd.NeverSent,
            nameof(ScriptedEnd.RecipientRefused) => ScriptedEnd.RecipientRefused,
            nameof(ScriptedEnd.Conflict) => ScriptedEnd.Conflict,
            nameof(ScriptedEnd.RateLimited) => ScriptedEnd.RateLimited(),
            _ => ScriptedEnd.Refused(GiftCardErrorCode.Forbidden),
        };
}
