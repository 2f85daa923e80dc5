using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox;

/// <summary>A fault as written over HTTP: times in seconds, kinds by name.</summary>
internal sealed record FaultDocument
{
    /// <summary>Null for every one: the generated reader does not keep a default of ours.</summary>
    public string? Operation { get; init; }

    public required FaultKind Kind { get; init; }

    public string? Key { get; init; }

    public int? Occurrence { get; init; }

    public int? Times { get; init; }

    public decimal? Probability { get; init; }

    public double? RetryAfterSeconds { get; init; }

    public bool RetryAfterAsDate { get; init; }

    public double? DelaySeconds { get; init; }

    public int? Status { get; init; }

    public string? Body { get; init; }

    public string? ContentType { get; init; }

    public bool IsCut { get; init; }

    public string? Location { get; init; }

    public static FaultDocument From(Fault fault) =>
        new()
        {
            Operation = fault.Operation,
            Kind = fault.Kind,
            Key = fault.Key,
            Occurrence = fault.Occurrence,
            Times = fault.Times,
            Probability = fault.Probability,
            RetryAfterSeconds = fault.RetryAfter?.TotalSeconds,
            RetryAfterAsDate = fault.RetryAfterAsDate,
            DelaySeconds = fault.Delay?.TotalSeconds,
            Status = fault.Status,
            Body = fault.Body,
            ContentType = fault.ContentType,
            IsCut = fault.IsCut,
            Location = fault.Location?.OriginalString,
        };

    public Fault ToFault() =>
        new()
        {
            Operation = Operation ?? "*",
            Kind = Kind,
            Key = Key,
            Occurrence = Occurrence,
            Times = Times,
            Probability = Probability,
            RetryAfter = Seconds(RetryAfterSeconds),
            RetryAfterAsDate = RetryAfterAsDate,
            Delay = Seconds(DelaySeconds),
            Status = Status,
            Body = Body,
            ContentType = ContentType,
            IsCut = IsCut,
            Location = Location is null ? null : new Uri(Location, UriKind.RelativeOrAbsolute),
        };

    private static TimeSpan? Seconds(double? seconds) => seconds is { } value ? TimeSpan.FromSeconds(value) : null;
}

internal sealed record LedgerDocument(
    int Sales,
    int Cards,
    int Duplicates,
    IReadOnlyDictionary<string, long> TotalCharged,
    IReadOnlyList<SandboxSale> Entries
);

internal sealed record ArrivalDocument(
    long Sequence,
    DateTimeOffset At,
    string Operation,
    string? Key,
    string Method,
    string PathAndQuery,
    FaultKind? Fault,
    int? Status,
    string Body
)
{
    public static ArrivalDocument From(SandboxArrival arrival) =>
        new(
            arrival.Sequence,
            arrival.At,
            arrival.Operation,
            arrival.Key,
            arrival.Method,
            arrival.PathAndQuery,
            arrival.Fault,
            arrival.Status,
            arrival.Body
        );
}

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
[JsonSerializable(typeof(FaultDocument))]
[JsonSerializable(typeof(IReadOnlyList<FaultDocument>))]
[JsonSerializable(typeof(IReadOnlyList<InjectedFault>))]
[JsonSerializable(typeof(LedgerDocument))]
[JsonSerializable(typeof(IReadOnlyList<ArrivalDocument>))]
[JsonSerializable(typeof(TrafficDocument))]
[JsonSerializable(typeof(IReadOnlyDictionary<string, long>))]
[JsonSerializable(typeof(ClockDocument))]
[JsonSerializable(typeof(AdvanceDocument))]
[JsonSerializable(typeof(SandboxDocument))]
[JsonSerializable(typeof(ControlError))]
[JsonSerializable(typeof(ControlDone))]
internal sealed partial class ControlJsonContext : JsonSerializerContext;
