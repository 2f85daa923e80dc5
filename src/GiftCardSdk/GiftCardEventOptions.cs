namespace GiftCardSdk;

/// <summary>How webhooks are received, how events are handed to handlers, and how orders are looked at that no webhook speaks of.</summary>
public sealed class GiftCardEventOptions
{
    /// <summary>
    /// Whether events are handed over, and orders looked at, in the background under a generic host. Without it, or without a host, call
    /// <see cref="IGiftCardWebhooks.DispatchAsync"/> and <see cref="IGiftCardWebhooks.PollAsync"/>. Default true.
    /// </summary>
    public bool Enabled { get; set; } = true;

    /// <summary>The largest body of a webhook, in bytes. Default 256 KiB; 1 KiB to 16 MiB.</summary>
    public int MaxBodyBytes { get; set; } = 256 * 1024;

    /// <summary>How often the inbox is looked at for what is due again; what arrives here is handed over at once. Default 5 seconds; 1 second to 1 hour.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The wait after the first failure of a handler; it doubles from there, with jitter. Default 5 seconds; 1 second to 1 hour.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest wait between two tries. Default 1 hour; at least <see cref="FirstDelay"/>, at most a day.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromHours(1);

    /// <summary>How often an event is tried before it is parked for a person. Default 16, which is about 6 hours; 1 to 100.</summary>
    public int MaxTries { get; set; } = 16;

    /// <summary>How long one handler may take for one event. Default 1 minute; 1 second to 15 minutes.</summary>
    public TimeSpan HandlerTimeout { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How many events are handed over at a time. Default 8; 1 to 64.</summary>
    public int MaxParallel { get; set; } = 8;

    /// <summary>
    /// How long an event is remembered after all handlers are done with it, so that it is not handed over again when it is told again; older
    /// webhooks are refused. Default 30 days; 1 day to 365 days.
    /// </summary>
    public TimeSpan KeepFor { get; set; } = TimeSpan.FromDays(30);

    /// <summary>How orders are looked at.</summary>
    public StatusPollOptions Poll { get; } = new();
}

/// <summary>How orders are looked at that a lost webhook does not speak of, or whose provider has none.</summary>
public sealed class StatusPollOptions
{
    /// <summary>Whether orders are looked at in the background; only where a handler is registered. Default true.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>How often the list of orders is looked through for those that are due. Default 15 seconds; 1 second to 1 hour.</summary>
    public TimeSpan Interval { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The wait before the first look at an order of one card; larger orders start later, and it grows from look to look. Default 15 seconds; 1 second to 1 hour.</summary>
    public TimeSpan FirstDelay { get; set; } = TimeSpan.FromSeconds(15);

    /// <summary>The longest wait between two looks at an order. Default 30 minutes; at least <see cref="FirstDelay"/>, at most a day.</summary>
    public TimeSpan MaxDelay { get; set; } = TimeSpan.FromMinutes(30);

    /// <summary>How many orders are looked at at a time. Default 4; 1 to 64.</summary>
    public int MaxParallel { get; set; } = 4;

    /// <summary>How long after it was accepted an order is looked at that does not become final, or is not delivered. Default 7 days; 1 hour to 365 days.</summary>
    public TimeSpan GiveUpAfter { get; set; } = TimeSpan.FromDays(7);

    /// <summary>
    /// How long after it has arrived an order that the provider itself delivers is still looked at, since messages bounce late. Default 1 hour; zero
    /// for not at all, at most 30 days.
    /// </summary>
    public TimeSpan FollowDeliveryFor { get; set; } = TimeSpan.FromHours(1);

    /// <summary>
    /// How long after it was accepted an order is looked at for cards that are claimed or lapse, every <see cref="MaxDelay"/>. Each look is a call:
    /// default zero, for not at all; at most 365 days.
    /// </summary>
    public TimeSpan FollowRedemptionFor { get; set; }
}
