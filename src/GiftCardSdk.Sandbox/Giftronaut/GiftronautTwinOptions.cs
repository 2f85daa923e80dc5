namespace GiftCardSdk.Sandbox;

/// <summary>
/// The switches of the Giftronaut twin. Those named after an undocumented point of Giftronaut's API exist so that a client can be tried
/// with every reading of it. All may be changed while the twin runs, between two requests, unless they say otherwise.
/// </summary>
public sealed class GiftronautTwinOptions
{
    /// <summary>The apps that exist, read at the start: by default one of each environment, both of one organization and with every scope.</summary>
    public IList<GiftronautClient> Clients { get; } =
    [
        new() { ClientId = "sandbox-giftronaut-client", ClientSecret = "sandbox-giftronaut-secret" },
        new()
        {
            ClientId = "production-giftronaut-client",
            ClientSecret = "production-giftronaut-secret",
            IsProduction = true,
        },
    ];

    /// <summary>How long a token of the provider's sandbox lives; 24 hours by default.</summary>
    public TimeSpan SandboxTokenLife { get; set; } = TimeSpan.FromHours(24);

    /// <summary>How long a token of production lives; an hour by default.</summary>
    public TimeSpan ProductionTokenLife { get; set; } = TimeSpan.FromHours(1);

    /// <summary>A token call that asks for a scope the app does not have fails, the default; otherwise the token comes with the rest.</summary>
    public bool UngrantedScopeFails { get; set; } = true;

    /// <summary>Requests a minute and app in the provider's sandbox, 60 by default; null means no limit.</summary>
    public int? SandboxRequestsPerMinute { get; set; } = 60;

    /// <summary>Requests a minute and app in production, 300 by default; null means no limit.</summary>
    public int? ProductionRequestsPerMinute { get; set; } = 300;

    /// <summary>The answer to a request over the limit names the wait in <c>Retry-After</c>, the default. Undocumented.</summary>
    public bool LimitNamesWait { get; set; } = true;

    /// <summary>Token calls count against the rate limit too; off by default. Giftronaut documents neither.</summary>
    public bool TokenCallsCount { get; set; }

    /// <summary>How replies are wrapped; as documented by default.</summary>
    public GiftronautEnvelope Envelope { get; set; }

    /// <summary>Where lists say which page they are; beside <c>data</c> by default.</summary>
    public GiftronautPageMetadata PageMetadata { get; set; }

    /// <summary>
    /// A page below 1 and a page size outside 1 to 100 are moved into these bounds; off by default, so that they are answered 400.
    /// </summary>
    public bool ClampPages { get; set; }

    /// <summary>
    /// The catalogs obey <c>page</c>, <c>pageSize</c>, <c>countryCode</c> and <c>currencyCode</c>; off by default: they come whole, as in
    /// the quickstart.
    /// </summary>
    public bool CatalogQueryHonoured { get; set; }

    /// <summary>The names of the price fields; both sets by default.</summary>
    public GiftronautPriceVocabulary PriceVocabulary { get; set; }

    /// <summary>The spellings of the order paths that are served; both by default.</summary>
    public GiftronautOrderPaths OrderPaths { get; set; }

    /// <summary>The answer about a product that does not exist or is gone; 404 by default.</summary>
    public GiftronautUnknownProduct UnknownProduct { get; set; }

    /// <summary>Where idempotency keys are read; in header and body by default.</summary>
    public GiftronautKeySource KeySource { get; set; }

    /// <summary>An order without a key is refused with 400, the default; otherwise it is sold, and sold again when asked again.</summary>
    public bool KeyRequired { get; set; } = true;

    /// <summary>How long a key is remembered after its first success; 24 hours by default. After that it buys again.</summary>
    public TimeSpan KeyLife { get; set; } = TimeSpan.FromHours(24);

    /// <summary>
    /// How long after its first use a key is answered 409 <c>IDEMPOTENCY_KEY_IN_PROGRESS</c>, as if that use were still running; none by
    /// default.
    /// </summary>
    public TimeSpan KeyBusyFor { get; set; }

    /// <summary>What a repeat shows; the first answer by default.</summary>
    public GiftronautReplay Replay { get; set; }

    /// <summary>What a repeated purchase of reward links is answered; 409 with the original id by default.</summary>
    public GiftronautRewardLinkRepeat RewardLinkRepeat { get; set; }

    /// <summary>A refusal uses its key up and is itself repeated; off by default, so that the key stays fresh.</summary>
    public bool RefusalsUseUpKeys { get; set; }

    /// <summary>The order list obeys <c>clientOrderId</c>, the default; otherwise it lists on as if the filter were not there.</summary>
    public bool ClientOrderIdHonoured { get; set; } = true;

    /// <summary>
    /// How long an order that is sent at once stays <c>PENDING</c>; none by default, so that its create reply says <c>IN_PROGRESS</c>. Reward
    /// links begin <c>PENDING</c> in any case.
    /// </summary>
    public TimeSpan PendingDelay { get; set; }

    /// <summary>How long an order then stays <c>IN_PROGRESS</c>; none by default, so that the next look finds it <c>COMPLETE</c>.</summary>
    public TimeSpan CompletionDelay { get; set; }

    /// <summary>With both delays zero, the create reply of an order that is sent at once says <c>COMPLETE</c> already; off by default.</summary>
    public bool CompleteInCreateReply { get; set; }

    /// <summary>
    /// How long after completion bounced e-mails are counted; none by default. Giftronaut gathers them in batches of five minutes, so a
    /// complete order may grow bounces.
    /// </summary>
    public TimeSpan BounceDelay { get; set; }

    /// <summary>E-mails to addresses that begin with this bounce, case ignored; <c>bounce</c> by default.</summary>
    public string BouncePrefix { get; set; } = "bounce";

    /// <summary>A recipient in an order shows name, amount and status besides address and link, the default. Undocumented.</summary>
    public bool ShowRecipientDetails { get; set; } = true;

    /// <summary>
    /// Orders repeat <c>refundOption</c>, <c>expiresAt</c>, <c>sendTiming</c> and <c>emailSetting</c>, and the balance shows
    /// <c>rewardBalance</c> and <c>totalBalance</c>; off by default. Undocumented.
    /// </summary>
    public bool ShowOptionalMembers { get; set; }

    /// <summary>What a resend is answered; the order by default.</summary>
    public GiftronautResendAnswer ResendAnswer { get; set; }

    /// <summary>
    /// Orders in the provider's sandbox take from its virtual balance, the default; otherwise they leave it alone and are never refused for
    /// lack of it. The guide says both.
    /// </summary>
    public bool SandboxCharges { get; set; } = true;

    /// <summary>Each account's balance at the start, in US dollars, read when the account is first used; 10,000 by default.</summary>
    public decimal OpeningBalance { get; set; } = 10_000m;

    /// <summary>
    /// An order that leaves less than this many US dollars in the provider's sandbox has the balance refilled to
    /// <see cref="OpeningBalance"/>; 1,000 by default, null never refills.
    /// </summary>
    public decimal? RefillBelow { get; set; } = 1_000m;

    /// <summary>A balance that falls below this many US dollars is reported by webhook; null, the default, never reports it.</summary>
    public decimal? LowBalanceThreshold { get; set; }

    /// <summary>How many test e-mails an account may send a day, by UTC; 10 by default.</summary>
    public int TestEmailsPerDay { get; set; } = 10;

    /// <summary>The most recipients or links of one order; 10,000 by default. Giftronaut names no limit.</summary>
    public int MaxCardsPerOrder { get; set; } = 10_000;

    /// <summary>Products generated beside the regular catalog, to make it as large as a test wants; none by default, read at the start.</summary>
    public int ExtraProducts { get; set; }

    /// <summary>The key webhooks are signed with.</summary>
    public string WebhookSecret { get; set; } = "sandbox-giftronaut-signing-secret";
}
