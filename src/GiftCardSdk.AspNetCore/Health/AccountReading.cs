namespace GiftCardSdk.AspNetCore.Health;

/// <summary>What the cheapest read of an account came to.</summary>
internal sealed record AccountReading(IReadOnlyList<Balance> Balances, TimeSpan Took)
{
    /// <summary>Why it failed, as a word that is safe to show; null if it did not.</summary>
    public string? Failure { get; init; }

    /// <summary>Whether nothing will change until somebody changes the account's settings.</summary>
    public bool IsOfSettings { get; init; }

    /// <summary>Reads the balances: one call that needs nothing but good credentials.</summary>
    public static async Task<AccountReading> ReadAsync(
        IGiftCards giftCards,
        string account,
        TimeSpan patience,
        TimeProvider time,
        CancellationToken cancellationToken
    )
    {
        var begun = time.GetTimestamp();
        using var late = new CancellationTokenSource(patience, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, late.Token);
        try
        {
            var balances = await giftCards.GetAccount(account).Balances.ListAsync(either.Token).ConfigureAwait(false);
            return new(balances, time.GetElapsedTime(begun));
        }
        catch (GiftCardException failure)
        {
            var isOfSettings = failure.Code is GiftCardErrorCode.Unauthorized or GiftCardErrorCode.Forbidden;
            return new([], time.GetElapsedTime(begun)) { Failure = failure.Code.ToString(), IsOfSettings = isOfSettings };
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new([], time.GetElapsedTime(begun)) { Failure = "Timeout" };
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            // Such as options that are not right. The message of a foreign exception may hold what must not be shown.
            return new([], time.GetElapsedTime(begun)) { Failure = failure.GetType().Name, IsOfSettings = true };
        }
    }
}
