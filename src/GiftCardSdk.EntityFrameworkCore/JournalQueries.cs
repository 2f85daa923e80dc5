using System.Diagnostics.CodeAnalysis;
using GiftCardSdk.Ordering;
using Microsoft.EntityFrameworkCore;

namespace GiftCardSdk.EntityFrameworkCore;

internal static class JournalQueries
{
    /// <summary>All rows. A filter that the application has put on its model, such as one by tenant, must not hide an order.</summary>
    public static IQueryable<TRow> All<
        [DynamicallyAccessedMembers(
            DynamicallyAccessedMemberTypes.PublicConstructors
                | DynamicallyAccessedMemberTypes.NonPublicConstructors
                | DynamicallyAccessedMemberTypes.PublicFields
                | DynamicallyAccessedMemberTypes.NonPublicFields
                | DynamicallyAccessedMemberTypes.PublicProperties
                | DynamicallyAccessedMemberTypes.NonPublicProperties
                | DynamicallyAccessedMemberTypes.Interfaces
        )]
            TRow
    >(this DbContext context)
        where TRow : class => context.Set<TRow>().AsNoTracking().IgnoreQueryFilters();

    /// <summary>The next rows behind the last one that was read, oldest first.</summary>
    [SuppressMessage(
        "Globalization",
        "CA1309:Use ordinal StringComparison",
        Justification = "It runs in the database, in the order of its own index."
    )]
    public static IQueryable<OrderRow> Page(IQueryable<OrderRow> rows, JournalQuery query, OrderRow? last, int size)
    {
        if (query.States is [_, ..])
        {
            List<string> states = [.. query.States.Select(static state => state.ToString())];
            rows = rows.Where(row => states.Contains(row.State));
        }

        if (query.Provider is { } provider)
        {
            rows = rows.Where(row => row.Provider == provider);
        }

        if (query.Account is { } account)
        {
            rows = rows.Where(row => row.Account == account);
        }

        if (query.UpdatedBefore?.UtcTicks is { } updatedBefore)
        {
            rows = rows.Where(row => row.UpdatedAt < updatedBefore);
        }

        if (!query.IncludeTombstones)
        {
            rows = rows.Where(row => row.PurgedAt == null);
        }

        if (last is { CreatedAt: var createdAt, Id: var id })
        {
            rows = rows.Where(row => row.CreatedAt > createdAt || (row.CreatedAt == createdAt && row.Id.CompareTo(id) > 0));
        }

        return rows.OrderBy(row => row.CreatedAt).ThenBy(row => row.Id).Take(size);
    }
}
