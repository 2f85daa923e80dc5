using System.Globalization;
using System.Net.Mime;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace GiftCardSdk.Sandbox;

/// <summary>Plays one request against a twin, with the fault that struck it or none.</summary>
internal sealed class FaultPlayer(
    ProviderTwin twin,
    TwinRoute route,
    SandboxCall call,
    Fault? fault,
    SandboxArrival arrival,
    HttpContext http,
    CancellationToken stopping
)
{
    private static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(5);

    private TimeSpan Delay => fault?.Delay ?? DefaultDelay;

    public Task PlayAsync() =>
        fault?.Kind switch
        {
            null => AnswerAsync(Commit()),
            FaultKind.RateLimited => AnswerAsync(twin.TooManyRequests()),
            FaultKind.Unauthorized => AnswerAsync(twin.Unauthorized()),
            FaultKind.Redirect307 => AnswerAsync(
                SandboxAnswer.Empty(StatusOr(StatusCodes.Status307TemporaryRedirect)) with
                {
                    Location = Target(),
                }
            ),
            FaultKind.ServerErrorBeforeCommit => AnswerInsteadAsync(),
            FaultKind.ServerErrorAfterCommit => AfterCommit(AnswerInsteadAsync),
            FaultKind.ResetBeforeCommit => Reset(),
            FaultKind.ResetAfterCommit => AfterCommit(Reset),
            FaultKind.CloseBeforeCommit => Close(),
            FaultKind.CloseAfterCommit => AfterCommit(Close),
            FaultKind.SlowAnswer => SlowAnswerAsync(),
            FaultKind.SlowCommit => SlowCommitAsync(),
            FaultKind.LateCommit => LateCommit(),
            FaultKind.TruncatedBody => TruncateAsync(Commit()),
            FaultKind.BrokenBody => AnswerAsync(Half(Commit())),
            FaultKind.EmptyBody => AnswerAsync(Commit() with { Body = ReadOnlyMemory<byte>.Empty }),
            FaultKind.HtmlBody => AfterCommit(() => AnswerAsync(SandboxAnswer.Html(StatusCodes.Status200OK, "Please wait"))),
            FaultKind.OtherSuccessStatus => AnswerAsync(Commit() with { Status = StatusOr(StatusCodes.Status202Accepted) }),
            FaultKind.ProductGone => ProductGone(),
            FaultKind.BalanceEmpty => BalanceEmpty(),
            var unknown => throw new InvalidOperationException($"No rule says how to play {unknown}."),
        };

    private SandboxAnswer Commit() => twin.Commit(route, call);

    private Task AfterCommit(Func<Task> then)
    {
        Commit();
        return then();
    }

    private Task ProductGone()
    {
        call.ProductGone = true;
        return AnswerAsync(Commit());
    }

    private Task BalanceEmpty()
    {
        call.BalanceEmpty = true;
        return AnswerAsync(Commit());
    }

    private Task Reset()
    {
        LostConnection.Reset(http);
        return Task.CompletedTask;
    }

    private Task Close()
    {
        LostConnection.Close(http);
        return Task.CompletedTask;
    }

    private Task LateCommit()
    {
        twin.CommitLater(route, call, Delay);
        return Close();
    }

    private async Task SlowAnswerAsync()
    {
        var answer = Commit();
        await WaitAsync(Delay).ConfigureAwait(false);
        await AnswerAsync(answer).ConfigureAwait(false);
    }

    private async Task SlowCommitAsync()
    {
        SandboxAnswer? answer = null;
        twin.CommitLater(route, call, Delay, late => answer = late);
        await WaitAsync(Delay).ConfigureAwait(false);
        twin.Settle();
        while (answer is null)
        {
            // The timer and the wall clock may disagree by a moment.
            await WaitAsync(TimeSpan.FromMilliseconds(1)).ConfigureAwait(false);
            twin.Settle();
        }

        await AnswerAsync(answer).ConfigureAwait(false);
    }

    private Task WaitAsync(TimeSpan delay) => Task.Delay(delay, twin.Clock, stopping);

    private Task AnswerInsteadAsync()
    {
        var status = StatusOr(StatusCodes.Status500InternalServerError);
        var answer = fault?.Body is { } body
            ? new SandboxAnswer(status, fault.ContentType ?? MediaTypeNames.Application.Json, Encoding.UTF8.GetBytes(body))
            : SandboxAnswer.Html(status, string.Create(CultureInfo.InvariantCulture, $"{status} Server error"));
        return fault?.IsCut == true ? TruncateAsync(answer) : AnswerAsync(answer);
    }

    private string Target() => fault?.Location?.OriginalString ?? twin.BaseAddress.GetLeftPart(UriPartial.Authority) + call.PathAndQuery;

    private int StatusOr(int usual) => fault?.Status ?? usual;

    private static SandboxAnswer Half(SandboxAnswer answer) => answer with { Body = answer.Body[..(answer.Body.Length / 2)] };

    private async Task TruncateAsync(SandboxAnswer answer)
    {
        Head(answer);
        http.Response.ContentLength = answer.Body.Length;
        await http.Response.Body.WriteAsync(Half(answer).Body, stopping).ConfigureAwait(false);
        await http.Response.Body.FlushAsync(stopping).ConfigureAwait(false);
        LostConnection.Close(http);
    }

    private async Task AnswerAsync(SandboxAnswer answer)
    {
        Head(answer);
        await AnswerWriter.WriteAsync(http, answer, stopping).ConfigureAwait(false);
    }

    private void Head(SandboxAnswer answer)
    {
        arrival.Answered(answer.Status);
        AnswerWriter.WriteHead(http, answer with { RetryAfter = RetryAfter() ?? answer.RetryAfter });
        foreach (var (name, value) in twin.HeadersFor(call))
        {
            http.Response.Headers[name] = value;
        }
    }

    private string? RetryAfter() =>
        fault?.RetryAfter is not { } wait ? null
        : fault.RetryAfterAsDate ? (twin.Clock.GetUtcNow() + wait).ToString("R", CultureInfo.InvariantCulture)
        : Math.Ceiling(wait.TotalSeconds).ToString("F0", CultureInfo.InvariantCulture);
}
