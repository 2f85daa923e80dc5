using System.Globalization;

namespace GiftCardSdk.Huuray;

/// <summary>The numbers of cards as texts.</summary>
internal static class HuurayRewardId
{
    public static string? Write(int? id) => id?.ToString(CultureInfo.InvariantCulture);

    public static int? Read(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : null;
}
