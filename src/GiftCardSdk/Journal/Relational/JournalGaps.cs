using System.Globalization;
using GiftCardSdk.Ordering;

namespace GiftCardSdk.Journal.Relational;

/// <summary>The journal's gap, as it stands among the settings.</summary>
internal static class JournalGaps
{
    public static async ValueTask<JournalGap?> ReadAsync(JournalSession session, CancellationToken cancellationToken)
    {
        var find = JournalSql.ReadSetting.With(JournalSetting.Gap);
        var value = await session.FindAsync(find, static row => row.GetString(0), cancellationToken).ConfigureAwait(false);
        return value?.Split(' ') is [var from, var to] ? new(FromTicks(Parse(from)), FromTicks(Parse(to))) : null;
    }

    public static async ValueTask WriteAsync(JournalSession session, JournalGap gap, CancellationToken cancellationToken)
    {
        var value = string.Create(CultureInfo.InvariantCulture, $"{gap.From.UtcTicks} {gap.To.UtcTicks}");
        await session.WriteAsync([JournalSql.WriteSetting.With(JournalSetting.Gap, value)], cancellationToken).ConfigureAwait(false);
    }

    public static DateTimeOffset FromTicks(long ticks) => new(ticks, TimeSpan.Zero);

    private static long Parse(string ticks) => long.Parse(ticks, CultureInfo.InvariantCulture);
}
