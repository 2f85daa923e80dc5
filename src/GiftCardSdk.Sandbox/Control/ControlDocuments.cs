using System.Text.Json;
using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox;

/// <summary>A time in seconds.</summary>
internal sealed class SecondsConverter : JsonConverter<TimeSpan>
{
    public override TimeSpan Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        TimeSpan.FromSeconds(reader.GetDouble());

    public override void Write(Utf8JsonWriter writer, TimeSpan value, JsonSerializerOptions options) =>
        writer.WriteNumberValue(value.TotalSeconds);
}

internal sealed record LedgerDocument(
    int Sales,
    int Cards,
    int Duplicates,
    IReadOnlyDictionary<string, long> TotalCharged,
    IReadOnlyList<SandboxSale> Entries
);

internal sealed record TrafficDocument(int Total, IReadOnlyDictionary<string, int> Counts);

internal sealed record ClockDocument(DateTimeOffset UtcNow, bool CanAdvance);

internal sealed record AdvanceDocument(double Seconds);

internal sealed record TwinDocument(
    string Name,
    Uri BaseAddress,
    IReadOnlyDictionary<string, string> Credentials,
    IReadOnlyList<string> Operations
);

internal sealed record SandboxDocument(
    int Seed,
    IReadOnlyList<TwinDocument> Twins,
    IReadOnlyList<FaultKind> FaultKinds,
    IReadOnlyList<string> ControlRoutes
);

internal sealed record ControlError(string Error);

internal sealed record ControlDone(bool Done = true);

/// <summary>The control routes' JSON; the providers' own lives beside each twin.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UseStringEnumConverter = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    WriteIndented = true
)]
[JsonSerializable(typeof(Fault))]
[JsonSerializable(typeof(IReadOnlyList<Fault>))]
[JsonSerializable(typeof(IReadOnlyList<InjectedFault>))]
[JsonSerializable(typeof(LedgerDocument))]
[JsonSerializable(typeof(IReadOnlyList<SandboxArrival>))]
[JsonSerializable(typeof(TrafficDocument))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, long>))]
[JsonSerializable(typeof(ClockDocument))]
[JsonSerializable(typeof(AdvanceDocument))]
[JsonSerializable(typeof(SandboxDocument))]
[JsonSerializable(typeof(ControlError))]
[JsonSerializable(typeof(ControlDone))]
internal sealed partial class ControlJsonContext : JsonSerializerContext;
