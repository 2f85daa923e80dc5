using System.Data;
using System.Text;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>The next entries that a query wants, oldest first. Words that are fixed stand in the text, so that the index of open orders serves.</summary>
internal static class PageQuery
{
    public const int Size = 256;

    public static BoundStatement Of(JournalQuery query, JournalEntry? last, string? lastId)
    {
        var conditions = new StringBuilder();
        var types = new List<DbType>();
        var values = new List<object?>();
        if (query.States.Count > 0)
        {
            And(StatesOf(query.States));
        }

        Compare("provider =", DbType.String, query.Provider);
        Compare("account =", DbType.String, query.Account);
        Compare("updated_at <", DbType.Int64, query.UpdatedBefore?.UtcTicks);
        Compare("last_sent_at >", DbType.Int64, query.LastSentAfter?.UtcTicks);
        if (!query.IncludeTombstones)
        {
            And("purged_at IS NULL");
        }

        if (last is not null)
        {
            And($"(created_at, id) > ({Parameter(DbType.Int64, last.CreatedAt.UtcTicks)}, {Parameter(DbType.String, lastId)})");
        }

        return Statement.Of($"{JournalSql.SelectRows}{conditions} ORDER BY created_at, id LIMIT {Size}", [.. types]).With([.. values]);

        void Compare(string condition, DbType type, object? value)
        {
            if (value is not null)
            {
                And($"{condition} {Parameter(type, value)}");
            }
        }

        void And(string condition) => conditions.Append(conditions.Length == 0 ? " WHERE " : " AND ").Append(condition);

        string Parameter(DbType type, object? value)
        {
            types.Add(type);
            values.Add(value);
            return $"${values.Count}";
        }
    }

    /// <summary>All three open states, in whatever order, are written as the index has them.</summary>
    private static string StatesOf(IReadOnlyList<OrderJournalState> states) =>
        JournalQuery.Unresolved.States.Count == states.Count && JournalQuery.Unresolved.States.All(states.Contains)
            ? JournalSql.OpenStates
            : $"state IN ({string.Join(", ", states.Distinct().Select(static state => $"'{state}'"))})";
}
