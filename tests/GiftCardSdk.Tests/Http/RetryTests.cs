using System.Net;
using GiftCardSdk.Http;
using GiftCardSdk.Http.Internal;

namespace GiftCardSdk.Tests.Http;

public sealed class RetryTests
{
    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(503)]
    [InlineData(504)]
    [InlineData(599)]
    public async Task A_read_is_sent_again_after_a_passing_failure(int status)
    {
        await using var server = RawServer.Start(arrival =>
            arrival < 3 ? RawServer.Answer($"{status} Failed", "{}") : RawServer.Answer("200 OK", """{"Name":"tea"}""")
        );
        await using var account = TestAccount.On(server.Address);

        var response = await account.Clock.FinishAsync(account.SendAsync(Operations.Read));

        response.Body.Name.ShouldBe("tea");
        server.Arrivals.ShouldBe(3);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(404)]
    [InlineData(409)]
    [InlineData(422)]
    [InlineData(302)]
    public async Task A_read_is_not_sent_again_after_a_definite_answer(int status)
    {
        await using var server = RawServer.Start(_ => RawServer.Answer($"{status} No", "{}"));
        await using var account = TestAccount.On(server.Address);

        (await account.Clock.FailAsync(account.SendAsync(Operations.Read))).HttpStatus.ShouldBe(status);

        server.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_read_is_sent_four_times_at_most()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("503 Busy", "{}"));
        await using var account = TestAccount.On(server.Address);

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Read));

        failure.HttpStatus.ShouldBe(503);
        failure.IsTransient.ShouldBeTrue();
        server.Arrivals.ShouldBe(4);
    }

    [Fact]
    public async Task A_read_is_sent_again_after_a_lost_connection()
    {
        await using var server = RawServer.Start(
            async (socket, arrival) =>
            {
                if (arrival == 1)
                {
                    RawServer.Reset(socket);
                    return;
                }

                await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(RawServer.Answer("200 OK", """{"Name":"tea"}""")));
            }
        );
        await using var account = TestAccount.On(server.Address);

        (await account.Clock.FinishAsync(account.SendAsync(Operations.Read))).Body.Name.ShouldBe("tea");

        server.Arrivals.ShouldBe(2);
    }

    [Fact]
    public async Task A_read_is_sent_again_after_an_attempt_that_took_too_long()
    {
        var stub = new StubTransport(
            static async (_, arrival, cancellationToken) =>
            {
                if (arrival == 1)
                {
                    await StubTransport.HangAsync(cancellationToken);
                }

                return StubTransport.Thing();
            }
        );
        await using var account = TestAccount.OnStub(stub);

        var call = account.SendAsync(Operations.Read);
        await stub.NextArrivalAsync();
        account.Clock.Advance(TimeSpan.FromSeconds(10));
        var response = await account.Clock.FinishAsync(call);

        response.Body.Name.ShouldBe("tea");
        stub.Arrivals.ShouldBe(2);
    }

    [Fact]
    public async Task A_body_that_breaks_off_is_a_lost_connection()
    {
        await using var server = RawServer.Start(
            async (socket, arrival) =>
            {
                var answer = RawServer.Answer("200 OK", """{"Name":"tea"}""");
                await socket.SendAsync(System.Text.Encoding.ASCII.GetBytes(arrival == 1 ? answer[..^5] : answer));
                if (arrival == 1)
                {
                    RawServer.CloseCleanly(socket);
                }
            }
        );
        await using var account = TestAccount.On(server.Address);

        (await account.Clock.FinishAsync(account.SendAsync(Operations.Read))).Body.Name.ShouldBe("tea");

        server.Arrivals.ShouldBe(2);
    }

    [Fact]
    public async Task A_post_can_be_a_read_and_is_sent_again_with_the_same_body()
    {
        await using var server = RawServer.Start(arrival =>
            arrival == 1 ? RawServer.Answer("500 Failed", "{}") : RawServer.Answer("200 OK", """{"Name":"tea"}""")
        );
        await using var account = TestAccount.On(server.Address);
        var body = ProviderBody.Json(new Thing("query"), ThingJson.Default.Thing);

        await account.Clock.FinishAsync(account.SendAsync(Operations.ReadByPost, body: body));

        server.Requests.Count.ShouldBe(2);
        server.Requests.ShouldAllBe(request => request.StartsWith("POST ") && request.EndsWith("""{"Name":"query","Count":0}"""));
    }

    [Theory]
    [InlineData(408)]
    [InlineData(429)]
    [InlineData(500)]
    [InlineData(503)]
    public async Task A_create_is_sent_once_whatever_the_answer(int status)
    {
        foreach (var create in new[] { Operations.Create, Operations.CreateWithKey, Operations.Change })
        {
            await using var server = RawServer.Start(_ => RawServer.Answer($"{status} Failed", "{}", "Retry-After: 0"));
            await using var account = TestAccount.On(server.Address);

            (await account.Clock.FailAsync(account.SendAsync(create))).HttpStatus.ShouldBe(status);

            server.Arrivals.ShouldBe(1);
        }
    }

    [Fact]
    public async Task What_was_not_declared_is_sent_once_even_if_its_verb_is_get()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("503 Busy", "{}"));
        await using var account = TestAccount.On(server.Address);

        await account.Clock.FailAsync(account.SendAsync(new ProviderOperation("thing.unknown", HttpMethod.Get)));

        server.Arrivals.ShouldBe(1);
    }

    [Fact]
    public void The_waits_grow_and_are_never_cut_to_nothing()
    {
        var rules = new RetryRules(new RetryBudget(), static () => 0);
        var waits = Enumerable.Range(0, 8).Select(rules.BackOff).ToList();
        var longest = Enumerable.Range(0, 8).Select(new RetryRules(new RetryBudget(), static () => 0.999_999).BackOff).ToList();

        waits[..5].ShouldBe([.. new double[] { 0.25, 0.5, 1, 2, 4 }.Select(TimeSpan.FromSeconds)]);
        waits[^1].ShouldBe(TimeSpan.FromSeconds(4));
        longest[0].ShouldBeInRange(TimeSpan.FromSeconds(0.49), TimeSpan.FromSeconds(0.5));
        longest[^1].ShouldBeInRange(TimeSpan.FromSeconds(7.9), TimeSpan.FromSeconds(8));
    }

    [Fact]
    public async Task Answers_that_are_not_used_are_disposed()
    {
        var discarded = new List<DisposableContent>();
        var stub = new StubTransport(arrival =>
        {
            if (arrival == 3)
            {
                return StubTransport.Thing();
            }

            var content = new DisposableContent();
            discarded.Add(content);
            return new HttpResponseMessage(arrival == 1 ? HttpStatusCode.ServiceUnavailable : HttpStatusCode.Unauthorized)
            {
                Content = content,
            };
        });
        await using var account = TestAccount.OnStub(
            stub,
            settings => settings with { Credentials = ApiKeyCredentials.Bearer(() => ["first", "second"]) }
        );

        await account.Clock.FinishAsync(account.SendAsync(Operations.Read));

        discarded.Count.ShouldBe(2);
        discarded.ShouldAllBe(content => content.IsDisposed);
    }

    [Fact]
    public async Task Cancelling_ends_the_wait_for_the_next_attempt_at_once()
    {
        var stub = new StubTransport(_ => StubTransport.Status(HttpStatusCode.ServiceUnavailable));
        await using var account = TestAccount.OnStub(stub);
        using var caller = new CancellationTokenSource();
        var call = account.SendAsync(Operations.Read, cancellationToken: caller.Token);
        await account.Clock.WaitForTimersAsync(1, TimeSpan.FromSeconds(1), TestContext.Current.CancellationToken);

        await caller.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => call)).CancellationToken.ShouldBe(caller.Token);
        stub.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task Cancelling_ends_an_attempt_at_once()
    {
        var arrived = new TaskCompletionSource();
        var stub = new StubTransport(
            async (_, _, cancellationToken) =>
            {
                arrived.SetResult();
                await StubTransport.HangAsync(cancellationToken);
                return StubTransport.Thing();
            }
        );
        await using var account = TestAccount.OnStub(stub);
        using var caller = new CancellationTokenSource();
        var call = account.SendAsync(Operations.Create, cancellationToken: caller.Token);
        await arrived.Task;

        await caller.CancelAsync();

        (await Should.ThrowAsync<OperationCanceledException>(() => call)).CancellationToken.ShouldBe(caller.Token);
    }

    private sealed class DisposableContent() : ByteArrayContent([])
    {
        public bool IsDisposed { get; private set; }

        protected override void Dispose(bool disposing)
        {
            IsDisposed = true;
            base.Dispose(disposing);
        }
    }
}
