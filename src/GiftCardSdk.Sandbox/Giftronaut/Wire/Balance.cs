namespace GiftCardSdk.Sandbox.Giftronaut.Wire;

internal sealed record BalanceReply(Money AvailableBalance, Money PendingBalance)
{
    public Money? RewardBalance { get; init; }

    public Money? TotalBalance { get; init; }
}

internal sealed record LedgerEntry
{
    public required string Type { get; init; }

    public required Money Amount { get; init; }

    public required Money BalanceAfter { get; init; }

    /// <summary>The order's id, for what orders take and give back.</summary>
    public string? ReferenceNumber { get; init; }

    public required string Description { get; init; }

    public required string CreatedAt { get; init; }
}

internal sealed record ChargeBalance
{
    public decimal? Amount { get; init; }

    public string? CompanyName { get; init; }

    public string? CompanyWebsite { get; init; }

    public string? PhoneNumber { get; init; }

    public string? BillingAddress { get; init; }

    public string? City { get; init; }

    public string? State { get; init; }

    public string? Country { get; init; }

    public string? ZipCode { get; init; }

    public string? Ein { get; init; }
}

internal sealed record ChargeReply(string FundingNo, Money Amount, string Status, string CreatedAt);
