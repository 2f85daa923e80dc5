namespace GiftCardSdk.Testing;

/// <summary>What kind of provider it is.</summary>
public sealed class InMemoryProviderOptions
{
    /// <summary>The provider's name, in small letters. Default <c>in-memory</c>.</summary>
    public string Provider { get; set; } = "in-memory";

    /// <summary>
    /// What a repeat does and how orders are found again: the provider behaves as this says, and its shapes say so. Default: a repeat never buys
    /// again and returns the original, look-ups are to be trusted, quiet time 10 minutes.
    /// </summary>
    public IdempotencyProfile Idempotency { get; set; } =
        new()
        {
            Repeat = RepeatBehavior.NeverBuysAgain,
            Answer = RepeatAnswer.Original,
            Lookup = LookupAuthority.Authoritative,
        };

    /// <summary>What one order may hold, one shape per delivery; empty for generous shapes of all deliveries with <see cref="Idempotency"/>.</summary>
    public IReadOnlyList<OrderShape> Shapes { get; set; } = [];

    /// <summary>
    /// What a repeat of a remembered key is answered with where <see cref="IdempotencyProfile.Answer"/> is
    /// <see cref="RepeatAnswer.Undocumented"/>: a refusal with this code, or null for the original order.
    /// </summary>
    public GiftCardErrorCode? RepeatRefusal { get; set; }

    /// <summary>What can be bought; empty for a small catalog of three fictional brands.</summary>
    public IReadOnlyList<Product> Products { get; set; } = [];

    /// <summary>How long an order takes from its sale until its cards can be read. Default zero: at once.</summary>
    public TimeSpan CompletesAfter { get; set; }

    /// <summary>What makes codes and ids differ between two providers; the same seed gives the same codes in the same order. Default 1.</summary>
    public int Seed { get; set; } = 1;
}
