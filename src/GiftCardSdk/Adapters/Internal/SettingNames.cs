using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Adapters.Internal;

/// <summary>Which keys of a configuration section are settings of an account, and whether their values can be read.</summary>
internal static class SettingNames
{
    /// <exception cref="OptionsValidationException">A key or a value is none; each message names where it stands and what would be right.</exception>
    public static void Check<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        IConfiguration section,
        string account,
        string provider
    )
    {
        var settings = typeof(TOptions).GetProperties().ToDictionary(property => property.Name, StringComparer.OrdinalIgnoreCase);
        string[] mistakes =
        [
            .. section
                .GetChildren()
                .Select(child =>
                    settings.TryGetValue(child.Key, out var setting)
                        ? SettingValues.MistakeOf(child, setting.PropertyType)
                        : $"{child.Path} is no setting; {Hint(child.Key, [.. settings.Keys])}."
                )
                .Where(mistake => mistake is not null)
                .Select(mistake => $"GiftCards account '{account}' ({provider}): {mistake}"),
        ];
        if (mistakes.Length > 0)
        {
            throw new OptionsValidationException(account, typeof(TOptions), mistakes);
        }
    }

    private static string Hint(string key, string[] settings)
    {
        var nearest = settings.MinBy(setting => Distance(key.ToUpperInvariant(), setting.ToUpperInvariant()))!;
        return Distance(key.ToUpperInvariant(), nearest.ToUpperInvariant()) <= Math.Max(2, key.Length / 3)
            ? $"did you mean {nearest}?"
            : $"there are {string.Join(", ", settings)}";
    }

    /// <summary>How many letters must be changed, added or left out to make one word of the other.</summary>
    private static int Distance(string one, string other)
    {
        int[] row = [.. Enumerable.Range(0, other.Length + 1)];
        for (var i = 0; i < one.Length; i++)
        {
            var (diagonal, left) = (row[0], row[0] = i + 1);
            for (var j = 0; j < other.Length; j++)
            {
                left = Math.Min(Math.Min(left, row[j + 1]) + 1, diagonal + (one[i] == other[j] ? 0 : 1));
                (diagonal, row[j + 1]) = (row[j + 1], left);
            }
        }

        return row[^1];
    }
}
