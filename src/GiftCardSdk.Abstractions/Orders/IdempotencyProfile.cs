using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>What happens at a provider when the same order is sent twice, and how an order is found whose answer was lost.</summary>
/// <remarks>A profile that is not stated is the worst one: a repeat buys again and nothing can be found, so nothing is ever sent twice.</remarks>
public sealed record IdempotencyProfile
{
    /// <summary>What a second arrival of the same key does.</summary>
    public RepeatBehavior Repeat { get; init; } = RepeatBehavior.BuysAgain;

    /// <summary>How long the provider remembers a key, for <see cref="RepeatBehavior.NeverWithinLife"/>: see <see cref="MayRepeat"/> and <see cref="MayResolve"/>.</summary>
    public TimeSpan? KeyLife { get; init; }

    /// <summary>What the provider answers to a repeat.</summary>
    public RepeatAnswer Answer { get; init; } = RepeatAnswer.Undocumented;

    /// <summary>How much a look-up by the caller's key proves.</summary>
    public LookupAuthority Lookup { get; init; } = LookupAuthority.None;

    /// <summary>How long after the last send a look-up must still find nothing before the order is believed not to exist. Belief, not proof.</summary>
    public TimeSpan QuietTime { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>What is left is for the provider's clock to be off, and for the send to arrive.</summary>
    private const double ResolvingShareOfLife = 0.9;

    /// <summary>Whether the same key may be sent again, given the time since it was first sent, where this machine's clock is all there is to judge by: for at most half of the key's life.</summary>
    /// <param name="sinceFirstSend">The time since the first send by the clock; a negative one (the clock went back) allows nothing that expires.</param>
    /// <returns>True if a repeat cannot buy a second time.</returns>
    public bool MayRepeat(TimeSpan sinceFirstSend) =>
        Repeat switch
        {
            RepeatBehavior.NeverBuysAgain => true,
            RepeatBehavior.NeverWithinLife => KeyLife is { } life && sinceFirstSend >= TimeSpan.Zero && sinceFirstSend <= life / 2,
            _ => false,
        };

    /// <summary>
    /// Whether the same key may be sent again to find out about a send without an answer, given the time since the first send by the provider's own
    /// clock: for at most nine tenths of the key's life. What is sent anew stops earlier, by <see cref="MayRepeat"/>, so that there is time left for this.
    /// </summary>
    /// <param name="sinceFirstSend">The time since the first send by the provider's clock, or more; a negative one allows nothing that expires.</param>
    /// <returns>True if a repeat cannot buy a second time.</returns>
    public bool MayResolve(TimeSpan sinceFirstSend) =>
        MayRepeat(sinceFirstSend)
        || (Repeat == RepeatBehavior.NeverWithinLife && sinceFirstSend >= TimeSpan.Zero && sinceFirstSend <= ResolvingLife);

    /// <summary>How long a key may be sent again to find out, by the provider's clock; null without a life.</summary>
    internal TimeSpan? ResolvingLife => KeyLife * ResolvingShareOfLife;
}

/// <summary>What a second arrival of the same order does.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RepeatBehavior>))]
public enum RepeatBehavior
{
    /// <summary>It is a second purchase.</summary>
    BuysAgain = 0,

    /// <summary>It never buys a second time while the provider remembers the key.</summary>
    NeverWithinLife,

    /// <summary>It never buys a second time.</summary>
    NeverBuysAgain,
}

/// <summary>What a provider answers to a repeat.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RepeatAnswer>))]
public enum RepeatAnswer
{
    /// <summary>The provider's documents do not say.</summary>
    Undocumented = 0,

    /// <summary>The original order, as if it were new.</summary>
    Original,

    /// <summary>A conflict that names the original order.</summary>
    ConflictWithId,
}

/// <summary>How much a look-up by the caller's key proves.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LookupAuthority>))]
public enum LookupAuthority
{
    /// <summary>The provider has none.</summary>
    None = 0,

    /// <summary>A hit counts, a miss proves nothing.</summary>
    HitOnly,

    /// <summary>A hit counts, and so does a miss once the quiet time has passed.</summary>
    Authoritative,
}
