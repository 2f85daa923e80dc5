namespace GiftCardSdk.Sandbox.Giftronaut.Wire;

internal sealed record Money(decimal Amount, string Currency)
{
    // Adding two decimals' worth of nothing makes 90 read 90.00, as on Giftronaut's pages.
    public static Money Dollars(decimal amount) => new(amount + 0.00m, "USD");
}

internal sealed record ErrorBody(string Error, string? Message)
{
    /// <summary>Only where a repeat meets its original.</summary>
    public string? OrderId { get; init; }
}

/// <summary>The framework's own error body, for what no operation answers: here <c>error</c> is a phrase.</summary>
internal sealed record UnhandledError(string Timestamp, int Status, string Error, string Path);

/// <summary>The figures about a page of a list.</summary>
internal sealed record PageFigures(int Page, int PageSize, int TotalCount, int TotalPages);
