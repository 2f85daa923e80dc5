using GiftCardSdk.Adapters;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>Settings of one Gift Card Partners account. Credentials are read for every token, so that they can be changed without a restart.</summary>
public sealed class GiftCardPartnersOptions : IAccountOptions
{
    /// <summary>
    /// The root of the API, without <c>/v1</c>; https, or http on loopback. Required: the provider publishes no address, and one that is guessed
    /// would be sent the credentials. Ask the account manager. Stage and production have addresses and credentials of their own.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The login e-mail address of the API user. Required; never printed.</summary>
    public string? Email { get; set; }

    /// <summary>The long-lived secret of that user, made in the provider's user management. Required; never printed.</summary>
    public string? AccessToken { get; set; }

    /// <summary>A second secret of the same user, tried when the first is refused with 401: lets them be changed one after the other. Null for none.</summary>
    public string? SecondaryAccessToken { get; set; }

    /// <summary>
    /// The account's stable id in the order journal; null for its name. A reference is one order <em>per account</em> and forever: whoever renames
    /// an account keeps its earlier name here, or every reference can be bought once more. Two names for one account of the provider's share
    /// one. Read once.
    /// </summary>
    public string? JournalId { get; set; }

    /// <summary>Play money (the stage) or real money. Default sandbox. It says what <see cref="BaseAddress"/> is; no address can tell by itself.</summary>
    public GiftCardEnvironment Environment { get; set; } = GiftCardEnvironment.Sandbox;

    /// <summary>How many calls a minute the account may make, 1 to 100000; null, the default, for no limit of our own. None is published; a 429 is obeyed either way.</summary>
    public int? MaxRequestsPerMinute { get; set; }

    /// <summary>
    /// How long products, shipping methods, carriers, brandings and departments are kept in memory; zero for not at all. Default a week, the
    /// least that the provider asks for. <see cref="IGiftCardPartnersCache.Invalidate"/> ends it at once.
    /// </summary>
    public TimeSpan CacheTime { get; set; } = GiftCardPartnersDefaults.CacheTime;

    /// <summary>
    /// Whether an order is compared with the catalog before it is sent: type of delivery, face value, card carrier. What a kept product seems to
    /// rule out is looked up afresh before it is refused. Default true; false leaves it to the provider. The currency is compared either way.
    /// </summary>
    public bool CheckOrdersAgainstCatalog { get; set; } = true;

    /// <summary>
    /// Where the provider is to tell the end of every order that names no other address
    /// (<see cref="GiftCardPartnersOrderOptions.FulfillmentComplete"/>): the account's webhook address with one of its tokens; https, or http on
    /// loopback. Never printed. Read once. Null, the default, for nowhere.
    /// </summary>
    public Uri? FulfillmentComplete { get; set; }

    /// <summary>
    /// What deliveries to that address must have to be looked at: a token in the path (<see cref="WebhookOptions.PathTokens"/>), since nothing signs
    /// them. Each is a hint to read its order. Read for every delivery.
    /// </summary>
    public WebhookOptions Webhooks { get; } = new();

    /// <summary>What the provider's documents do not say for sure; to be changed when it proves otherwise.</summary>
    public GiftCardPartnersWireAssumptions WireAssumptions { get; set; } = new();
}
