namespace GiftCardSdk.Batches;

/// <summary>Which account buys a line.</summary>
internal static class BatchAccounts
{
    /// <exception cref="ArgumentException">Neither the line nor the batch names one, or there is none of that name.</exception>
    public static IGiftCardAccount Of(IGiftCards giftCards, BatchLine line, BatchOptions options, long number) =>
        giftCards.GetAccount(
            line.Account
                ?? options.Account
                ?? throw new ArgumentException(
                    FormattableString.Invariant(
                        $"The line {number} names no account, and {nameof(BatchOptions)}.{nameof(BatchOptions.Account)} is not set."
                    ),
                    nameof(line)
                )
        );
}
