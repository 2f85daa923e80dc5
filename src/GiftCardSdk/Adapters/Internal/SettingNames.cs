using System.Diagnostics.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;

namespace GiftCardSdk.Adapters.Internal;

/// <summary>Which keys of a configuration section are settings of an account.</summary>
internal static class SettingNames
{
    /// <exception cref="OptionsValidationException">A key is none; each message names the key, where it stands, and the setting that is meant.</exception>
    public static void Check<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicProperties)] TOptions>(
        IConfiguration section,
        string account,
        string provider
    )
    {
        string[] settings = [.. typeof(TOptions).GetProperties().Select(property => property.Name)];
        string[] mistakes =
        [
            .. section
                .GetChildren()
                .Where(child => !settings.Contains(child.Key, StringComparer.OrdinalIgnoreCase))
                .Select(child => $"GiftCards account '{account}' ({provider}): {child.Path} is no setting; {Hint(child.Key, settings)}."),
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
