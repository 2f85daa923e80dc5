namespace GiftCardSdk.Sandbox;

/// <summary>What was ordered, checked against the catalog.</summary>
internal sealed record GifqOrderContent
{
    public required string Reference { get; init; }

    public required GifqBrand Brand { get; init; }

    public required GifqOption Option { get; init; }

    public required GifqCurrency Currency { get; init; }

    public required decimal FaceValue { get; init; }

    public required string Country { get; init; }

    /// <summary>The balance that pays; the card's own currency unless another was named.</summary>
    public required GifqCurrency Payment { get; init; }
}

/// <summary>An order as it stands. What it shows is a function of the instant.</summary>
internal sealed class GifqOrder(string id, GifqOrderContent content, GifqCharge charge, Gifq.Wire.Redemption card, DateTimeOffset createdAt)
{
    public string Id => id;

    public GifqOrderContent Content => content;

    public GifqCharge Charge => charge;

    public DateTimeOffset CreatedAt => createdAt;

    /// <summary>When it is completed, or fails.</summary>
    public required DateTimeOffset EndsAt { get; init; }

    public required bool Fails { get; init; }

    public bool HasEnded(DateTimeOffset now) => EndsAt <= now;

    public bool IsCompleted(DateTimeOffset now) => HasEnded(now) && !Fails;

    /// <summary>The codes, whether they can be seen yet or not.</summary>
    public Gifq.Wire.Redemption Made => card;

    /// <summary>The codes, once there are any to be seen.</summary>
    public Gifq.Wire.Redemption? Card(DateTimeOffset now) => IsCompleted(now) ? card : null;

    public string Status(DateTimeOffset now) =>
        !HasEnded(now) ? GifqStatus.Pending
        : Fails ? GifqStatus.Failed
        : GifqStatus.Completed;
}
