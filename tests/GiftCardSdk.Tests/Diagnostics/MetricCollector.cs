using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Globalization;
using GiftCardSdk.Diagnostics;
using GiftCardSdk.Diagnostics.Internal;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Tests.Diagnostics;

/// <summary>Keeps the measurements of one application's own meter.</summary>
internal sealed class MetricCollector : IDisposable
{
    private readonly ConcurrentQueue<(string Name, string Text)> _measured = [];
    private readonly MeterListener _listener = new();

    public MetricCollector(IServiceProvider services)
    {
        var meter = services.GetRequiredService<Instruments>().OperationDuration.Meter;
        meter.Name.ShouldBe(GiftCardTelemetry.MeterName);
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (ReferenceEquals(instrument.Meter, meter))
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        _listener.Start();
    }

    /// <summary>Everything measured, for searching.</summary>
    public IEnumerable<string> All => _measured.Select(measured => $"{measured.Name} {measured.Text}");

    /// <summary>What an instrument measured: value and sorted tags.</summary>
    public IReadOnlyList<string> Of(string name) =>
        [.. _measured.Where(measured => measured.Name == name).Select(measured => measured.Text)];

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var sorted = tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal);
        _measured.Enqueue((instrument.Name, $"{value.ToString(CultureInfo.InvariantCulture)} {string.Join(' ', sorted)}"));
    }
}
