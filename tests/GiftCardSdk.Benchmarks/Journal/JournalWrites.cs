using System.Globalization;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Benchmarks.Journal;

/// <summary>What one order asks of a journal: found nowhere, written down, written down as bought.</summary>
internal sealed class JournalWrites(IOrderJournal journal)
{
    public const string Owner = "abcdefghijklmnopqrstuvwxyz";

    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    public async Task BuyAsync(int number)
    {
        var sent = Entry(number);
        await journal.FindAsync(sent.Identity);
        await journal.TryAddAsync(sent);
        await journal.TryUpdateAsync(
            sent with
            {
                Version = 2,
                State = OrderJournalState.Accepted,
                ProviderOrderIds = [OrderId(number)],
                RawStatus = "COMPLETED",
                Owner = null,
                LeaseHolder = null,
                LeaseUntil = null,
            }
        );
    }

    public static string OrderId(int number) => number.ToString("x32", CultureInfo.InvariantCulture);

    public static JournalEntry Entry(int number)
    {
        var reference = "survey-81-respondent-" + number.ToString("D8", CultureInfo.InvariantCulture);
        var at = Noon.AddMilliseconds(number);
        return new()
        {
            Identity = new("instant", GiftCardEnvironment.Sandbox, "bench", OrderIdentity.PlaceOrder, reference),
            ProviderKey = reference,
            Fingerprint = "v2:abcdefgh:abcdefghijklmnopqrstuvwxyz234567",
            Lines = [new("northcafeus", Money.Of(25, "USD"), 1, null)],
            Delivery = Delivery.Returned,
            State = OrderJournalState.Sending,
            Attempt = 1,
            FirstSentAt = at,
            LastSentAt = at,
            CreatedAt = at,
            UpdatedAt = at,
            Owner = Owner,
            LeaseHolder = Owner,
            LeaseUntil = at.AddMinutes(1),
        };
    }
}
