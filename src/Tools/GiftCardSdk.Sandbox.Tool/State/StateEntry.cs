using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox.Tool.State;

/// <summary>The first line of a state file: how the sandbox was set up whose changes follow.</summary>
/// <param name="GiftCardSandbox">The version of the file's form.</param>
/// <param name="Seed">What ids and links are drawn from.</param>
/// <param name="Begun">When the twins came about.</param>
internal sealed record StateHeader(int GiftCardSandbox, int Seed, DateTimeOffset Begun);

/// <summary>Something that changed the twins. One line of a state file.</summary>
internal sealed record StateEntry
{
    /// <summary>When, by the sandbox's clock.</summary>
    public required DateTimeOffset At { get; init; }

    public required StateChange Change { get; init; }

    /// <summary>The twin; null for the clock and for a control route.</summary>
    public string? Twin { get; init; }

    /// <summary>The operation of a call, the path of a control route, the card that was redeemed, or the currency of a balance.</summary>
    public string? What { get; init; }

    /// <summary>A balance, in units of its currency.</summary>
    public decimal? Amount { get; init; }

    /// <summary>How far the clock was turned.</summary>
    public TimeSpan? By { get; init; }

    /// <summary>What was sent, for a call or a control route.</summary>
    public StateCall? Call { get; init; }
}

/// <summary>A request as it arrived.</summary>
internal sealed record StateCall(
    string Method,
    string PathAndQuery,
    IReadOnlyDictionary<string, string> Headers,
    byte[] Body,
    IReadOnlyDictionary<string, string> RouteValues,
    bool ProductGone,
    bool BalanceEmpty
)
{
    public static StateCall Of(SandboxCall call) =>
        new(call.Method, call.PathAndQuery, call.Headers, call.Body, call.RouteValues, call.ProductGone, call.BalanceEmpty);

    public SandboxCall ToCall() =>
        new(Method, PathAndQuery, Headers, Body, RouteValues) { ProductGone = ProductGone, BalanceEmpty = BalanceEmpty };
}

/// <summary>What it was.</summary>
internal enum StateChange
{
    /// <summary>A twin acted upon a call of a client.</summary>
    Call = 0,

    /// <summary>A control route did something.</summary>
    Control,

    /// <summary>A recipient redeemed a card.</summary>
    Redeem,

    /// <summary>A balance was set.</summary>
    Balance,

    /// <summary>The clock was turned.</summary>
    Clock,
}

[JsonSourceGenerationOptions(
    UseStringEnumConverter = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow
)]
[JsonSerializable(typeof(StateHeader))]
[JsonSerializable(typeof(StateEntry))]
internal sealed partial class StateJsonContext : JsonSerializerContext;
