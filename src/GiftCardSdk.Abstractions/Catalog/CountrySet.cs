using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>Where a card can be used: a list of countries, everywhere, or unknown.</summary>
[JsonConverter(typeof(CountrySetJsonConverter))]
public sealed record CountrySet
{
    private CountrySet(IReadOnlyList<string>? codes, bool isWorldwide)
    {
        Codes = codes ?? [];
        IsWorldwide = isWorldwide;
        IsKnown = isWorldwide || codes is not null;
    }

    /// <summary>Everywhere.</summary>
    public static CountrySet Worldwide { get; } = new(null, true);

    /// <summary>The provider does not say.</summary>
    public static CountrySet Unknown { get; } = new(null, false);

    /// <summary>ISO 3166-1 alpha-2 codes in capital letters; empty when worldwide or unknown.</summary>
    public IReadOnlyList<string> Codes { get; }

    /// <summary>Whether it can be used everywhere.</summary>
    public bool IsWorldwide { get; }

    /// <summary>False if the provider does not say where it can be used.</summary>
    public bool IsKnown { get; }

    /// <summary>A list of countries.</summary>
    /// <param name="codes">ISO 3166-1 alpha-2 codes in any case; at least one.</param>
    /// <returns>The set, in capital letters, without repeats.</returns>
    /// <exception cref="ArgumentException">There is none, or one has not two letters.</exception>
    public static CountrySet Of(params IEnumerable<string> codes)
    {
        string[] list = [.. codes.Select(Normalize).Distinct(StringComparer.Ordinal)];
        return list.Length > 0
            ? new(list, false)
            : throw new ArgumentException("At least one country is needed; use Unknown or Worldwide otherwise.", nameof(codes));
    }

    /// <summary>Whether it can be used in a country; null if unknown.</summary>
    /// <param name="country">ISO 3166-1 alpha-2 code, in any case.</param>
    /// <returns>True, false, or null for unknown.</returns>
    /// <exception cref="ArgumentException"><paramref name="country"/> has not two letters.</exception>
    public bool? Includes(string country)
    {
        var code = Normalize(country);
        return !IsKnown ? null : IsWorldwide || Codes.Contains(code, StringComparer.Ordinal);
    }

    /// <summary>Whether both are the same set, in any order.</summary>
    /// <param name="other">The other set.</param>
    /// <returns>True if both hold the same countries.</returns>
    public bool Equals(CountrySet? other) =>
        other is not null
        && IsWorldwide == other.IsWorldwide
        && IsKnown == other.IsKnown
        && Codes.ToHashSet(StringComparer.Ordinal).SetEquals(other.Codes);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(IsWorldwide, IsKnown, Codes.Count);

    /// <summary>The codes, or "worldwide", or "unknown".</summary>
    /// <returns>A short text.</returns>
    public override string ToString() =>
        IsWorldwide ? "worldwide"
        : !IsKnown ? "unknown"
        : string.Join(", ", Codes);

    internal static string Normalize(string code)
    {
        ArgumentNullException.ThrowIfNull(code);
        return code.Length == 2 && code.All(char.IsAsciiLetter)
            ? code.ToUpperInvariant()
            : throw new ArgumentException($"'{code}' is no country code; two letters such as DE are expected.", nameof(code));
    }
}
