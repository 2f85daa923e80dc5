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

    private GiftCardException ShouldBeKnown(string operation, Exception? failure, string what)
    {
        var known = failure.ShouldBeOfType<GiftCardException>(what);
        var outcome = movesMoney(operation) ? GiftCardOutcome.MayExist : GiftCardOutcome.NotAnOrder;
        (known.Outcome, known.Operation, known.HttpStatus).ShouldBe((outcome, operation, 200), what);
        return known;
    }
}
