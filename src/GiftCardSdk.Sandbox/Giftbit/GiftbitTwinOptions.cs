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

    /// <summary>Orders in a currency with too low a balance are paid from the US dollars, at invented and fixed rates; on by default.</summary>
    public bool AutomaticConversion { get; set; } = true;

    /// <summary>The largest page of any list; larger demands are cut to it. 500 by default; links never exceed 100.</summary>
    public int MaxPageSize { get; set; } = 500;

    /// <summary>
    /// Delivery states by the part of an address before the @, in place of <c>DELIVERED</c>: by default <c>bounce</c>, <c>soft-bounce</c>,
    /// <c>unsubscribed</c> and <c>complaint</c>. An address that has unsubscribed or complained is refused in later orders.
    /// </summary>
    public IDictionary<string, string> DeliveryOutcomes { get; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["bounce"] = "UNDELIVERABLE",
            ["soft-bounce"] = "TEMPORARILY_UNDELIVERABLE",
            ["unsubscribed"] = "UNSUBSCRIBED",
            ["complaint"] = "COMPLAINT",
        };

    /// <summary>Writes <c>added_succesfully</c>, as was recorded, instead of the spelling of the newer documents; on by default.</summary>
    public bool MisspellAddedSuccessfully { get; set; } = true;

    /// <summary>Pacific timestamps follow daylight saving, the default; otherwise they are UTC-8 all year.</summary>
    public bool ObserveDaylightSaving { get; set; } = true;

    /// <summary>Brands generated beside the regular catalog, to make it as large as a test wants; none by default, read at the start.</summary>
    public int ExtraBrands { get; set; }
}
