using GiftCardSdk.Conformance;
using GiftCardSdk.Journal;
using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Batches.Tests;

/// <summary>One list for five providers over real sockets, where answers get lost and limits are hit.</summary>
public sealed class FiveProvidersTests
{
    private const int LinesEach = 12;

    [Fact]
    public async Task Whatever_goes_wrong_on_the_way_there_is_one_card_a_line_in_the_end()
    {
        var clock = new ConformanceClock();
        await using var sandbox = await StartAsync(clock);
        foreach (var twin in sandbox.Twins)
        {
            twin.Faults.Add(new Fault { Kind = FaultKind.ResetAfterCommit, Probability = 0.1m });
            twin.Faults.Add(new Fault { Kind = FaultKind.ServerErrorBeforeCommit, Probability = 0.1m });
            twin.Faults.Add(
                new Fault
                {
                    Kind = FaultKind.RateLimited,
                    Probability = 0.1m,
                    RetryAfter = TimeSpan.FromSeconds(1),
                }
            );
        }

        var journal = new InMemoryOrderJournal();
        List<BatchResult> first;
        await using (var dying = Application(sandbox, clock, journal))
        {
            first = await RunAsync(dying);
        }

        foreach (var twin in sandbox.Twins)
        {
            twin.Faults.Clear();
        }

        // What is not known at Huuray can only be told from what was never sold after its quiet time, which a process measures by itself.
        await using var next = Application(sandbox, clock, journal);
        var last = await RunAsync(next);
        for (var runs = 1; runs < 4 && last.Any(result => result.Status != BatchLineStatus.Bought); runs++)
        {
            clock.Advance(TimeSpan.FromMinutes(11));
            last = await RunAsync(next);
        }

        (first.Count, last.Count).ShouldBe((5 * LinesEach, 5 * LinesEach));
        last.ShouldAllBe(result => result.Status == BatchLineStatus.Bought);
        sandbox.Twins.SelectMany(twin => twin.Faults.History).ShouldNotBeEmpty();
        sandbox.Twins.ShouldAllBe(twin => twin.Ledger.Duplicates == 0 && twin.Ledger.Count == LinesEach);
    }

    [Fact]
    public async Task What_is_finished_is_not_read_back_from_its_provider()
    {
        var clock = new ConformanceClock();
        await using var sandbox = await StartAsync(clock);
        var journal = new InMemoryOrderJournal();
        await using var application = Application(sandbox, clock, journal);
        await RunAsync(application);
        var requests = sandbox.Twins.Sum(twin => twin.Requests.Total);

        var again = await RunAsync(application);

        again.ShouldAllBe(result => result.Status == BatchLineStatus.Bought && result.WasBoughtBefore && result.OrderId != null);
        sandbox.Twins.Sum(twin => twin.Requests.Total).ShouldBe(requests);
    }

    private static Task<GiftCardSandbox> StartAsync(ConformanceClock clock) =>
        GiftCardSandbox.StartAsync(
            options =>
            {
                options.TimeProvider = clock;
                options.Gifq.RequestsPerSecond = null;
            },
            TestContext.Current.CancellationToken
        );

    private static ServiceProvider Application(GiftCardSandbox sandbox, ConformanceClock clock, InMemoryOrderJournal journal)
    {
        var services = new ServiceCollection();
        services.AddSingleton<TimeProvider>(clock).AddSingleton<IOrderJournal>(journal);
        AddAccounts(services.AddGiftCards().AddBatches(), sandbox);
        return services.BuildServiceProvider();
    }

    private static async Task<List<BatchResult>> RunAsync(ServiceProvider application)
    {
        // No wait as long as a deadline, which this clock would not pass.
        var options = new BatchOptions { Concurrency = 8, MaxDelay = TimeSpan.FromSeconds(4) };
        return await application
            .GetRequiredService<IGiftCards>()
            .Batches.RunAsync("july", Lines().ToAsyncEnumerable(), options, Shop.Token)
            .ToListAsync(Shop.Token);
    }

    private static IEnumerable<BatchLine> Lines() =>
        Enumerable
            .Range(1, LinesEach)
            .SelectMany(number =>
                new[]
                {
                    Line(number, "giftbit", "northcafeus", Money.Of(10, "USD")),
                    Line(number, "gifq", "buchlaterne", Money.Of(30, "EUR"), "DE"),
                    Line(number, "giftronaut", "CHOICE-SUNRISE-USD", Money.Of(20, "USD")),
                    Line(number, "giftcardpartners", "HARBOR-COFFEE-US", Money.Of(15, "USD")),
                    Line(number, "huuray", "pt-nord-kaffe-flex-se", Money.Of(200, "SEK")),
                }
            );

    private static BatchLine Line(int number, string account, string product, Money value, string? country = null) =>
        new(
            new()
            {
                Reference = $"{account}-{number}",
                Delivery = Delivery.Returned,
                Lines =
                [
                    new()
                    {
                        ProductId = product,
                        FaceValue = value,
                        Country = country,
                    },
                ],
            },
            account
        );

    private static void AddAccounts(GiftCardsBuilder builder, GiftCardSandbox sandbox) =>
        builder
            .AddGiftbit(o =>
                (o.BaseAddress, o.ApiToken, o.CatalogRequestsPerSecond) = (sandbox.Giftbit.BaseAddress, sandbox.Giftbit.ApiToken, null)
            )
            .AddGifq(o => (o.BaseAddress, o.ApiToken, o.RequestsPerSecond) = (sandbox.Gifq.BaseAddress, sandbox.Gifq.ApiToken, 1_000))
            .AddGiftronaut(o =>
                (o.BaseAddress, o.ClientId, o.ClientSecret) = (
                    sandbox.Giftronaut.BaseAddress,
                    sandbox.Giftronaut.ClientId,
                    sandbox.Giftronaut.ClientSecret
                )
            )
            .AddGiftCardPartners(o =>
                (o.BaseAddress, o.Email, o.AccessToken) = (
                    sandbox.GiftCardPartners.BaseAddress,
                    sandbox.GiftCardPartners.Email,
                    sandbox.GiftCardPartners.AccessToken
                )
            )
            .AddHuuray(o =>
                (o.BaseAddress, o.ApiToken, o.ApiSecret) = (sandbox.Huuray.BaseAddress, sandbox.Huuray.ApiToken, sandbox.Huuray.ApiSecret)
            );
}
