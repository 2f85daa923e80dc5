using System.Globalization;

namespace GiftCardSdk.EntityFrameworkCore.Tests;

/// <summary>The system's clocks, and on top the hours that a file names: whoever is asleep cannot be told otherwise that time has passed.</summary>
internal sealed class FileClock(string path) : TimeProvider
{
    private TimeSpan Passed => TimeSpan.FromHours(double.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture));

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + Passed;

    public override long GetTimestamp() => System.GetTimestamp() + (long)(Passed.TotalSeconds * TimestampFrequency);
}
