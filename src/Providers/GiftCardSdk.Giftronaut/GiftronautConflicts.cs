namespace GiftCardSdk.Giftronaut;

/// <summary>
/// A refusal because the key is taken: usually success by another name, since an earlier attempt got through, be it with another text or time.
/// The order it stands for is read and compared before it is returned. Reward links are refused so for every repeat.
/// </summary>
internal sealed class GiftronautConflicts(IGiftronautApi api, GiftronautOrderSearch search, GiftronautSettings settings)
{
    /// <summary>Giftronaut's own 409; that of a gateway says nothing about the key.</summary>
    public static bool IsOne(GiftCardException refusal) =>
        refusal
            is {
                HttpStatus: 409,
                Outcome: GiftCardOutcome.MayExist,
                ProviderCode: GiftronautWords.Errors.DuplicateKey or GiftronautWords.Errors.KeyInProgress
            };

    /// <summary>The order that a key stands for, if it is the one that was asked for.</summary>
    /// <exception cref="GiftCardException">It is another order (then nothing was bought), or it could not be found out which one it is.</exception>
    public async Task<GiftronautOrder> ResolveAsync(
        GiftCardException conflict,
        string key,
        GiftronautContent content,
        CancellationToken cancellationToken
    )
    {
        var order =
            await TryReadAsync(conflict.OrderId, cancellationToken).ConfigureAwait(false)
            ?? await TryFindAsync(key, cancellationToken).ConfigureAwait(false);
        return order is null
            ? throw Unresolved(conflict)
            : content.LikenessOf(order) switch
            {
                GiftronautLikeness.Same => order with { WasReplayed = true },
                GiftronautLikeness.Other => throw Collision(order, conflict, key),
                _ => throw Unresolved(conflict),
            };
    }

    private async Task<GiftronautOrder?> TryReadAsync(string? orderId, CancellationToken cancellationToken)
    {
        if (orderId is null)
        {
            return null;
        }

        try
        {
            var order = await api.GetOrderAsync(orderId, cancellationToken).ConfigureAwait(false);
            return order.OrderId == orderId ? order : null;
        }
        catch (Exception failure) when (failure is GiftCardException or ArgumentException)
        {
            return null;
        }
    }

    private async Task<GiftronautOrder?> TryFindAsync(string key, CancellationToken cancellationToken)
    {
        try
        {
            return (await search.FindAsync(key, null, cancellationToken).ConfigureAwait(false)).Hit;
        }
        catch (GiftCardException)
        {
            return null;
        }
    }

    /// <summary>An order exists, and which one could not be found out. It is not named: what has not been compared must not be taken for ours.</summary>
    private static GiftCardException Unresolved(GiftCardException conflict) =>
        Like(
            conflict,
            $"The key of the order is used already, and it could not be found out for which order. {conflict.Message}",
            GiftCardOutcome.MayExist,
            null
        );

    private GiftCardException Collision(GiftronautOrder other, GiftCardException conflict, string key) =>
        Like(
            conflict,
            $"The key '{key}' stands for order {other.OrderId} of the account '{settings.AccountName}' already, which is another order: its kind or its number of cards differs. Nothing was bought. Use a reference of your own for each order, one that no other system uses.",
            GiftCardOutcome.NothingCreated,
            other.OrderId
        );

    private static GiftCardException Like(GiftCardException conflict, string message, GiftCardOutcome outcome, string? orderId) =>
        conflict.Restate(message, GiftCardErrorCode.Conflict, outcome, orderId);
}
