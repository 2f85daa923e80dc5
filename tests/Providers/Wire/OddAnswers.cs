using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Providers.Wire;

/// <summary>Answers other than documented, given over a socket, and what may come of them: an answer, or a <see cref="GiftCardException"/>.</summary>
/// <typeparam name="TApi">The provider's own interface.</typeparam>
/// <param name="calls">Every operation by its name.</param>
/// <param name="at">An application whose provider is the socket.</param>
/// <param name="movesMoney">Whether an operation may buy something or spend money: then an answer that cannot be read leaves open whether it did.</param>
internal sealed class OddAnswers<TApi>(
    IReadOnlyDictionary<string, WireCall<TApi>> calls,
    Func<WireServer, WireAccounts<TApi>> at,
    Func<string, bool> movesMoney
)
    where TApi : class
{
    private static readonly string[] OfNobody = ["", "<html>503 Service Unavailable</html>", "null", "[1]"];

    private static readonly string[] OfGateways =
    [
        """{"message":"Forbidden"}""",
        """{"error":"forbidden","message":"By policy."}""",
        """{"status":429,"message":"Too many"}""",
        """{"type":"about:blank","title":"Forbidden","status":403}""",
        """{"error":{"code":403,"message":"No.","status":"PERMISSION_DENIED"}}""",
    ];

    /// <summary>Members that no document names change nothing.</summary>
    /// <param name="operation">The operation.</param>
    /// <param name="keyed">Names of members whose objects are keyed by data, such as currencies.</param>
    public Task StrangeMembersArePassedOverAsync(string operation, params string[] keyed) =>
        EachIsTakenAsync(operation, [("strange members", JsonMutations.WithStrangeMembers(calls[operation].Answer, keyed))]);

    /// <summary>Each of these is as good an answer as the documented one.</summary>
    public Task EachIsTakenAsync(string operation, IEnumerable<(string What, string Body)> answers, int status = 200) =>
        EachAsync(operation, answers, status, static (what, failure) => failure.ShouldBeNull(what));

    /// <summary>Whichever member is gone, null or of another kind: the answer is read, or refused as what it is.</summary>
    public Task EachChangeIsKnownAsync(string operation) =>
        EachAsync(
            operation,
            JsonMutations.OfEachPart(calls[operation].Answer),
            200,
            (what, failure) =>
            {
                if (failure is not null)
                {
                    ShouldBeKnown(operation, failure, what);
                }
            }
        );

    /// <summary>
    /// Whichever member is gone, null or of another kind, one that nobody needs spoils nothing: the answer is read without it. Only the named members
    /// may make it unreadable.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="strict">Paths of members that must be right, such as <c>Vouchers[].Code</c>.</param>
    public Task OnlyWhatMustBeRightIsRefusedAsync(string operation, params string[] strict) =>
        EachAsync(
            operation,
            JsonMutations.OfEachPart(calls[operation].Answer),
            200,
            (what, failure) =>
            {
                if (failure is not null)
                {
                    strict.Contains(JsonMutations.MemberOf(what), StringComparer.Ordinal).ShouldBeTrue(what);
                    ShouldBeKnown(operation, failure, what);
                }
            }
        );

    /// <summary>Each of these, and the documented answer cut anywhere, is refused as no answer.</summary>
    public Task EachIsRefusedAsync(string operation, IEnumerable<(string What, string Body)> noAnswers) =>
        EachAsync(
            operation,
            noAnswers.Concat(JsonMutations.Cut(calls[operation].Answer)),
            200,
            (what, failure) => ShouldBeKnown(operation, failure, what).Code.ShouldBe(GiftCardErrorCode.UnexpectedResponse, what)
        );

    /// <summary>
    /// Whatever the status and the body, the failure is known. None of the bodies is the provider's own, so a call that moves money may have moved it.
    /// </summary>
    /// <param name="operation">The operation.</param>
    /// <param name="statuses">The statuses.</param>
    /// <param name="garbled">Errors of the provider with members of other kinds.</param>
    /// <param name="foreign">Further bodies that only look like the provider's own; tried where a refusal would cost money.</param>
    public async Task EachFailureIsKnownAsync(
        string operation,
        IEnumerable<int> statuses,
        IEnumerable<string> garbled,
        IEnumerable<string> foreign
    )
    {
        string[] bodies = [.. OfNobody, .. garbled, .. movesMoney(operation) ? OfGateways.Concat(foreign) : []];
        await using var server = WireServer.Start();
        foreach (var status in statuses)
        {
            // One for each status: so few calls open no breaker and use up no retry budget.
            await using var accounts = at(server);
            foreach (var body in bodies)
            {
                ShouldBeKnown(operation, await FailAsync(server, accounts, operation, body, status), $"{status} with {body}", status);
                // What an answer put off is over.
                accounts.Services.GetRequiredService<TimeProvider>().ShouldBeOfType<ConformanceClock>().Advance(TimeSpan.FromHours(1));
            }
        }
    }

    /// <summary>How a call fails that is answered so, with an account whose breaker and retry budget know nothing of failures before.</summary>
    public async Task<GiftCardException> FailAsync(WireServer server, string operation, string body, int status)
    {
        await using var accounts = at(server);
        return await FailAsync(server, accounts, operation, body, status);
    }

    private async Task<GiftCardException> FailAsync(
        WireServer server,
        WireAccounts<TApi> accounts,
        string operation,
        string body,
        int status
    )
    {
        server.Answer(body, status, body.StartsWith('<') ? "text/html;charset=utf-8" : WireAnswer.Json);
        return await Should.ThrowAsync<GiftCardException>(() => calls[operation].Call(accounts.Api));
    }

    private async Task EachAsync(
        string operation,
        IEnumerable<(string What, string Body)> answers,
        int status,
        Action<string, Exception?> judge
    )
    {
        await using var server = WireServer.Start();
        await using var accounts = at(server);
        foreach (var (what, body) in answers)
        {
            server.Answer(body, status, body.StartsWith('<') ? "text/html" : "application/json");
            judge(what, await Record.ExceptionAsync(() => calls[operation].Call(accounts.Api)));
        }
    }

    private GiftCardException ShouldBeKnown(string operation, Exception? failure, string what, int status = 200)
    {
        var known = failure.ShouldBeOfType<GiftCardException>(what);
        var outcome = movesMoney(operation) ? GiftCardOutcome.MayExist : GiftCardOutcome.NotAnOrder;
        (known.Outcome, known.Operation, known.HttpStatus).ShouldBe((outcome, operation, status), what);
        return known;
    }
}
