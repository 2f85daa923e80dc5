using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using GiftCardSdk.Adapters;
using GiftCardSdk.Adapters.Internal;
using GiftCardSdk.Journal;

namespace GiftCardSdk.Webhooks;

/// <summary>
/// The ids of what is kept: keyed hashes of what tells it from others, so that no id shows an order, a card or a body, and every process that shares
/// the journal makes the same ones.
/// </summary>
internal sealed class EventIds(IOrderJournal journal)
{
    private const int HashBytes = 16;

    private byte[]? _key;

    /// <summary>
    /// The id of an event. What happens once to an order or a card is one event, however often and by whatever way it is told; everything else is
    /// told from others by the provider's own id, or by the bytes that it came in.
    /// </summary>
    public async ValueTask<string> OfAsync(Account account, WebhookEvent told, ReadOnlyMemory<byte> body)
    {
        await LoadAsync().ConfigureAwait(false);
        return HappensOnce(told)
            ? Make(account, told.Kind.Value, told.OrderId!, told.RewardId ?? "")
            : Make(account, "event", told.EventId ?? Convert.ToHexString(HMACSHA256.HashData(_key!, body.Span)), told.RawKind ?? "");
    }

    /// <summary>The id of a hint: as long as it waits, the next one about the same thing adds nothing.</summary>
    public async ValueTask<string> OfAsync(Account account, WebhookHint hint)
    {
        await LoadAsync().ConfigureAwait(false);
        return Make(account, "hint", hint.OrderId ?? "", hint.ProviderKey ?? "", hint.Subject ?? "");
    }

    /// <summary>The id of an order that is looked at.</summary>
    public async ValueTask<string> OfOrderAsync(Account account, string orderId)
    {
        await LoadAsync().ConfigureAwait(false);
        return Make(account, "order", orderId);
    }

    private static bool HappensOnce(WebhookEvent told) =>
        told.OrderId is not null && told.Kind != GiftCardEventKind.Unknown && told.Kind != GiftCardEventKind.BalanceLow;

    private async ValueTask LoadAsync() =>
        _key ??= (await journal.GetFingerprintKeyAsync(CancellationToken.None).ConfigureAwait(false)).ToArray();

    /// <summary>Each part behind its length, so that parts cannot be shifted into one another.</summary>
    private string Make(Account account, params ReadOnlySpan<string> parts)
    {
        var text = new StringBuilder("webhooks v1");
        Append(text, account.Provider);
        Append(text, account.Environment.ToString());
        Append(text, account.JournalId);
        foreach (var part in parts)
        {
            Append(text, part);
        }

        var hash = HMACSHA256.HashData(_key!, Encoding.UTF8.GetBytes(text.ToString()));
        return Base32.Encode("e-", hash.AsSpan(0, HashBytes));
    }

    private static void Append(StringBuilder text, string part) => text.Append(CultureInfo.InvariantCulture, $"\n{part.Length}:{part}");
}
