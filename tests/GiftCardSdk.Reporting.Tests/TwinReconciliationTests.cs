using GiftCardSdk.Sandbox;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Reporting.Tests;

/// <summary>Over the real wire of each twin: what was sold here is matched, and what was sold behind the journal's back is found.</summary>
public sealed class TwinReconciliationTests
{
    /// <summary>Nobody moves the clock for a whole minute of a limit.</summary>
    private const int NoLimit = 100_000;

    private static readonly Dictionary<string, (OrderRequest Order, bool HasMovements)> Accounts = new(StringComparer.Ordinal)
    {
        ["giftbit"] = (Order("northcafeus", 12), false),
        ["gifq"] = (Order("north-cafe", 25, "US"), true),
        ["giftronaut"] = (Order("CHOICE-SUNRISE-USD", 20), true),
        ["giftcardpartners"] = (Order("HARBOR-COFFEE-US", 15), false),
    };

    public static TheoryData<string> Names => [.. Accounts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Journal_orders_and_movements_fit_and_a_foreign_order_is_found(string name)
    {
        var clock = new ConformanceClock();
        await using var sandbox = await StartAsync(clock);
        await using var here = Application(sandbox, clock);
        await using var elsewhere = Application(sandbox, clock);
        var (request, hasMovements) = Accounts[name];
        var started = clock.GetUtcNow();
        var giftCards = here.GetRequiredService<IGiftCards>();
        for (var number = 0; number < 25; number++)
        {
            var placed = await giftCards.GetAccount(name).Orders.PlaceAsync(request with { Reference = $"here-{number}" });
            await giftCards.GetAccount(name).Status.WaitForCompletionAsync(placed.Id);
        }

        var period = new TimePeriod(started.AddDays(-1), clock.GetUtcNow().AddDays(1));
        var fitting = await giftCards.ReconcileAsync(name, period);
        var foreigner = elsewhere.GetRequiredService<IGiftCards>().GetAccount(name);
        var foreign = await foreigner.Orders.PlaceAsync(request with { Reference = "elsewhere" });
        await foreigner.Status.WaitForCompletionAsync(foreign.Id);
        var differing = await giftCards.ReconcileAsync(name, period);

        fitting.Findings.ShouldBeEmpty();
        (fitting.OrdersHere, fitting.OrdersThere, fitting.Matched).ShouldBe((25, 25, 25));
        fitting.Movements.ShouldBe(hasMovements ? 25 : null);
        var finding = differing.Findings.ShouldHaveSingleItem();
        (finding.Kind, finding.OrderId).ShouldBe((ReconciliationFindingKind.MissingHere, foreign.Id));
    }

    [Fact]
    public async Task A_provider_that_lists_nothing_says_so_before_anything_is_read()
    {
        var clock = new ConformanceClock();
        await using var sandbox = await StartAsync(clock);
        await using var application = Application(sandbox, clock);
        var period = new TimePeriod(clock.GetUtcNow().AddDays(-1), clock.GetUtcNow());

        var failure = await Should.ThrowAsync<GiftCardException>(() =>
            application.GetRequiredService<IGiftCards>().ReconcileAsync("huuray", period)
        );

        failure.Code.ShouldBe(GiftCardErrorCode.NotSupported);
        failure.Message.ShouldContain("'huuray' (huuray) cannot list orders");
    }

    private static Task<GiftCardSandbox> StartAsync(ConformanceClock clock) =>
        GiftCardSandbox.StartAsync(options =>
        {
            options.TimeProvider = clock;
            // On a clock that jumps, calls that were paced arrive at one instant; the limits have tests of their own.
            options.Gifq.RequestsPerSecond = null;
            options.Giftronaut.SandboxRequestsPerMinute = null;
            options.Giftronaut.RefillBelow = null;
            options.GiftCardPartners.MaxPageSize = 20;
        });

    private static ServiceProvider Application(GiftCardSandbox sandbox, ConformanceClock clock)
    {
        var services = new ServiceCollection().AddSingleton<TimeProvider>(clock).AddLogging();
        services
            .AddGiftCards()
            .KeepOrderHistory()
            .AddGiftbit(o => (o.BaseAddress, o.ApiToken) = (sandbox.Giftbit.BaseAddress, sandbox.Giftbit.ApiToken))
            .AddGifq(o => (o.BaseAddress, o.ApiToken) = (sandbox.Gifq.BaseAddress, sandbox.Gifq.ApiToken))
            .AddGiftronaut(o =>
            {
                (o.BaseAddress, o.ClientId, o.ClientSecret) = (
                    sandbox.Giftronaut.BaseAddress,
                    sandbox.Giftronaut.ClientId,
                    sandbox.Giftronaut.ClientSecret
                );
                o.MaxRequestsPerMinute = NoLimit;
            })
            .AddGiftCardPartners(o =>
            {
                (o.BaseAddress, o.Email, o.AccessToken) = (
                    sandbox.GiftCardPartners.BaseAddress,
                    sandbox.GiftCardPartners.Email,
                    sandbox.GiftCardPartners.AccessToken
                );
                o.MaxRequestsPerMinute = NoLimit;
            })
            .AddHuuray(o =>
                (o.BaseAddress, o.ApiToken, o.ApiSecret) = (sandbox.Huuray.BaseAddress, sandbox.Huuray.ApiToken, sandbox.Huuray.ApiSecret)
            );
        return services.BuildServiceProvider();
    }

    private static OrderRequest Order(string product, decimal value, string? country = null) =>
        new()
        {
            Reference = "template",
            Delivery = Delivery.Returned,
            Lines =
            [
                new()
                {
                    ProductId = product,
                    FaceValue = Money.Of(value, "USD"),
                    Country = country,
                },
            ],
        };
}
