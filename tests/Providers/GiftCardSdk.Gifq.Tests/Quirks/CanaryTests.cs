using System.Collections.Concurrent;
using System.Text;
using GiftCardSdk.Ordering;
using GiftCardSdk.Sandbox;
using GiftCardSdk.TestHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Gifq.Tests;

/// <summary>Quirk 19: whatever happens to an order or a batch, no log, exception, text or journal shows a token, a card or an address.</summary>
public sealed class CanaryTests
{
    private const string Token = "canary-token-81f2c4d7";
    private const string Code = "CNRY-82QK-1190";
    private const string Pin = "553174";
    private const string Link = "https://cards.example/claim/canary93ab";
    private const string Challenge = "771234";
    private const string Serial = "900017734";
    private const string Email = "canary.person@fjord.example";
    private const string ClaimToken = "canaryclaim55aa01";

    private static readonly string[] Canaries =
    [
        Token,
        "81f2c4d7",
        Code,
        Pin,
        Link,
        "canary93ab",
        Challenge,
        Serial,
        Email,
        "canary.person",
        ClaimToken,
    ];

    public static TheoryData<int, string> Ends
    {
        get
        {
            var data = new TheoryData<int, string>();
            foreach (var status in new[] { 200, 201, 302, 400, 401, 404, 408, 422, 429, 500 })
            {
                data.Add(status, "leaky");
                data.Add(status, "broken");
                data.Add(status, "html");
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Nothing_that_is_printed_shows_a_secret(int status, string form)
    {
        using var log = new Log();
        await using var server = await ReplayServer.StartAsync();
        await using var accounts = Accounts.At(
            server.BaseAddress,
            Token,
            new HastyClock(),
            register: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
        );
        server.Answer(Body(form), status, form == "html" ? "text/html" : "application/json");
        var seen = new StringBuilder();

        await SeeAsync(async () => await accounts.Account.Orders.PlaceAsync(Requests.Order("o-1")));
        await SeeAsync(async () => await accounts.Account.Status.GetAsync("77410"));
        await SeeAsync(async () => await accounts.Account.Status.FindAsync("o-1"));
        await SeeAsync(async () => await accounts.Account.Balances.ListAsync());
        await SeeAsync(async () => await accounts.Account.Catalog.GetAsync("b"));
        await SeeAsync(async () => await accounts.Payouts.DispatchAsync("wave-1", Requests.Batch("c", Email)));
        await SeeAsync(async () => await accounts.Api.GetRedeemPageAsync(new Secret(ClaimToken)));
        await foreach (
            var entry in accounts.Services.GetRequiredService<IOrderJournal>().ListAsync(new JournalQuery { IncludeTombstones = true })
        )
        {
            seen.AppendJoin(' ', entry, entry.Reason, entry.RawStatus, entry.ProviderKey, entry.LastProviderCode);
            seen.AppendJoin(' ', entry.Lines).AppendJoin(' ', entry.Lookups).AppendJoin(' ', entry.ProviderOrderIds);
        }

        seen.AppendJoin('\n', log.Lines);
        seen.Length.ShouldBeGreaterThan(500, "something must have been said at all");
        Canaries.Where(canary => seen.ToString().Contains(canary, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();

        async Task SeeAsync(Func<Task<object?>> call)
        {
            var result = (object?)null;
            var failure = await Record.ExceptionAsync(async () => result = await call());
            seen.Append(result)
                .Append(failure)
                .Append((failure as GiftCardException)?.RedactedBody)
                .Append((failure as GiftCardException)?.ProviderMessage);
        }
    }

    [Fact]
    public async Task A_whole_journey_over_the_twin_shows_nothing()
    {
        using var log = new Log();
        var clock = new HastyClock();
        await using var sandbox = await GiftCardSandbox.StartAsync(options => options.TimeProvider = clock);
        await using var accounts = Accounts.At(
            sandbox.Gifq.BaseAddress,
            sandbox.Gifq.ApiToken,
            clock,
            register: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
        );

        var order = await accounts.Account.PlaceAndWaitAsync(
            Requests.Order("o-1", Money.Of(50, "EUR"), "spa-alpina", "DE"),
            TimeSpan.FromMinutes(1)
        );

        var reward = order.Rewards.ShouldHaveSingleItem();
        var seen = string.Join('\n', log.Lines) + order + reward;
        string[] secrets = [reward.Link!.Reveal(), reward.Challenge!.Reveal(), sandbox.Gifq.ApiToken];
        secrets.Where(secret => seen.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string Body(string form) =>
        form switch
        {
            "html" => $"<html>{Code} {Link} {Email} {Token}</html>",
            "broken" => $$"""{ "id": "77410", "status": "completed", "redeem_details": { "code": "{{Code}}", "pin": "{{Pin}}", "link": """,
            _ => $$"""
                { "id": "77410", "reference": "o-1", "status": "completed", "message": "{{Email}} got {{Link}} with {{Token}}",
                  "request_id": "rq-1", "email": "{{Email}}", "campaign_id": "c", "name": "{{Email}}", "amount": 20, "currency": "EUR",
                  "redeem_details": { "code": "{{Code}}", "pin": "{{Pin}}", "link": "{{Link}}", "link_challenge_code": "{{Challenge}}",
                                      "serial": "{{Serial}}", "security_code": "{{Challenge}}" } }
                """,
        };

    private sealed class Log : ILoggerProvider, ILogger
    {
        public ConcurrentQueue<string> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => this;

        public void Dispose() => Lines.Clear();

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull
        {
            Lines.Enqueue($"{state}");
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
            Lines.Enqueue($"{formatter(state, exception)} {values} {exception}");
        }
    }
}
