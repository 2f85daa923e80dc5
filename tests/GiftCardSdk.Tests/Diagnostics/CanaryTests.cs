using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.Sockets;
using System.Text;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Http;
using GiftCardSdk.Http.Internal;
using GiftCardSdk.Tests.Http;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.Diagnostics;

/// <summary>Unique fakes travel every path of success and failure; nothing that is printed, logged, measured or thrown may show one.</summary>
public sealed class CanaryTests
{
    private const string Token = "canarytoken81f2c4d7";
    private const string PathToken = "canarypath93ab17ce";
    private const string Email = "canary.person@mail.example";
    private const string Code = "CANA-RY12-34FF-9Q7Z";
    private const string Link = "https://gifts.example/claim/canarylink55";
    private const string Pin = "7391";

    private static readonly string[] Canaries = [Token, PathToken, Email, "canary.person", Code, "RY12-34FF", Link, "canarylink55"];

    private const string Leaky =
        $$"""{"code":"E_LEAKY","message":"{{Email}} got {{Code}} at {{Link}} with {{Token}}","pin":"{{Pin}}","card":{"code2":"{{Code}}","link":"{{Link}}"},"{{Email}}":"{{Token}}"}""";

    public static TheoryData<string> Ends =>
        [
            "success",
            "refused",
            "failed",
            "busy",
            "unauthorized",
            "html",
            "truncated",
            "unreadable",
            "too large",
            "lost",
            "leaky transport",
            "closed",
            "no credential",
            "cancelled",
            "redirect",
        ];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Nothing_secret_is_seen_from_outside(string end)
    {
        var audit = new AuditTests.AuditCollector();
        using var log = new LogCollector();
        using var traces = new TraceCollector();
        await using var server = RawServer.Start((socket, _) => AnswerAsync(socket, end));
        await using var account = TestAccount.On(
            server.Address,
            settings =>
                settings with
                {
                    MaxResponseBytes = 4096,
                    Credentials = ApiKeyCredentials.Bearer(() =>
                        end == "no credential" ? throw new FormatException($"The value '{Token}' is invalid.") : [Token, Token + "b"]
                    ),
                },
            services =>
            {
                services.WithLog(log).AddSingleton<IGiftCardAudit>(audit);
                if (end == "leaky transport")
                {
                    services.AddSingleton(
                        new PrimaryHandlerFactory(_ => new StubTransport(
                            (_, _, _) => throw new HttpRequestException($"{Link} {Email} {Token}")
                        ))
                    );
                }
            }
        );
        using var metrics = new MetricCollector(account.Services);
        var seen = new StringBuilder();

        foreach (var operation in new[] { Operations.Create, Operations.ReadByPost })
        {
            using var caller = new CancellationTokenSource();
            var body = ProviderBody.Json(new($"{Email} {Code}"), ThingJson.Default.Thing);
            var call = account.SendAsync(operation, $"claims/{PathToken}?email={Email}", body, caller.Token);
            if (end == "cancelled")
            {
                await server.NextArrivalAsync();
                await caller.CancelAsync();
            }

            seen.AppendLine(await DescribeAsync(account.Clock.FinishAsync(call)));
        }

        seen.AppendJoin('\n', audit.Entries).AppendJoin('\n', log.Lines).AppendJoin('\n', metrics.All).AppendJoin('\n', traces.Printed);
        var text = seen.ToString();
        text.Length.ShouldBeGreaterThan(500);
        foreach (var canary in Canaries)
        {
            text.ShouldNotContain(canary, Case.Insensitive);
        }

        text.ShouldNotContain($"\"{Pin}\"");
        if (end is not ("no credential" or "leaky transport"))
        {
            // They did travel: what is not found was there to be found.
            var sent = string.Concat(server.Requests);
            sent.ShouldContain(Token);
            sent.ShouldContain(PathToken);
            sent.ShouldContain(Email);
        }
    }

    private static async Task<string> DescribeAsync(Task<ProviderResponse<Thing>> call)
    {
        try
        {
            return (await call).ToString();
        }
        catch (Exception failure)
        {
            return Describe(failure);
        }
    }

    private static async Task AnswerAsync(Socket socket, string end)
    {
        var answer = end switch
        {
            "success" => RawServer.Answer("200 OK", $$"""{"Name":"{{Code}} {{Link}}"}""", $"X-Token: {Token}"),
            "refused" => RawServer.Answer("422 No", Leaky, $"X-Token: {Token}"),
            "failed" => RawServer.Answer("500 Failed", Leaky),
            "busy" => RawServer.Answer("429 Busy", Leaky, "Retry-After: 1"),
            "unauthorized" => RawServer.Answer("401 No", Leaky, $"WWW-Authenticate: Bearer error=\"{Token}\""),
            "html" => RawServer.Answer("502 Bad", $"<html><a href='{Link}'>{Email}</a><script>{Token}</script> {Code} {Token}</html>"),
            "truncated" => RawServer.Answer("200 OK", Leaky)[..^20],
            "unreadable" => RawServer.Answer("200 OK", $$"""{"Name":{"{{Code}}":"{{Token}}"},"{{Email}}":1}"""),
            "too large" => RawServer.Answer("200 OK", $$"""{"Name":"{{string.Concat(Enumerable.Repeat(Link, 500))}}"}"""),
            "redirect" => RawServer.Answer("307 Elsewhere", "", $"Location: {Link}"),
            _ => "",
        };
        if (answer.Length > 0)
        {
            await socket.SendAsync(Encoding.UTF8.GetBytes(answer));
        }

        if (end is "truncated" or "closed")
        {
            RawServer.CloseCleanly(socket);
        }
        else if (end == "lost")
        {
            RawServer.Reset(socket);
        }
    }

    /// <summary>All that an exception holds, whoever prints it.</summary>
    private static string Describe(Exception failure)
    {
        var text = new StringBuilder();
        for (var current = failure; current is not null; current = current.InnerException)
        {
            text.AppendLine(current.ToString());
            foreach (var property in current.GetType().GetProperties())
            {
                text.AppendLine($"{property.Name}: {property.GetValue(current)}");
            }
        }

        return text.ToString();
    }

    /// <summary>Every activity of the process that says anything about these calls, ours or the platform's.</summary>
    private sealed class TraceCollector : IDisposable
    {
        private readonly ConcurrentQueue<Activity> _stopped = [];
        private readonly ActivityListener _listener;

        public TraceCollector()
        {
            _listener = new()
            {
                ShouldListenTo = static _ => true,
                Sample = static (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = _stopped.Enqueue,
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public IEnumerable<string> Printed =>
            _stopped.Select(static activity =>
                $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} "
                + string.Join(' ', activity.Events.SelectMany(static entry => entry.Tags))
            );

        public void Dispose() => _listener.Dispose();
    }
}
