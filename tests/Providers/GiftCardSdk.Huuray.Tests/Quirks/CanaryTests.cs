using System.Collections.Concurrent;
using System.Text;
using GiftCardSdk.Ordering;
using GiftCardSdk.Sandbox;
using GiftCardSdk.TestHelpers;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.Huuray.Tests;

/// <summary>Quirk 22: whatever happens to an order, no log, exception, text or journal shows a token, a secret, a hash, a card or an address.</summary>
public sealed class CanaryTests
{
    private const string Token = "canary-token-81f2c4d7";
    private const string ApiSecret = "canary-secret-6b20e9aa";
    private const string Code = "CNRY-82QK-1190";
    private const string Cvv = "553174";
    private const string Link = "https://cards.example/claim/canary93ab";
    private const string Email = "canary.person@fjord.example";
    private const string Phone = "+4670555123987";
    private const string FileName = "canary-invoice-77";
    private const string Content = "Q0FOQVJZLVBERg==";

    private static readonly string[] Canaries =
    [
        Token,
        "81f2c4d7",
        ApiSecret,
        Code,
        Cvv,
        Link,
        "canary93ab",
        Email,
        "canary.person",
        Phone,
        FileName,
        Content,
        "CANARY-PDF",
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
            ApiSecret,
            new HastyClock(),
            register: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
        );
        var request = Requests.Email("o-1", Email);
        server.ByRequest = call =>
            call.Path == "/v4/Template" && status == 200
                ? new(Example.Read("templates"))
                : new(Body(form), status, form == "html" ? "text/html" : "application/json");
        var seen = new StringBuilder();

        await SeeAsync(async () => await accounts.Account.Orders.PlaceAsync(Requests.Returned("o-1")));
        await SeeAsync(async () => await accounts.Account.Orders.PlaceAsync(request with { Reference = "o-2" }));
        await SeeAsync(async () => await accounts.Account.Status.GetAsync("a-77410"));
        await SeeAsync(async () => await accounts.Account.Status.FindAsync("o-1"));
        await SeeAsync(async () => await accounts.Account.Orders.ResendAsync("a-77410"));
        await SeeAsync(async () => await accounts.Account.Orders.CancelAsync("a-77410"));
        await SeeAsync(async () => await accounts.Account.Balances.ListAsync());
        await SeeAsync(async () => await accounts.Account.Catalog.GetAsync("p"));
        await SeeAsync(async () => await accounts.Api.SearchAsync(new() { RecipientEmail = Email, RecipientPhone = Phone }));
        await SeeAsync(async () => await accounts.Api.GetPdfAsync(new() { OrderUid = "a-77410" }));
        await SeeAsync(async () => await accounts.Api.UploadAsync(WireCalls.File with { FileName = FileName }));
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
            sandbox.Huuray.BaseAddress,
            sandbox.Huuray.ApiToken,
            sandbox.Huuray.ApiSecret,
            clock,
            register: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(log))
        );

        var order = await accounts.Account.PlaceAndWaitAsync(Requests.Email("o-1", Email), TimeSpan.FromMinutes(1));

        var reward = order.Rewards.ShouldHaveSingleItem();
        var seen = string.Join('\n', log.Lines) + order + reward;
        string[] secrets =
        [
            reward.Code!.Reveal(),
            reward.Link!.Reveal(),
            sandbox.Huuray.ApiToken,
            sandbox.Huuray.ApiSecret,
            sandbox.Huuray.Requests.All[0].Headers["X-API-HASH"],
            Email,
        ];
        secrets.Where(secret => seen.Contains(secret, StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static string Body(string form) =>
        form switch
        {
            "html" => $"<html>{Code} {Link} {Email} {Token} {Phone}</html>",
            "broken" => $$"""{ "OrderUID": "a-77410", "Vouchers": [{ "ID": 1, "Code": "{{Code}}", "CVV": "{{Cvv}}", "RedeemLink": """,
            _ => $$"""
                { "OrderUID": "a-77410", "RefID": "o-1", "Status": 200, "StatusMessage": "{{Email}} got {{Link}} with {{Token}}",
                  "Token": "t-1", "FileName": "{{FileName}}", "NumberOfResends": 1, "OrderCancelled": true,
                  "Documents": [{ "FileName": "{{FileName}}", "Content": "{{Content}}" }],
                  "errors": { "$.Recipients": ["{{Email}} is none"] },
                  "Vouchers": [{ "ID": 8801, "Cancelled": true, "Code": "{{Code}}", "CVV": "{{Cvv}}", "RedeemLink": "{{Link}}",
                    "Recipient": { "Name": "{{Email}}", "Email": "{{Email}}", "Phone": "{{Phone}}" } }] }
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
