using System.Collections.Concurrent;
using System.Net;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.Diagnostics;

public sealed class AuditTests
{
    [Fact]
    public async Task Every_attempt_has_its_line_with_who_what_when_and_how_it_ended()
    {
        var audit = new AuditCollector();
        var stub = new StubTransport(arrival =>
        {
            var response = arrival == 1 ? StubTransport.Status(HttpStatusCode.ServiceUnavailable) : StubTransport.Thing();
            response.Headers.Add("X-Request-Id", $"req-{arrival}");
            return response;
        });
        await using var account = TestAccount.OnStub(stub, null, services => services.AddSingleton<IGiftCardAudit>(audit));
        var began = account.Clock.GetUtcNow();

        await account.Clock.FinishAsync(account.SendAsync(Operations.Read));

        var (first, second) = (audit.Entries.First(), audit.Entries.Last());
        audit.Entries.Count.ShouldBe(2);
        (first.Provider, first.Account, first.Operation).ShouldBe(("acme", "main", "thing.get"));
        (first.Environment, first.MovesMoney).ShouldBe((GiftCardEnvironment.Sandbox, false));
        (first.Attempt, first.HttpStatus, first.RequestId, first.StartedAt).ShouldBe((1, 503, "req-1", began));
        first.RedactedBody.ShouldBe("""{"code":"E_FAILED","message":"It failed."}""");
        (second.Attempt, second.HttpStatus, second.RequestId, second.RedactedBody).ShouldBe((2, 200, "req-2", null));
        second.StartedAt.ShouldBe(began + TimeSpan.FromMilliseconds(375));
    }

    [Fact]
    public async Task An_attempt_without_an_answer_has_its_line_too()
    {
        var audit = new AuditCollector();
        await using var account = TestAccount.OnStub(
            new((_, _, _) => throw new HttpRequestException(HttpRequestError.ConnectionError, "refused")),
            null,
            services => services.AddSingleton<IGiftCardAudit>(audit)
        );

        await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        var entry = audit.Entries.ShouldHaveSingleItem();
        (entry.HttpStatus, entry.Error, entry.MovesMoney).ShouldBe((null, "ConnectionError: refused", true));
    }

    [Fact]
    public async Task An_attempt_that_ran_out_of_time_has_its_line_with_its_duration()
    {
        var audit = new AuditCollector();
        var stub = new StubTransport(
            static async (_, _, cancellationToken) =>
            {
                await StubTransport.HangAsync(cancellationToken);
                return StubTransport.Thing();
            }
        );
        await using var account = TestAccount.OnStub(stub, null, services => services.AddSingleton<IGiftCardAudit>(audit));
        var call = account.SendAsync(Operations.Create);
        await stub.NextArrivalAsync();

        account.Clock.Advance(TimeSpan.FromSeconds(100));
        await Should.ThrowAsync<GiftCardException>(() => call);

        var entry = audit.Entries.ShouldHaveSingleItem();
        (entry.Error, entry.Duration).ShouldBe(("cancelled, or out of time", TimeSpan.FromSeconds(100)));
    }

    [Fact]
    public async Task An_unreadable_success_has_its_line_with_its_masked_body()
    {
        var audit = new AuditCollector();
        await using var account = TestAccount.OnStub(
            new(_ => StubTransport.Json(HttpStatusCode.OK, """[{"Name":7,"message":"odd"}]""")),
            null,
            services => services.AddSingleton<IGiftCardAudit>(audit)
        );

        await account.Clock.FailAsync(account.SendAsync(Operations.Create));

        var entry = audit.Entries.ShouldHaveSingleItem();
        (entry.HttpStatus, entry.RedactedBody).ShouldBe((200, """[{"Name":7,"message":"odd"}]"""));
        entry.Error.ShouldNotBeNull().ShouldContain("not the documented answer");
    }

    [Fact]
    public async Task An_audit_that_throws_changes_nothing_for_the_call_and_hides_no_line_from_the_others()
    {
        using var log = new LogCollector();
        var audit = new AuditCollector();
        await using var account = TestAccount.OnStub(
            new(_ => StubTransport.Thing()),
            null,
            services => services.WithLog(log).AddSingleton<IGiftCardAudit, BrokenAudit>().AddSingleton<IGiftCardAudit>(audit)
        );

        (await account.SendAsync(Operations.Create)).Status.ShouldBe(200);

        audit.Entries.Count.ShouldBe(1);
        log.Lines.ShouldContain(line => line.StartsWith("Error 1007 ") && line.Contains("BrokenAudit", StringComparison.Ordinal));
    }

    internal sealed class AuditCollector : IGiftCardAudit
    {
        public ConcurrentQueue<GiftCardAuditEntry> Entries { get; } = [];

        public void Record(GiftCardAuditEntry entry) => Entries.Enqueue(entry);
    }

    private sealed class BrokenAudit : IGiftCardAudit
    {
        public void Record(GiftCardAuditEntry entry) => throw new InvalidOperationException("The audit's disk is full.");
    }
}
