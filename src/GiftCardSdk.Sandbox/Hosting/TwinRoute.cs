namespace GiftCardSdk.Sandbox;

/// <summary>One documented operation of a provider.</summary>
/// <param name="Operation">Its stable name, by which faults and traffic are addressed.</param>
/// <param name="Method">The HTTP verb.</param>
/// <param name="Pattern">The path, with parameters in braces.</param>
/// <param name="Handle">Acts and answers; called under the twin's lock.</param>
/// <param name="Key">Reads the client key of a request, or null where it carries none.</param>
internal sealed record TwinRoute(
    string Operation,
    string Method,
    string Pattern,
    Func<SandboxCall, SandboxAnswer> Handle,
    Func<SandboxCall, string?> Key
);
