using System.Net;

namespace GiftCardSdk;

/// <summary>A delivery of a webhook as it came in, believed by nobody yet.</summary>
public sealed record WebhookRequest
{
    /// <summary>The name of the account, from the path.</summary>
    public required string Account { get; init; }

    /// <summary>The unguessable part of the path; null if there was none.</summary>
    public string? Token { get; init; }

    /// <summary>The body, byte for byte.</summary>
    public required ReadOnlyMemory<byte> Body { get; init; }

    /// <summary>Reads a header by its name, in any capitals: null if there is none; several values joined by commas.</summary>
    public required Func<string, string?> Header { get; init; }

    /// <summary>Who called; null if that is not known. Behind a proxy, the address that the proxy vouches for.</summary>
    public IPAddress? RemoteAddress { get; init; }

    /// <summary>The size alone: account and token are a stranger's words, and the body may hold codes.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => FormattableString.Invariant($"WebhookRequest {{ {Body.Length} bytes }}");
}
