using System.Collections.Concurrent;
using System.Diagnostics;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GiftCardSdk.GiftCardPartners.Tests;

/// <summary>
/// Quirk 13: credentials, tokens, links, answers and recipients travel every path of success and failure; nothing that is logged, traced, thrown
/// or printed shows one.
/// </summary>
public sealed class CanaryTests
{
    private const string Email = "birdsong.user@account.example";
    private const string AccessToken = "birdsong-access-token-91";

    private static readonly string[] Canaries =
    [
        "birdsong",
        "tok.sandbox.",
        "claim.sandbox.example/c/",
        "+12025550143",
        "18 Quarry Road",
        "Tomas Reyes",
    ];

    public static TheoryData<string> Ends => ["success", .. Enum.GetNames<FaultKind>()];

    [Theory]
    [MemberData(nameof(Ends))]
    public async Task Q13_nothing_secret_is_seen_from_outside(string end)
    {
        var clock = new HastyClock();
        await using var sandbox = await GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            options.GiftCardPartners.Email = Email;
            options.GiftCardPartners.AccessTokens.Clear();
            options.GiftCardPartners.AccessTokens.Add(AccessToken);
        });
        var twin = sandbox.GiftCardPartners;
        using var seen = new Seen();
        await using var accounts = Accounts.At(
            twin.BaseAddress,
            Email,
            AccessToken,
            clock,
            register: services => services.AddLogging(logging => logging.SetMinimumLevel(LogLevel.Trace).AddProvider(seen))
        );
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

        await seen.CallAsync(() => accounts.Account.Orders.PlaceAsync(Request("links", Delivery.Returned)));
        await seen.CallAsync(() => accounts.Account.Orders.PlaceAsync(Request("mail", Delivery.EmailAndSms)));
        await seen.CallAsync(() =>
            accounts.Account.Orders.PlaceAsync(Request("mail", Delivery.EmailAndSms) with { Lines = [Requests.Line()] })
        );
        await seen.CallAsync(() => accounts.Account.Orders.PlaceAsync(Requests.Post("post")));
        await seen.CallAsync(() => accounts.Account.Orders.PlaceAsync(Request("bad", Delivery.EmailAndSms, value: 16)));
        await seen.CallAsync(() => accounts.Account.Status.FindAsync("links"));
        await seen.CallAsync(() => accounts.Api.CreateTokenAsync());
        await seen.CallAsync(() => accounts.Api.CreateOrderAsync(Requests.Wire("links")));
        await seen.CallAsync(() => accounts.Api.ListOrdersAsync());
        twin.SetAccessTokens("other");
        twin.RevokeTokens();
        await seen.CallAsync(() => accounts.Account.Balances.ListAsync());

        var text = string.Join('\n', seen.Texts);
        text.ShouldContain("giftcardpartners");
        Canaries.Where(canary => text.Contains(canary, StringComparison.OrdinalIgnoreCase)).ShouldBeEmpty();
    }

    private static OrderRequest Request(string reference, Delivery delivery, decimal value = 15) =>
        new()
        {
            Reference = reference,
            Delivery = delivery,
            Message = new()
            {
                Body = "birdsong text",
                SenderName = "birdsong sender",
                SenderEmail = "birdsong.sender@panel.example",
            },
            Lines =
            [
                Requests.Line(value: value) with
                {
                    Recipient =
                        delivery == Delivery.Returned
                            ? null
                            : new()
                            {
                                Name = "Birdsong Ines",
                                Email = "birdsong.ines@panel.example",
                                Phone = "+12025550143",
                            },
                },
            ],
            Options =
            [
                new GiftCardPartnersOrderOptions
                {
                    Note = "birdsong note",
                    FulfillmentComplete = new("https://hooks.northlake.example/birdsong-secret"),
                },
            ],
        };

    /// <summary>Everything that can be seen from outside: log entries, spans, results and exceptions as they print.</summary>
    private sealed class Seen : ILoggerProvider
    {
        private readonly ActivityListener _listener;

        public Seen()
        {
            _listener = new()
            {
                ShouldListenTo = _ => true,
                Sample = (ref _) => ActivitySamplingResult.AllDataAndRecorded,
                ActivityStopped = activity =>
                    Texts.Enqueue(
                        $"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Events.SelectMany(e => e.Tags))}"
                    ),
            };
            ActivitySource.AddActivityListener(_listener);
        }

        public ConcurrentQueue<string> Texts { get; } = [];

        public async Task CallAsync<T>(Func<Task<T>> call)
        {
            try
            {
                var result = await call();
                var order = result as Order;
                Texts.Enqueue($"{result} {string.Join(' ', order?.Rewards ?? [])} {string.Join(' ', order?.Lines ?? [])}");
            }
            catch (GiftCardException failure)
            {
                Texts.Enqueue($"{failure} {failure.RedactedBody} {failure.ProviderMessage}");
            }
        }

        public ILogger CreateLogger(string categoryName) => new Logger(this);

        public void Dispose() => _listener.Dispose();

        private sealed class Logger(Seen seen) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull
            {
                seen.Texts.Enqueue($"{state}");
                return null;
            }

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(
                LogLevel logLevel,
                EventId eventId,
                TState state,
                Exception? exception,
                Func<TState, Exception?, string> formatter
            ) => seen.Texts.Enqueue($"{formatter(state, exception)} {exception}");
        }
    }
}
