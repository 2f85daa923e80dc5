using System.Collections.Concurrent;
using System.Diagnostics;
using GiftCardSdk.Ordering;
using GiftCardSdk.Sandbox;
using GiftCardSdk.TestHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Giftronaut.Tests;

/// <summary>
/// Quirk 17: secrets, tokens, links and recipients travel every path of success and failure; nothing that is logged, traced, thrown, printed or
/// journalled shows one.
/// </summary>
public sealed class CanaryTests
{
    private const string ClientSecret = "birdsong-client-secret-91";

    private static readonly string[] Canaries = ["birdsong", "sim.token.", "/r/", "Tomas Reyes", "Quarry"];

    public static TheoryData<string> Ends => ["success", .. Enum.GetNames<FaultKind>()];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Nothing_secret_is_seen_from_outside(string end)
    {
        var clock = new HastyClock();
        await using var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.Giftronaut.SandboxRequestsPerMinute = null;
        });
        var twin = sandbox.Giftronaut;
        twin.SetClientSecret(twin.ClientId, ClientSecret);
        var token = twin.IssueToken();
        using var seen = new Seen();
        await using var accounts = Accounts.At(
            twin.BaseAddress,
            twin.ClientId,
            ClientSecret,
            clock,
            options => options.Scopes += " campaigns.read campaigns.write",
            services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(seen))
        );
        var campaign = await accounts.Api.CreateCampaignAsync(Requests.Campaign);
        foreach (var operation in twin.Operations)
        {
            if (Enum.TryParse<FaultKind>(end, out var kind))
            {
                twin.Faults.Add(
                    new()
                    {
                        Operation = operation,
                        Kind = kind,
                        Times = 2,
                        Delay = TimeSpan.FromSeconds(1),
                    }
                );
            }
        }

        await seen.CallAsync(() => accounts.Account.Orders.PlaceAsync(Requests.Links("links")));
        await seen.CallAsync(() => accounts.Account.Orders.PlaceAsync(Request("mail")));
        await seen.CallAsync(() => accounts.Account.Orders.PlaceAsync(Request("mail") with { Lines = [Requests.Line()] }));
        await seen.CallAsync(() => accounts.Account.Orders.PlaceAsync(Request("bad", value: 16)));
        await seen.CallAsync(() => accounts.Account.Orders.PlaceAsync(Request("twice", lines: 2)));
        await seen.CallAsync(() => accounts.Account.Status.FindAsync("links"));
        await seen.CallAsync(() => accounts.Campaigns.RunAsync("wave", campaign, Requests.Run("birdsong.ana@panel.example")));
        await seen.CallAsync(() => accounts.Api.CreateTokenAsync());
        await seen.CallAsync(() => accounts.Api.ListOrdersAsync());
        await seen.CallAsync(() =>
            accounts.Api.ResendOrderAsync("OT-1", new() { Recipients = [new() { Email = "birdsong.ana@panel.example" }] })
        );
        twin.SetClientSecret(twin.ClientId, "other");
        twin.RevokeTokens();
        await seen.CallAsync(() => accounts.Account.Balances.ListAsync());
        await foreach (
            var entry in accounts.Services.GetRequiredService<IOrderJournal>().ListAsync(new JournalQuery { IncludeTombstones = true })
        )
        {
            seen.Add(string.Join(' ', entry, entry.Reason, entry.RawStatus, entry.LastProviderCode, string.Join(' ', entry.Lines)));
        }

        var text = string.Join('\n', seen.Texts);
        text.ShouldContain("giftronaut");
        Canaries.Append(token).Where(canary => text.Contains(canary, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    private static OrderRequest Request(string reference, decimal value = 75, int lines = 1)
    {
        var line = Requests.Line("birdsong.recipient@panel.example", value, name: "Tomas Reyes");
        return Requests.Email(reference, [.. Enumerable.Repeat(line, lines)]) with
        {
            Message = new()
            {
                SenderName = "birdsong sender",
                Subject = "birdsong subject",
                Body = "birdsong text",
            },
            Options =
            [
                new GiftronautOrderOptions
                {
                    Lines = new Dictionary<int, GiftronautLineOptions> { [0] = new() { Company = "birdsong company" } },
                },
            ],
        };
    }

    /// <summary>Everything that can be seen: log lines with their values, traces, results as printed and exceptions with all they carry.</summary>
    private sealed class Seen : ILoggerProvider, ILogger
    {
        private readonly ActivityListener _listener;

        public Seen()
        {
            _listener = new()
            {
                ShouldListenTo = _ => true,
                Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity => Texts.Enqueue($"{activity.DisplayName} {string.Join(' ', activity.TagObjects)}"),
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public ConcurrentQueue<string> Texts { get; } = [];

        public void Add(string text) => Texts.Enqueue(text);

        public async Task CallAsync<T>(Func<Task<T>> call)
        {
            var result = default(T);
            var failure = await Record.ExceptionAsync(async () => result = await call());
            Add($"{result} {failure} {(failure as GiftCardException)?.RedactedBody} {(failure as GiftCardException)?.ProviderMessage}");
            if (result is Order order)
            {
                Add(string.Join(' ', order.Rewards));
            }
        }

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose() => _listener.Dispose();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Add($"{state}");
            return null;
        }

        public bool IsEnabled(LogLevel logLevel) => true;

        void ILogger.Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        )
        {
            var values = state is IEnumerable<KeyValuePair<string, object?>> pairs ? string.Join(' ', pairs) : "";
            Add($"{formatter(state, exception)} {values} {exception}");
        }
    }
}
