using System.Collections.Concurrent;
using System.Globalization;
using GiftCardSdk.Adapters;

namespace GiftCardSdk.Testing;

/// <summary>An order as the provider has it, and as it shows it at some time.</summary>
internal sealed class StoredOrder
{
    private readonly ConcurrentDictionary<string, RedemptionState> _redemptions = new(StringComparer.Ordinal);
    private readonly DateTimeOffset _completeAt;
    private readonly bool _isRefused;

    public StoredOrder(
        int seed,
        int number,
        string account,
        OrderSubmission submission,
        DateTimeOffset now,
        TimeSpan completesAfter,
        bool isRefused
    )
    {
        var codes = string.Create(CultureInfo.InvariantCulture, $"TEST-{seed:D4}-{number:D6}");
        Sold = new()
        {
            OrderId = string.Create(CultureInfo.InvariantCulture, $"im{seed}-{number}"),
            ProviderKey = submission.ProviderKey,
            Account = account,
            Lines = submission.Request.Lines,
            Delivery = submission.Request.Delivery,
            SoldAt = now,
            Codes =
            [
                .. Enumerable
                    .Range(1, submission.Request.Lines.Sum(static line => line.Quantity))
                    .Select(card => new Secret(string.Create(CultureInfo.InvariantCulture, $"{codes}-{card:D3}"))),
            ],
        };
        _completeAt = now + completesAfter;
        _isRefused = isRefused;
    }

    public SoldOrder Sold { get; }

    public bool SetRedemption(string rewardId, RedemptionState state)
    {
        var exists = Cards().Any(card => card.Id == rewardId);
        if (exists)
        {
            _redemptions[rewardId] = state;
        }

        return exists;
    }

    public Order Show(string provider, RewardDetail detail, DateTimeOffset now)
    {
        var isComplete = now >= _completeAt;
        return new()
        {
            Id = Sold.OrderId,
            Provider = provider,
            Account = Sold.Account,
            ProviderKey = Sold.ProviderKey,
            Status = isComplete ? OrderStatus.Completed : OrderStatus.Pending,
            RawStatus = isComplete ? "done" : "working",
            Delivery = Sold.Delivery,
            Lines = Sold.Lines,
            CreatedAt = Sold.SoldAt,
            IsCreatedAtExact = true,
            Rewards = isComplete && detail != RewardDetail.None ? [.. Cards().Select(card => Show(card, detail))] : [],
        };
    }

    private IEnumerable<(string Id, int Line, int Number)> Cards() =>
        Sold
            .Lines.SelectMany(static (line, index) => Enumerable.Repeat(index, line.Quantity))
            .Select((line, number) => (string.Create(CultureInfo.InvariantCulture, $"{Sold.OrderId}-{number + 1}"), line, number + 1));

    private Reward Show((string Id, int Line, int Number) card, RewardDetail detail)
    {
        var isReturned = Sold.Delivery == Delivery.Returned;
        var showsSecrets = isReturned && detail == RewardDetail.Secrets;
        var code = Sold.Codes[card.Number - 1];
        var line = Sold.Lines[card.Line];
        return new()
        {
            Id = card.Id,
            Line = card.Line,
            ProductId = line.ProductId,
            Recipient = line.Recipient,
            FaceValue = line.FaceValue,
            Delivery =
                _isRefused ? DeliveryState.Refused
                : isReturned ? DeliveryState.Returned
                : DeliveryState.Delivered,
            Redemption = _redemptions.GetValueOrDefault(card.Id, RedemptionState.Redeemable),
            Code = showsSecrets && !_isRefused ? code : null,
            Link = showsSecrets && !_isRefused ? new Secret($"https://cards.example/{code.Reveal()}") : null,
            DeliveredAt = _isRefused ? null : _completeAt,
        };
    }
}
