using System.Text.Json.Serialization;

namespace GiftCardSdk.Sandbox;

/// <summary>One request as it came off the wire, and what became of it.</summary>
/// <remarks>Holds what the client sent word for word, credentials included: it is meant for assertions, not for logs.</remarks>
public sealed class SandboxArrival
{
    private int _status;

    internal SandboxArrival(long sequence, DateTimeOffset at, string operation, SandboxCall call, string? key, bool keepContent)
    {
        Sequence = sequence;
        At = at;
        Operation = operation;
        Key = key;
        Method = call.Method;
        PathAndQuery = call.PathAndQuery;
        Headers = keepContent ? call.Headers : new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        Body = keepContent ? call.BodyText : "";
    }

    /// <summary>The place in the order of arrival at this twin, from 1; not reset by <see cref="SandboxTraffic.Clear"/>.</summary>
    public long Sequence { get; }

    /// <summary>When it arrived, by the sandbox's clock.</summary>
    public DateTimeOffset At { get; }

    /// <summary>The operation's name, or <c>unknown</c> for a route the provider does not have.</summary>
    public string Operation { get; }

    /// <summary>The client key it carried, or null.</summary>
    public string? Key { get; }

    /// <summary>The HTTP verb.</summary>
    public string Method { get; }

    /// <summary>The request target exactly as sent, not decoded.</summary>
    public string PathAndQuery { get; }

    /// <summary>All headers by name, compared without case; empty when content is not kept.</summary>
    [JsonIgnore] // The credentials are among them.
    public IReadOnlyDictionary<string, string> Headers { get; }

    /// <summary>The body as text; empty when there was none or content is not kept.</summary>
    public string Body { get; }

    /// <summary>The fault that struck the request, or null.</summary>
    public FaultKind? Fault { get; internal init; }

    /// <summary>The status the twin answered with; null while it has not answered, and forever when the connection was cut instead.</summary>
    public int? Status => Volatile.Read(ref _status) is var status and not 0 ? status : null;

    /// <summary>Sequence, verb and operation; never the content.</summary>
    public override string ToString() => $"#{Sequence} {Method} {Operation} -> {Status?.ToString(null, null) ?? "no answer"}";

    internal void Answered(int status) => Volatile.Write(ref _status, status);
}
