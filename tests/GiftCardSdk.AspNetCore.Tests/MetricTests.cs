using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using System.Net;
using GiftCardSdk.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>What webhooks report to the meter.</summary>
public sealed class MetricTests
{
    [Fact]
    public async Task Every_delivery_is_counted_by_verdict_and_answer_and_strangers_name_no_account()
    {
        await using var receiver = await Receiver.StartAsync(cards => Giftronaut.Add(cards));
        using var metrics = new Collector(receiver.Services, GiftCardTelemetry.WebhooksReceived);
        var body = Giftronaut.LowBalance();

        (await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body))).ShouldBe(HttpStatusCode.OK);
        await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body, "another secret"));
        await receiver.PostAsync(receiver.AddressOf("somebody"), body, Giftronaut.Signed(body));

        metrics.Measured.ShouldBe(["1 giftronaut Verified 200", "1 giftronaut Forged 401", "1  NotSigned 404"]);
    }

    [Fact]
    public async Task The_lag_of_an_event_counts_until_every_handler_is_done()
    {
        await using var receiver = await Receiver.StartAsync(
            cards => Giftronaut.Add(cards),
            services => services.AddSingleton<IGiftCardWebhookHandler, Content>()
        );
        using var metrics = new Collector(receiver.Services, GiftCardTelemetry.EventsLag);
        var body = Giftronaut.LowBalance();
        await receiver.PostAsync(receiver.AddressOf(Giftronaut.Account), body, Giftronaut.Signed(body));

        receiver.Clock.Advance(TimeSpan.FromSeconds(3));
        await receiver.Webhooks.DispatchAsync();

        metrics.Measured.ShouldBe(["3 giftronaut giftronaut"]);
    }

    private sealed class Content : IGiftCardWebhookHandler
    {
        public ValueTask HandleAsync(GiftCardEvent giftCardEvent, CancellationToken cancellationToken = default) => ValueTask.CompletedTask;
    }

    /// <summary>What one instrument of one application measured: the value, and the values of its tags by the names of the tags.</summary>
    private sealed class Collector : IDisposable
    {
        private readonly ConcurrentQueue<string> _measured = [];
        private readonly MeterListener _listener = new();

        public Collector(IServiceProvider services, string name)
        {
            var factory = services.GetRequiredService<IMeterFactory>();
            _listener.InstrumentPublished = (instrument, listener) =>
            {
                if (instrument.Name == name && ReferenceEquals(instrument.Meter.Scope, factory))
                {
                    listener.EnableMeasurementEvents(instrument);
                }
            };
            _listener.SetMeasurementEventCallback<long>((_, value, tags, _) => Add(value, tags));
            _listener.SetMeasurementEventCallback<double>((_, value, tags, _) => Add(value, tags));
            _listener.Start();
        }

        public IReadOnlyList<string> Measured => [.. _measured];

        public void Dispose() => _listener.Dispose();

        private void Add(double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
            _measured.Enqueue(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{value} {string.Join(' ', tags.ToArray().OrderBy(tag => tag.Key, StringComparer.Ordinal).Select(tag => tag.Value))}"
                )
            );
    }
}
