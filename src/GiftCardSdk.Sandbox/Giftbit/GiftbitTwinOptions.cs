namespace GiftCardSdk.Sandbox;

/// <summary>What the twin says when an order's <c>id</c> comes a second time. Giftbit documents no answer.</summary>
public enum GiftbitDuplicateAnswer
{
    /// <summary>200 with the original order and its links: the natural reading of "a repeat is safe".</summary>
    OriginalOrder,

    /// <summary>422 with an invented code.</summary>
    Error,
}

/// <summary>What the twin says of an order or reward it does not know. Giftbit documents no answer.</summary>
public enum GiftbitUnknownOrderAnswer
{
    /// <summary>422 with an invented code, as for an unknown brand.</summary>
    UnprocessableEntity,

    /// <summary>404 with an invented code.</summary>
    NotFound,
}

/// <summary>How <c>contacts</c> is written for orders of links. Giftbit's documents disagree.</summary>
public enum GiftbitLinkOrderContacts
{
    /// <summary>An empty array.</summary>
    EmptyArray,

    /// <summary>A null.</summary>
    Null,
}

/// <summary>How <c>direct_links</c> is written while an order has no links yet. Giftbit documents neither.</summary>
public enum GiftbitMissingLinks
{
    /// <summary>The member is left out.</summary>
    Omitted,

    /// <summary>An empty array.</summary>
    EmptyArray,
}

/// <summary>A template as it would have been made in Giftbit's web pages.</summary>
public sealed record GiftbitTemplate
{
    /// <summary>The id an order names as <c>gift_template</c>: upper-case letters.</summary>
    public required string Id { get; init; }

    /// <summary>The price it fixes, in cents, or null when the order names it.</summary>
    public long? PriceInCents { get; init; }

    /// <summary>The brands it fixes; empty when the order names them.</summary>
    public IReadOnlyList<string> BrandCodes { get; init; } = [];

    /// <summary>Days until an order without an expiry of its own expires; null for a template that is not promotional.</summary>
    public int? ExpiresAfterDays { get; init; }
}

/// <summary>
/// The switches of the Giftbit twin. Those named after an undocumented point of Giftbit's API exist so that a client can be tried with
/// every reading of it. All may be changed while the twin runs, between two requests.
/// </summary>
public sealed class GiftbitTwinOptions
{
    /// <summary>The tokens accepted at the start; later changes go through <see cref="GiftbitTwin.SetApiTokens"/>.</summary>
    public IList<string> ApiTokens { get; } = ["sandbox-giftbit-token"];

    /// <summary>The answer to a repeated order id; the original order by default.</summary>
    public GiftbitDuplicateAnswer DuplicateAnswer { get; set; }

    /// <summary>The answer about an unknown order or reward; 422 by default.</summary>
    public GiftbitUnknownOrderAnswer UnknownOrderAnswer { get; set; }

    /// <summary>How long a funded order stays <c>API_CREATING</c> and its rewards invisible; two seconds by default.</summary>
    public TimeSpan CompletionDelay { get; set; } = TimeSpan.FromSeconds(2);

    /// <summary>How long an e-mailed reward stays <c>UNSENT</c> after it has appeared; one second by default.</summary>
    public TimeSpan DeliveryDelay { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>E-mailed rewards are delivered by themselves, the default; otherwise only by <see cref="GiftbitTwin.Deliver"/>.</summary>
    public bool AutomaticDelivery { get; set; } = true;

    /// <summary>How long after its completion a short-link order's links are still in progress; none by default.</summary>
    public TimeSpan LinksReadyDelay { get; set; }

    /// <summary>
    /// How long after its creation a direct-link order's links are still missing; none by default, so that the create reply holds them.
    /// </summary>
    public TimeSpan DirectLinksDelay { get; set; }

    /// <summary>How the create reply of a direct-link order shows that there are no links yet; omitted by default.</summary>
    public GiftbitMissingLinks MissingDirectLinks { get; set; }

    /// <summary>How the orders of links write their contacts; as an empty array by default.</summary>
    public GiftbitLinkOrderContacts LinkOrderContacts { get; set; }

    /// <summary>Orders in a currency with too low a balance are paid from <see cref="DefaultCurrency"/>; on by default.</summary>
    public bool AutomaticConversion { get; set; } = true;

    /// <summary>The currency conversion pays from; USD by default. The rates are invented and fixed.</summary>
    public string DefaultCurrency { get; set; } = "USD";

    /// <summary>The balances at the start, in cents by currency. The USD one is beyond 32 bits on purpose.</summary>
    public IDictionary<string, long> OpeningBalances { get; } =
        new Dictionary<string, long>(StringComparer.Ordinal)
        {
            ["USD"] = 2_500_000_000,
            ["CAD"] = 50_000_000,
            ["AUD"] = 25_000_000,
            ["EUR"] = 25_000_000,
            ["GBP"] = 25_000_000,
        };

    /// <summary>The rate limit over all operations; null, the default, means none.</summary>
    public int? RequestsPerSecond { get; set; }

    /// <summary>How many requests may come at once under the rate limit; null means one second's worth.</summary>
    public int? RequestBurst { get; set; }

    /// <summary>The largest page of any list; larger demands are cut to it. 500 by default; links never exceed 100.</summary>
    public int MaxPageSize { get; set; } = 500;

    /// <summary>The address no contact is accepted under: the order is answered 200 and counts the contact as failed.</summary>
    public string BadContactAddress { get; set; } = "bad-contact@sandbox.example";

    /// <summary>
    /// Delivery states by the part of an address before the @, in place of <c>DELIVERED</c>: by default <c>bounce</c>, <c>soft-bounce</c>,
    /// <c>unsubscribed</c> and <c>complaint</c>. An address that has unsubscribed or complained is refused in later orders.
    /// </summary>
    public IDictionary<string, string> DeliveryOutcomes { get; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["bounce"] = GiftbitDelivery.Undeliverable,
            ["soft-bounce"] = GiftbitDelivery.TemporarilyUndeliverable,
            ["unsubscribed"] = GiftbitDelivery.Unsubscribed,
            ["complaint"] = GiftbitDelivery.Complaint,
        };

    /// <summary>The templates an order may name; by default <c>THANK</c>, and <c>PROMO</c>, which expires after 90 days.</summary>
    public IList<GiftbitTemplate> Templates { get; } =
    [new GiftbitTemplate { Id = "THANK" }, new GiftbitTemplate { Id = "PROMO", ExpiresAfterDays = 90 }];

    /// <summary>Writes <c>INFO_CREDNTIALS</c>, as was recorded, instead of the spelling of the newer documents; off by default.</summary>
    public bool MisspellCredentials { get; set; }

    /// <summary>Writes <c>added_succesfully</c>, as was recorded, instead of the spelling of the newer documents; on by default.</summary>
    public bool MisspellAddedSuccessfully { get; set; } = true;

    /// <summary>Writes <c>redeemed_date</c>, which older documents describe and newer ones leave out; on by default.</summary>
    public bool ShowRedeemedDate { get; set; } = true;

    /// <summary>Pacific timestamps follow daylight saving, the default; otherwise they are UTC-8 all year.</summary>
    public bool ObserveDaylightSaving { get; set; } = true;

    /// <summary>The account may order short links, the default; otherwise such orders are answered 403.</summary>
    public bool ShortLinksPermitted { get; set; } = true;

    /// <summary>The account may order embedded rewards, the default; otherwise such orders are answered 403.</summary>
    public bool EmbeddedPermitted { get; set; } = true;

    /// <summary>The stored credit card is charged when funds are added, the default; otherwise the answer is 402.</summary>
    public bool CardAccepted { get; set; } = true;

    /// <summary>The smallest top-up in cents; 25,000 by default.</summary>
    public long MinimumTopUp { get; set; } = 25_000;

    /// <summary>The largest top-up in cents; 1,000,000 by default.</summary>
    public long MaximumTopUp { get; set; } = 1_000_000;

    /// <summary>What an expired reward gives back, in percent of its value; 25 by default. Cancelling gives back all of it.</summary>
    public int ExpiryCreditPercent { get; set; } = 25;

    /// <summary>Brands generated beside the regular catalog, to make it as large as a test wants; none by default, read at the start.</summary>
    public int ExtraBrands { get; set; }

    /// <summary>The sender's name on orders.</summary>
    public string CompanyName { get; set; } = "Harbour Pine Rewards";
}
