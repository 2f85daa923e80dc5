using System.Data;
using System.Text;

namespace GiftCardSdk.Journal.Relational.Internal;

/// <summary>The next rows that a query wants, oldest first. Words that are fixed stand in the text, so that the index of open orders serves.</summary>
internal sealed class PageQuery
{
    public const int Size = 256;

    private readonly StringBuilder _conditions = new();
    private readonly List<DbType> _types = [];
    private readonly List<object?> _values = [];

    private PageQuery() { }

    /// <param name="query">Which orders.</param>
    /// <param name="last">The last one of the page before; null for the first page.</param>
    public static BoundStatement Of(JournalQuery query, JournalEntry? last)
    {
        var page = new PageQuery();
        if (query.States.Count > 0)
        {
            page.And(StatesOf(query.States));
        }

        page.Compare("provider =", query.Provider);
        page.Compare("account =", query.Account);
        page.Compare("updated_at <", query.UpdatedBefore);
        page.Compare("last_sent_at >", query.LastSentAfter);
        if (!query.IncludeTombstones)
        {
            page.And("purged_at IS NULL");
        }

        return page.Bind(JournalSql.SelectRows, last?.CreatedAt, last is null ? null : RowId.Of(last.Identity));
    }

    /// <param name="query">Which records.</param>
    /// <param name="last">The last one of the page before; null for the first page.</param>
    public static BoundStatement Of(JournalRecordQuery query, JournalRecord? last)
    {
        var page = new PageQuery();
        page.Compare("kind =", query.Kind);
        page.Compare("list_group =", EntryRow.Storable(query.Group));
        page.Compare("due_at <", query.DueBefore);
        page.Compare("created_at >=", query.CreatedFrom);
        page.Compare("updated_at <", query.UpdatedBefore);
        return page.Bind(RecordSql.SelectRows, last?.CreatedAt, last is null ? null : RowId.Of(last.Kind, last.Id));
    }

    private BoundStatement Bind(string select, DateTimeOffset? lastCreatedAt, string? lastId)
    {
        if (lastCreatedAt is { } createdAt)
        {
            And($"(created_at, id) > ({Parameter(DbType.Int64, createdAt.UtcTicks)}, {Parameter(DbType.String, lastId)})");
        }

        return Statement.Of($"{select}{_conditions} ORDER BY created_at, id LIMIT {Size}", [.. _types]).With([.. _values]);
    }

    private void Compare(string condition, string? value)
    {
        if (value is not null)
        {
            And($"{condition} {Parameter(DbType.String, value)}");
        }
    }

    private void Compare(string condition, DateTimeOffset? value)
    {
        if (value is { } time)
        {
            And($"{condition} {Parameter(DbType.Int64, time.UtcTicks)}");
        }
    }

    private void And(string condition) => _conditions.Append(_conditions.Length == 0 ? " WHERE " : " AND ").Append(condition);

    private string Parameter(DbType type, object? value)
    {
        _types.Add(type);
        _values.Add(value);
        return $"${_values.Count}";
    }

    /// <summary>All three open states, in whatever order, are written as the index has them.</summary>
    private static string StatesOf(IReadOnlyList<OrderJournalState> states) =>
        JournalQuery.Unresolved.States.Count == states.Count && JournalQuery.Unresolved.States.All(states.Contains)
            ? JournalSql.OpenStates
            : $"state IN ({string.Join(", ", states.Distinct().Select(static state => $"'{state}'"))})";
}
