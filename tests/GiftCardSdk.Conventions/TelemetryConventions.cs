using System.Collections.Concurrent;
using System.Diagnostics.Metrics;
using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using GiftCardSdk.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace GiftCardSdk.Conventions;

/// <summary>The dashboard and the alerts of docs/ name what the meter has, as Prometheus writes it.</summary>
public sealed partial class TelemetryConventions
{
    private static readonly Lazy<IReadOnlyList<Instrument>> Instruments = new(Publish);

    public static TheoryData<string> Files => ["docs/grafana-dashboard.json", "docs/alert-rules.yml"];

    [Theory]
    [MemberData(nameof(Files))]
    public void Every_name_is_one_of_an_instrument_or_of_a_tag(string file)
    {
        var known = Instruments.Value.SelectMany(NamesOf).Concat(Tags()).ToHashSet(StringComparer.Ordinal);

        Name()
            .Matches(Text(file))
            .Select(match => match.Value)
            .Distinct(StringComparer.Ordinal)
            .Where(name => !known.Contains(name))
            .Select(name => $"{file}: nothing is called {name}; use a name of docs/telemetry.md.")
            .ShouldBeNone();
    }

    [Fact]
    public void The_dashboard_shows_every_instrument()
    {
        var shown = Name().Matches(Text("docs/grafana-dashboard.json")).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);

        Instruments
            .Value.Where(instrument => !NamesOf(instrument).Any(shown.Contains))
            .Select(instrument => $"{instrument.Name}: add a panel to docs/grafana-dashboard.json.")
            .ShouldBeNone();
    }

    [Fact]
    public void The_documents_name_every_instrument()
    {
        var text = Text("docs/telemetry.md");

        Instruments
            .Value.Where(instrument => !text.Contains($"`{instrument.Name}`", StringComparison.Ordinal))
            .Select(instrument => $"{instrument.Name}: say in docs/telemetry.md what it means.")
            .ShouldBeNone();
    }

    [Fact]
    public void The_dashboard_is_json()
    {
        using var dashboard = JsonDocument.Parse(Text("docs/grafana-dashboard.json"));

        dashboard.RootElement.GetProperty("panels").GetArrayLength().ShouldBeGreaterThan(0);
    }

    private static string Text(string file) => File.ReadAllText(Path.Combine(Repository.Root, file));

    /// <summary>The names that Prometheus has for an instrument: dots as underscores, the unit in words, and an ending for its kind.</summary>
    private static IEnumerable<string> NamesOf(Instrument instrument)
    {
        var unit = instrument.Unit switch
        {
            "s" => "_seconds",
            "h" => "_hours",
            _ => "",
        };
        var name = Prometheus(instrument.Name) + unit;
        var kind = instrument.GetType().Name;
        return kind.StartsWith("Counter", StringComparison.Ordinal) ? [name + "_total"]
            : kind.StartsWith("Histogram", StringComparison.Ordinal) ? [name + "_bucket", name + "_sum", name + "_count"]
            : [name];
    }

    private static IEnumerable<string> Tags() =>
        typeof(GiftCardTelemetry)
            .GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.Name.EndsWith("Tag", StringComparison.Ordinal))
            .Select(field => Prometheus((string)field.GetRawConstantValue()!));

    private static string Prometheus(string name) => name.Replace('.', '_');

    /// <summary>What an application's meter really publishes.</summary>
    private static IReadOnlyList<Instrument> Publish()
    {
        var published = new ConcurrentQueue<Instrument>();
        using var listener = new MeterListener
        {
            InstrumentPublished = (instrument, _) =>
            {
                if (instrument.Meter.Name == GiftCardTelemetry.MeterName)
                {
                    published.Enqueue(instrument);
                }
            },
        };
        listener.Start();
        using var services = new ServiceCollection().AddLogging().AddMetrics().AddGiftCards().Services.BuildServiceProvider();
        services.GetRequiredService<IGiftCards>();
        return [.. published.DistinctBy(instrument => instrument.Name, StringComparer.Ordinal)];
    }

    // Written without the dollar of a dashboard's variables.
    [GeneratedRegex(@"\bgiftcards_[a-z_]+\b", RegexOptions.None, 1000)]
    private static partial Regex Name();
}
