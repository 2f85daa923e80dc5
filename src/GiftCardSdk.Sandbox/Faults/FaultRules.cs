using System.Net.Http.Headers;

namespace GiftCardSdk.Sandbox;

/// <summary>What a fault must look like to enter a script.</summary>
internal static class FaultRules
{
    /// <summary>The first thing wrong with the fault in words, or null when nothing is.</summary>
    public static string? Complain(Fault fault, IReadOnlySet<string> operations, IReadOnlyList<FaultKind> kinds) =>
        fault switch
        {
            _ when fault.Operation != "*" && !operations.Contains(fault.Operation) =>
                $"Operation '{fault.Operation}' does not exist at this twin. Use '*' or one of: {string.Join(", ", operations.Order(StringComparer.Ordinal))}.",
            _ when !Enum.IsDefined(fault.Kind) => $"Kind {fault.Kind} is not a fault the sandbox knows.",
            _ when !kinds.Contains(fault.Kind) => $"Kind {fault.Kind} cannot strike here. Use one of: {string.Join(", ", kinds)}.",
            { Occurrence: < 1 } => $"Occurrence is {fault.Occurrence}; calls are counted from 1.",
            { Times: < 1 } => $"Times is {fault.Times}; a fault strikes at least once.",
            { Probability: < 0 or > 1 } => $"Probability is {fault.Probability}; it lies between 0 and 1.",
            { Probability: not null, Occurrence: not null } => "Occurrence and Probability exclude each other; set one of them.",
            { Status: < 200 or > 599 } => $"Status is {fault.Status}; it lies between 200 and 599.",
            { IsCut: true, Status: 204 or 205 or 304 } => $"Status is {fault.Status}, an answer without a body, so none can be cut.",
            { ContentType: not null, Body: null } => $"ContentType is '{fault.ContentType}', and there is no Body that it could be of.",
            { ContentType: { } type } when !MediaTypeHeaderValue.TryParse(type, out _) =>
                $"ContentType is '{type}', which is no media type.",
            _ when fault.Delay < TimeSpan.Zero => $"Delay is {fault.Delay}; it cannot be negative.",
            _ when fault.RetryAfter < TimeSpan.Zero => $"RetryAfter is {fault.RetryAfter}; it cannot be negative.",
            _ => null,
        };
}
