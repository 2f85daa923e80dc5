using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using GiftCardSdk.Diagnostics;

namespace GiftCardSdk.AspNetCore.Tests;

/// <summary>Every measurement of the SDK with its tags, as text.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly ConcurrentQueue<string> _seen = new();
    private readonly MeterListener _listener = new();

    public Measurements()
    {
        _listener.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == GiftCardTelemetry.MeterName)
            {
                listener.EnableMeasurementEvents(instrument);
            }
        };
        _listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, tags));
        _listener.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, tags));
        _listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, tags));
        _listener.Start();
    }

    public IReadOnlyCollection<string> Seen => _seen;

    public void Dispose() => _listener.Dispose();

    private void Add(Instrument instrument, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        _seen.Enqueue($"{instrument.Name} {string.Join(' ', tags.ToArray())}");
}
