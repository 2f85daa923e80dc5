namespace GiftCardSdk.Sandbox;

/// <summary>One way to steer the sandbox over HTTP.</summary>
/// <param name="Method">The HTTP verb.</param>
/// <param name="Path">The path below the twin's control path, without a slash at the beginning.</param>
/// <param name="Summary">What it does, for the help page.</param>
/// <param name="Handle">Does it.</param>
internal sealed record ControlRoute(string Method, string Path, string Summary, Func<SandboxCall, SandboxAnswer> Handle);
