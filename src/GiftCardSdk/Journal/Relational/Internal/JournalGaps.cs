using System.Data.Common;
using System.Globalization;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>The journal's gap, as it stands among the settings.</summary>
internal static class JournalGaps
{
    public static async ValueTask<JournalGap?> ReadAsync(JournalSession session, CancellationToken cancellationToken)
    {
        var find = JournalSql.ReadSetting.With(JournalSetting.Gap);
        var value = await session.FindAsync(find, static row => row.GetString(0), cancellationToken).ConfigureAwait(false);
        return value is null ? null
            : value.Split(' ') is [var from, var to] ? new(Parse(from), Parse(to))
            : throw JournalErrors.WrongSetting(JournalSetting.Gap);
    }

    public static BoundStatement Write(JournalGap gap) =>
        JournalSql.WriteSetting.With(
            JournalSetting.Gap,
            string.Create(CultureInfo.InvariantCulture, $"{gap.From.UtcTicks} {gap.To.UtcTicks}")
        );

    /// <summary>When the newest order was placed and the last one changed; 1970 if there is none, from which one can still count back.</summary>
    public static async ValueTask<(DateTimeOffset Created, DateTimeOffset Updated)> NewestAsync(
        JournalSession session,
        CancellationToken cancellationToken
    )
    {
        var newest = await session
            .ReadAsync(JournalSql.Newest.With(), static row => (TimeOf(row, 0), TimeOf(row, 1)), cancellationToken)
            .ConfigureAwait(false);
        return newest[0];
    }

    private static DateTimeOffset TimeOf(DbDataReader row, int column) =>
        row.IsDBNull(column) ? DateTimeOffset.UnixEpoch : FromTicks(row.GetInt64(column));

    private static DateTimeOffset FromTicks(long ticks) => new(ticks, TimeSpan.Zero);

    private static DateTimeOffset Parse(string ticks) =>
        long.TryParse(ticks, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count <= DateTime.MaxValue.Ticks
            ? FromTicks(count)
            : throw JournalErrors.WrongSetting(JournalSetting.Gap);
}
