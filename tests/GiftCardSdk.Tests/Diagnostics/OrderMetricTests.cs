using GiftCardSdk.Diagnostics;
using GiftCardSdk.TestHelpers;
using GiftCardSdk.Testing;
using GiftCardSdk.Tests.Ordering;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.Diagnostics;

/// <summary>What orders report to the meter.</summary>
public sealed class OrderMetricTests : IAsyncDisposable
{
    private const string Account = "giftcards.account=test";
    private const string Provider = "giftcards.provider=in-memory";

    private readonly ManualTimeProvider _clock = new();
    private readonly InMemoryGiftCardProvider _provider;
    private readonly ServiceProvider _services;
    private readonly MetricCollector _metrics;

    public OrderMetricTests()
    {
        _provider = new(new InMemoryProviderOptions { Idempotency = Profiles.NeverBuysAgain }, _clock);
        var services = new ServiceCollection();
        services.AddLogging().AddSingleton<TimeProvider>(_clock);
        services.AddGiftCards().AddInMemory(Shop.AccountName, _provider);
        _services = services.BuildServiceProvider();
        _metrics = new(_services);
    }

    private IGiftCardAccount Shopping => _services.GetRequiredService<IGiftCards>().GetAccount(Shop.AccountName);

    public async ValueTask DisposeAsync()
    {
        _metrics.Dispose();
        await _services.DisposeAsync();
    }

    [Fact]
    public async Task A_bought_order_counts_once_for_all_callers_and_its_repeats_not_at_all()
    {
        await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Shopping.Orders.PlaceAsync(Shop.Request())));
        await Shopping.Orders.PlaceAsync(Shop.Request());

        _metrics.Of(GiftCardTelemetry.OrdersEnded).ShouldBe([$"1 {Account} giftcards.order.state=Accepted {Provider}"]);
        _metrics.Of(GiftCardTelemetry.OrdersFaceValue).ShouldBe([$"25 {Account} giftcards.currency=EUR {Provider}"]);
    }

    [Fact]
    public async Task A_refused_order_counts_as_refused_and_spends_nothing()
    {
        _provider.NextOrders(ScriptedEnd.Refused(GiftCardErrorCode.ProductUnavailable));

        await Should.ThrowAsync<GiftCardException>(() => Shopping.Orders.PlaceAsync(Shop.Request()));

        _metrics.Of(GiftCardTelemetry.OrdersEnded).ShouldBe([$"1 {Account} giftcards.order.state=Refused {Provider}"]);
        _metrics.Of(GiftCardTelemetry.OrdersFaceValue).ShouldBeEmpty();
    }

    [Fact]
    public async Task Another_content_under_a_used_reference_is_no_end_of_an_order()
    {
        await Shopping.Orders.PlaceAsync(Shop.Request());

        await Should.ThrowAsync<GiftCardException>(() => Shopping.Orders.PlaceAsync(Shop.Request(amount: 30)));

        _metrics.Of(GiftCardTelemetry.OrdersEnded).Count.ShouldBe(1);
    }

    [Fact]
    public async Task An_order_that_is_found_after_its_answer_was_lost_is_bought()
    {
        _provider.NextOrders(ScriptedEnd.AnswerLost);

        await _clock.LetPassAsync(Shopping.Orders.PlaceAsync(Shop.Request()));

        _metrics.Of(GiftCardTelemetry.OrdersEnded).ShouldBe([$"1 {Account} giftcards.order.state=Accepted {Provider}"]);
        _metrics.Of(GiftCardTelemetry.OrdersFaceValue).ShouldBe([$"25 {Account} giftcards.currency=EUR {Provider}"]);
    }

    [Fact]
    public async Task An_open_order_shows_its_age_after_each_pass_and_counts_as_bought_when_it_is_found()
    {
        _provider.ScriptLookups(static _ => ScriptedLookup.Inconclusive("test"));
        _provider.ScriptOrders(static _ => ScriptedEnd.AnswerLost);
        await Should.ThrowAsync<OrderOutcomeUnknownException>(() => _clock.LetPassAsync(Shopping.Orders.PlaceAsync(Shop.Request())));
        var journal = _services.GetRequiredService<IGiftCards>().Journal;

        await _clock.LetPassAsync(journal.ResolveAsync());
        _metrics.Of(GiftCardTelemetry.OrdersOldest)[^1].ShouldEndWith($" {Account} giftcards.order.state=Unknown {Provider}");
        double.Parse(_metrics.Of(GiftCardTelemetry.OrdersOldest)[^1].Split(' ')[0], System.Globalization.CultureInfo.InvariantCulture)
            .ShouldBeGreaterThan(0);
        _provider.ScriptLookups(static _ => ScriptedLookup.Truth);
        await _clock.LetPassAsync(journal.ResolveAsync());

        _metrics.Of(GiftCardTelemetry.OrdersOldest)[^1].ShouldStartWith("0 ");
        _metrics.Of(GiftCardTelemetry.OrdersEnded).ShouldBe([$"1 {Account} giftcards.order.state=Unknown {Provider}"]);
        _metrics.Of(GiftCardTelemetry.OrdersResolved).ShouldBe([$"1 {Account} giftcards.order.state=Accepted {Provider}"]);
        _metrics.Of(GiftCardTelemetry.OrdersFaceValue).ShouldBe([$"25 {Account} giftcards.currency=EUR {Provider}"]);
    }
}
