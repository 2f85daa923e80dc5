using GiftCardSdk.Http.Internal;

namespace GiftCardSdk.Http;

/// <summary>
/// Fixed keys or tokens, read on each attempt, so that a key can be changed without a restart. After a 401 the next key of the list is tried and
/// remembered as the live one; within one call each key is tried once.
/// </summary>
public sealed class ApiKeyCredentials : ProviderCredentials
{
    private readonly Func<IReadOnlyList<string>> _keys;
    private readonly Action<HttpRequestMessage, string> _apply;
    private readonly Func<string, string> _identify;
    private string? _live;
    private Identified? _identified;

    /// <summary>Makes credentials of keys.</summary>
    /// <param name="keys">Reads the keys that may be used now, the preferred one first; called on each attempt. Blank ones are passed over.</param>
    /// <param name="apply">Puts a key on a request. Sets, never adds: a request may be sent again.</param>
    /// <param name="identify">The part of a key that tells it from others where not all of it does, such as a token without its secret; null for the whole key.</param>
    public ApiKeyCredentials(
        Func<IReadOnlyList<string>> keys,
        Action<HttpRequestMessage, string> apply,
        Func<string, string>? identify = null
    )
    {
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(apply);
        _keys = keys;
        _apply = apply;
        _identify = identify ?? (static key => key);
    }

    /// <summary>Keys in the <c>Authorization</c> header, after the word <c>Bearer</c>.</summary>
    /// <param name="keys">Reads the keys that may be used now, the preferred one first; called on each attempt.</param>
    /// <returns>The credentials.</returns>
    public static ApiKeyCredentials Bearer(Func<IReadOnlyList<string>> keys) =>
        new(keys, static (request, key) => request.Headers.Authorization = new("Bearer", key));

    /// <summary>Keys in a header of their own.</summary>
    /// <param name="header">The name of the header, such as <c>X-Api-Token</c>.</param>
    /// <param name="keys">Reads the keys that may be used now, the preferred one first; called on each attempt.</param>
    /// <returns>The credentials.</returns>
    public static ApiKeyCredentials Header(string header, Func<IReadOnlyList<string>> keys)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(header);
        return new(
            keys,
            (request, key) =>
            {
                request.Headers.Remove(header);
                request.Headers.Add(header, key);
            }
        );
    }

    /// <inheritdoc/>
    public override ValueTask<bool> ApplyAsync(HttpRequestMessage request, int rejected, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var tried = rejected == 0 ? [] : CredentialNote.Read(request) as string[] ?? [];
        if (Choose(tried) is not { } key)
        {
            return new(false);
        }

        if (rejected > 0)
        {
            Volatile.Write(ref _live, key);
        }

        CredentialNote.Write(request, (string[])[.. tried, key]);
        _apply(request, key);
        return new(true);
    }

    /// <inheritdoc/>
    protected internal override IReadOnlyList<string> ReadIdentities()
    {
        var keys = _keys();
        var known = Volatile.Read(ref _identified);
        if (known is null || !keys.SequenceEqual(known.Keys, StringComparer.Ordinal))
        {
            known = new([.. keys], [.. keys.Where(static key => !string.IsNullOrWhiteSpace(key)).Select(_identify)]);
            Volatile.Write(ref _identified, known);
        }

        return known.Identities;
    }

    private string? Choose(string[] tried)
    {
        var keys = _keys();
        var live = Volatile.Read(ref _live);
        string? first = null;
        for (var i = 0; i < keys.Count; i++)
        {
            var key = keys[i];
            if (string.IsNullOrWhiteSpace(key) || tried.Contains(key, StringComparer.Ordinal))
            {
                continue;
            }

            if (key == live)
            {
                return key;
            }

            first ??= key;
        }

        return first;
    }

    /// <summary>Keys change seldom, and what tells them apart is asked for every order.</summary>
    private sealed record Identified(string[] Keys, string[] Identities);
}
