using System.Net;
using GiftCardSdk.Http.Internal;

namespace GiftCardSdk.Tests.Http;

public sealed class RetryBudgetTests
{
    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests)]
    [InlineData(HttpStatusCode.ServiceUnavailable)]
    public async Task A_hundred_callers_in_a_storm_add_ten_attempts_at_most(HttpStatusCode status)
    {
        var stub = new StubTransport(_ => StubTransport.Status(status));
        await using var account = TestAccount.OnStub(stub);

        var calls = Enumerable.Range(0, 100).Select(_ => account.SendAsync(Operations.Read)).ToList();
        foreach (var call in calls)
        {
            await account.Clock.FailAsync(call);
        }

        stub.Arrivals.ShouldBeLessThanOrEqualTo(110);
    }

    [Fact]
    public void Ten_retries_are_there_to_begin_with_and_every_fifth_success_allows_one_more()
    {
        var budget = new RetryBudget();
        Enumerable.Range(0, 20).Count(_ => budget.TryTake()).ShouldBe(10);

        for (var success = 0; success < 14; success++)
        {
            budget.Refill();
        }

        Enumerable.Range(0, 20).Count(_ => budget.TryTake()).ShouldBe(2);
    }

    [Fact]
    public void Successes_are_not_hoarded()
    {
        var budget = new RetryBudget();
        for (var success = 0; success < 1000; success++)
        {
            budget.Refill();
        }

        Enumerable.Range(0, 1000).Count(_ => budget.TryTake()).ShouldBe(10);
    }
}
