using System.Security.Cryptography;

namespace GiftCardSdk.Internal;

/// <summary>A number from 0 to 1 (exclusive) that spreads waits, so that what failed together does not come back together.</summary>
internal delegate double JitterSource();

/// <summary>The source in use outside tests.</summary>
internal static class Jitter
{
    private const int Steps = 1 << 24;

    /// <summary>The next number. From a cryptographic source, which needs no seed and is not asked often.</summary>
    public static double Next() => RandomNumberGenerator.GetInt32(Steps) / (double)Steps;
}
