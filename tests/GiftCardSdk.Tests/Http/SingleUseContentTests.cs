using System.Net;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Http;
using GiftCardSdk.Http.Internal;
using GiftCardSdk.TestHelpers;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.Http;

public sealed class SingleUseContentTests : IDisposable
{
    private static readonly ProviderBody Body = ProviderBody.Json(new("order"), ThingJson.Default.Thing);

    public void Dispose() => SendPermit.Current = null;

    [Fact]
    public async Task A_transport_that_writes_one_attempt_twice_is_stopped()
    {
        var stub = new RepeatingTransport();
        await using var account = TestAccount.OnTransport(stub);

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.CreateWithKey, body: Body));

        stub.Writes.ShouldBe(1);
        failure.Outcome.ShouldBe(GiftCardOutcome.MayExist);
    }

    [Fact]
    public async Task A_transport_that_goes_on_after_it_has_failed_is_stopped()
    {
        var transport = new SecretiveTransport();
        await using var account = TestAccount.On(
            new("https://api.acme.example"),
            null,
            services => services.AddSingleton(new PrimaryHandlerFactory(_ => transport)).AddSingleton<IGiftCardAudit>(transport)
        );

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create, body: Body));

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        transport.Refusal.ShouldNotBeNull().ShouldContain("after its end");
    }

    [Fact]
    public async Task An_answer_that_broke_off_was_answered_even_if_nobody_saw_the_body_leave()
    {
        await using var account = TestAccount.OnTransport(new ForgetfulTransport());

        (await account.Clock.FailAsync(account.SendAsync(Operations.Create, body: Body))).Outcome.ShouldBe(GiftCardOutcome.MayExist);
    }

    [Fact]
    public async Task A_read_with_a_body_may_be_written_anew_by_each_attempt()
    {
        var stub = new StubTransport(arrival =>
            arrival == 1 ? StubTransport.Status(HttpStatusCode.InternalServerError) : StubTransport.Thing()
        );
        await using var account = TestAccount.OnStub(stub);

        await account.Clock.FinishAsync(account.SendAsync(Operations.ReadByPost, body: Body));

        stub.Arrivals.ShouldBe(2);
    }

    [Fact]
    public async Task What_a_transport_never_took_was_never_sent()
    {
        var stub = new ThrowingTransport(takesBody: false);
        await using var account = TestAccount.OnTransport(stub);

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create, body: Body));

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.IsTransient.ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_transport_took_may_have_been_sent()
    {
        var stub = new ThrowingTransport(takesBody: true);
        await using var account = TestAccount.OnTransport(stub);

        (await account.Clock.FailAsync(account.SendAsync(Operations.Create, body: Body))).Outcome.ShouldBe(GiftCardOutcome.MayExist);
    }

    [Fact]
    public async Task An_empty_write_is_known_to_have_been_handed_over_too()
    {
        await using var server = RawServer.Start(
            static (socket, _) =>
            {
                RawServer.Reset(socket);
                return Task.CompletedTask;
            }
        );
        await using var account = TestAccount.On(server.Address);

        (await account.Clock.FailAsync(account.SendAsync(Operations.Create))).Outcome.ShouldBe(GiftCardOutcome.MayExist);
    }

    [Fact]
    public async Task The_permit_of_an_order_is_handed_over_with_its_body()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(server.Address);
        var permit = SendPermit.Current = new SendPermit(account.Clock, TimeSpan.FromSeconds(100));

        await account.SendAsync(Operations.Create, body: Body);

        permit.WasHandedOver.ShouldBeTrue();
        permit.TryRevoke().ShouldBeFalse();
    }

    [Fact]
    public async Task A_read_in_the_flow_of_an_order_leaves_its_permit_alone()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(server.Address);
        var permit = SendPermit.Current = new SendPermit(account.Clock, TimeSpan.FromSeconds(100));

        await account.SendAsync(Operations.ReadByPost, body: Body);

        permit.WasHandedOver.ShouldBeFalse();
    }

    [Fact]
    public async Task A_permit_that_was_taken_back_while_waiting_for_the_limit_sends_nothing()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        await using var account = TestAccount.On(
            server.Address,
            settings => settings with { RateLimit = 1, RateLimitWindow = TimeSpan.FromSeconds(5) }
        );
        await account.SendAsync(Operations.Read);
        var permit = SendPermit.Current = new SendPermit(account.Clock, TimeSpan.FromSeconds(100));
        var call = account.SendAsync(Operations.Create, body: Body);

        permit.TryRevoke().ShouldBeTrue();
        var failure = await account.Clock.FailAsync(call);

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.Message.ShouldContain("gave up before the first byte");
        failure.Provider.ShouldBe("acme");
        failure.Operation.ShouldBe("order.create");
        server.Arrivals.ShouldBe(1);
    }

    [Fact]
    public async Task A_refused_permit_is_told_even_by_a_transport_that_wraps_what_a_body_throws()
    {
        await using var account = TestAccount.OnTransport(new WrappingTransport());
        SendPermit.Current = new SendPermit(account.Clock, TimeSpan.Zero);

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create, body: Body));

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.Message.ShouldBe("The order was not sent: its time had run out before the first byte.");
    }

    [Fact]
    public async Task A_permit_that_ran_out_while_the_process_slept_sends_nothing()
    {
        await using var server = RawServer.Start(_ => RawServer.Answer("200 OK", """{"Name":"tea"}"""));
        var sleepy = new ManualTimeProvider();
        await using var account = TestAccount.On(
            server.Address,
            settings => settings with { Credentials = new SleepingCredentials(sleepy) }
        );
        SendPermit.Current = new SendPermit(sleepy, TimeSpan.FromSeconds(100));

        var failure = await account.Clock.FailAsync(account.SendAsync(Operations.Create, body: Body));

        failure.Outcome.ShouldBe(GiftCardOutcome.NothingCreated);
        failure.Message.ShouldContain("time had run out");
        server.Arrivals.ShouldBe(0);
    }

    /// <summary>Puts the process to sleep between the last check and the socket.</summary>
    private sealed class SleepingCredentials(ManualTimeProvider clock) : ProviderCredentials
    {
        public override ValueTask<bool> ApplyAsync(HttpRequestMessage request, int rejected, CancellationToken cancellationToken)
        {
            clock.Advance(TimeSpan.FromMinutes(3));
            return new(true);
        }
    }

    private sealed class RepeatingTransport : HttpMessageHandler
    {
        public int Writes { get; private set; }

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            while (true)
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
                Writes++;
            }
        }
    }

    /// <summary>Fails, and goes on at the first occasion: while the attempt's line is written.</summary>
    private sealed class SecretiveTransport : HttpMessageHandler, IGiftCardAudit
    {
        private HttpContent? _content;

        public string? Refusal { get; private set; }

        public void Record(GiftCardAuditEntry entry) =>
            Refusal = Should.Throw<InvalidOperationException>(() => _content!.CopyToAsync(Stream.Null)).Message;

        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            _content = request.Content;
            throw new HttpRequestException(HttpRequestError.ConnectionError);
        }
    }

    private sealed class WrappingTransport : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            try
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
                return new();
            }
            catch (Exception cause)
            {
                throw new HttpRequestException("Error while copying content to a stream.", cause);
            }
        }
    }

    /// <summary>Answers without asking for the body, and the answer breaks off.</summary>
    private sealed class ForgetfulTransport : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            Task.FromResult(new HttpResponseMessage { Content = new StreamContent(new BrokenStream()) });

        private sealed class BrokenStream : MemoryStream
        {
            public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
                throw new IOException("The connection was lost.");
        }
    }

    private sealed class ThrowingTransport(bool takesBody) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            if (takesBody)
            {
                await request.Content!.CopyToAsync(Stream.Null, cancellationToken);
            }

            throw new HttpRequestException(HttpRequestError.ConnectionError);
        }
    }
}
