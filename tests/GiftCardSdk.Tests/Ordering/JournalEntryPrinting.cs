using System.Collections;
using System.Globalization;

namespace GiftCardSdk.Tests.Ordering;

internal static class JournalEntryPrinting
{
    /// <summary>Every value that a record holds, lists included, as a journal on disk would write it.</summary>
    public static IEnumerable<string> Print(this JournalEntry entry) => Values(entry);

    private static IEnumerable<string> Values(object? value) =>
        value switch
        {
            null => [],
            string or ValueType => [Convert.ToString(value, CultureInfo.InvariantCulture)!],
            IEnumerable list => list.Cast<object?>().SelectMany(Values),
            _ => value
                .GetType()
                .GetProperties()
                .Where(property => property.GetIndexParameters().Length == 0)
                .SelectMany(property => Values(property.GetValue(value))),
        };
}
