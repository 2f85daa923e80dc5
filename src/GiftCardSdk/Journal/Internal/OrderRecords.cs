namespace GiftCardSdk.Journal.Internal;

/// <summary>Where the history of an order lies among the records: under the provider's id, so that renaming an account moves nothing.</summary>
internal static class OrderRecords
{
    /// <summary>What was seen of an order.</summary>
    public const string Kind = "order";

    /// <summary>One of several recipients of an order; an order with one has it as the group of its own record.</summary>
    public const string RecipientKind = "order-recipient";

    /// <summary>The most recipients of an order that it can be found by.</summary>
    public const int MostRecipients = 1_000;

    public static string IdOf(OrderIdentity order, string orderId) => IdOf(order.Provider, order.Environment, orderId);

    public static string IdOf(string provider, GiftCardEnvironment environment, string orderId) => $"{provider}/{environment}/{orderId}";

    /// <summary>What a record of either kind is about.</summary>
    public static (string Provider, GiftCardEnvironment Environment, string OrderId) Read(JournalRecord record)
    {
        var id = record.Kind == RecipientKind ? record.Id[(record.Group!.Length + 1)..] : record.Id;
        return id.Split('/', 3) is [var provider, var environment, var orderId]
            ? (provider, Enum.Parse<GiftCardEnvironment>(environment), orderId)
            : throw new OrderJournalException($"The record {record.Kind}/{record.Id} is not one of an order.");
    }

    public static string RecipientIdOf(string recipientHash, string recordId) => $"{recipientHash}/{recordId}";

    /// <summary>The keyed hashes of those who were to get its cards.</summary>
    public static IReadOnlyList<string> RecipientsOf(JournalEntry entry) =>
        [.. entry.Lines.Select(line => line.RecipientHash).OfType<string>().Distinct(StringComparer.Ordinal).Take(MostRecipients)];

    /// <summary>Removes what was kept of an order whose details are purged.</summary>
    public static async ValueTask ForgetAsync(IJournalRecords records, JournalEntry entry, CancellationToken cancellationToken)
    {
        foreach (var orderId in entry.ProviderOrderIds)
        {
            var id = IdOf(entry.Identity, orderId);
            foreach (var recipient in RecipientsOf(entry))
            {
                await ForgetAsync(records, RecipientKind, RecipientIdOf(recipient, id), cancellationToken).ConfigureAwait(false);
            }

            await ForgetAsync(records, Kind, id, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async ValueTask ForgetAsync(IJournalRecords records, string kind, string id, CancellationToken cancellationToken)
    {
        // Again if somebody has written it meanwhile.
        while (
            await records.FindAsync(kind, id, cancellationToken).ConfigureAwait(false) is { } record
            && !await records.TryRemoveAsync(record, cancellationToken).ConfigureAwait(false)
        )
        {
            cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
