using GiftCardSdk.Http;

namespace GiftCardSdk.Tests.Http.Clients;

/// <summary>With Refit in between, an order is handed over once or provably never, and callers do not get in each other's way.</summary>
public sealed class ApiSendTests
{
    private static readonly TimeSpan Life = TimeSpan.FromSeconds(10);

    [Fact]
    public async Task A_create_asks_for_its_permit()
    {
        await using var account = TestAccount.OnStub(new(_ => StubTransport.Thing()));
        var permit = SendPermit.Current = new SendPermit(account.Clock, Life);

        await Of(account).CreateAsync(new("tea"));

        permit.WasHandedOver.ShouldBeTrue();
    }

    [Fact]
    public async Task A_create_whose_permit_was_taken_back_is_not_sent()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(server.Address);
        var permit = SendPermit.Current = new SendPermit(account.Clock, Life);
        permit.Attach();
        permit.TryRevoke().ShouldBeTrue();

        var failure = await Should.ThrowAsync<GiftCardException>(() => Of(account).CreateAsync(new("tea")));

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        server.Arrivals.ShouldBe(0);
    }

    [Fact]
    public async Task A_create_that_was_cancelled_before_it_began_is_known_not_to_have_been_sent()
    {
        var stub = new StubTransport(_ => StubTransport.Thing());
        await using var account = TestAccount.OnStub(stub);
        var permit = SendPermit.Current = new SendPermit(account.Clock, Life);

        await Should.ThrowAsync<OperationCanceledException>(() => Of(account).CreateAsync(new("tea"), "k-1", new(canceled: true)));

        stub.Arrivals.ShouldBe(0);
        permit.TryRevoke().ShouldBeTrue();
    }

    [Fact]
    public async Task Nothing_is_posted_to_the_callers_context()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(server.Address);
        var context = new CountingContext();

        await Task.Run(() =>
        {
            SynchronizationContext.SetSynchronizationContext(context);
            return Of(account).CreateAsync(new("tea"));
        });

        context.Posts.ShouldBe(0);
    }

    [Fact]
    public async Task Callers_side_by_side_get_their_own_answers()
    {
        await using var account = TestAccount.OnStub(
            new((request, _, _) => Task.FromResult(StubTransport.Thing(request.RequestUri!.Segments[^1])))
        );
        var api = Of(account);
        var ids = Enumerable.Range(0, 100).Select(number => $"thing-{number}").ToArray();

        var things = await Task.WhenAll(ids.Select(id => Task.Run(() => api.GetAsync(id))));

        things.Select(thing => thing.Name).ShouldBe(ids);
    }

    private static IShopApi Of(TestAccount account) => account.Client.CreateApi<IShopApi>(ThingJson.Default.Options);

    private sealed class CountingContext : SynchronizationContext
    {
        private int _posts;

        public int Posts => Volatile.Read(ref _posts);

        public override void Post(SendOrPostCallback d, object? state)
        {
            Interlocked.Increment(ref _posts);
            base.Post(d, state);
        }
    }
}
