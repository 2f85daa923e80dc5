using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace GiftCardSdk.Giftronaut;

/// <summary>The words of Giftronaut's API that are known. Sets may grow: a word that is not listed here is no error.</summary>
public static class GiftronautWords
{
    /// <summary>How far an order has come (<see cref="GiftronautOrder.Status"/>).</summary>
    public static class OrderStatus
    {
        /// <summary>Taken; waits for processing, or for its time. Source: quickstart; documented.</summary>
        public const string Pending = "PENDING";

        /// <summary>Cards are being issued and sent. Source: quickstart; documented.</summary>
        public const string InProgress = "IN_PROGRESS";

        /// <summary>Done, though e-mails may have bounced. Final. Source: quickstart; documented.</summary>
        public const string Complete = "COMPLETE";

        /// <summary>A scheduled order that was taken back; its money is back too. Final. Source: API reference; documented.</summary>
        public const string Canceled = "CANCELED";

        internal static FrozenDictionary<string, string> UsualMeanings { get; } =
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Pending] = GiftCardSdk.OrderStatus.Pending.Value,
                [InProgress] = GiftCardSdk.OrderStatus.Pending.Value,
                [Complete] = GiftCardSdk.OrderStatus.Completed.Value,
                [Canceled] = GiftCardSdk.OrderStatus.Cancelled.Value,
            }.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Where an order comes from (<see cref="GiftronautOrder.OrderType"/>).</summary>
    public static class OrderType
    {
        /// <summary>An order for recipients. Source: API reference; documented.</summary>
        public const string OneTime = "ONE_TIME";

        /// <summary>A rule of the portal's. Source: API reference; documented, its meaning is inferred.</summary>
        public const string Smart = "SMART";

        /// <summary>Reward links. Source: API reference; documented.</summary>
        public const string Link = "LINK";

        /// <summary>A campaign run. Source: API reference; documented.</summary>
        public const string Campaign = "CAMPAIGN";

        /// <summary>A reward. Source: API reference; documented, its meaning is not.</summary>
        public const string Reward = "REWARD";
    }

    /// <summary>What is ordered (<see cref="GiftronautOrder.CardType"/>).</summary>
    public static class CardType
    {
        /// <summary>A card of one brand. Source: quickstart; documented.</summary>
        public const string Branded = "BRANDED_CARD";

        /// <summary>The recipient chooses the brand. Source: guides; documented.</summary>
        public const string Choice = "CHOICE_CARD";
    }

    /// <summary>What a product's prices are (<see cref="GiftronautProduct.FaceValueType"/>, <see cref="GiftronautProduct.PriceType"/>).</summary>
    public static class PriceType
    {
        /// <summary>A list of face values. Source: quickstart; documented.</summary>
        public const string Fixed = "FIXED";

        /// <summary>The bounds of a range. Source: quickstart; documented.</summary>
        public const string Range = "RANGE";
    }

    /// <summary>When an order is sent (<see cref="GiftronautSendTiming.Type"/>).</summary>
    public static class SendTimingType
    {
        /// <summary>At once; time and zone must be absent. Source: quickstart; documented.</summary>
        public const string Immediate = "IMMEDIATE";

        /// <summary>Later; time and zone must be there. Source: API reference; documented.</summary>
        public const string Scheduled = "SCHEDULED";
    }

    /// <summary>How far a card has come (<see cref="GiftronautOrderRecipient.Status"/>). No document of Giftronaut's has any of these words.</summary>
    [Experimental("GCSDK001")]
    public static class RecipientStatus
    {
        /// <summary>Not sent yet. Assumed.</summary>
        public const string Pending = "PENDING";

        /// <summary>Sent. Assumed.</summary>
        public const string Sent = "SENT";

        /// <summary>The e-mail came back. Assumed.</summary>
        public const string Bounced = "BOUNCED";

        /// <summary>Redeemed. Assumed.</summary>
        public const string Redeemed = "REDEEMED";

        /// <summary>Lapsed. Assumed.</summary>
        public const string Expired = "EXPIRED";

        /// <summary>Taken back with its order. Assumed.</summary>
        public const string Canceled = "CANCELED";
    }

    /// <summary>What kind a movement of the balance is (<see cref="GiftronautLedgerEntry.Type"/>).</summary>
    public static class LedgerType
    {
        /// <summary>Money came in. Source: API reference; documented.</summary>
        public const string Charge = "CHARGE";

        /// <summary>An order took money. Source: API reference; documented.</summary>
        public const string Use = "USE";

        /// <summary>Money came back. Source: API reference; documented.</summary>
        public const string Refund = "REFUND";

        /// <summary>A reward of Giftronaut's. Source: API reference; documented, its meaning is not.</summary>
        public const string Reward = "REWARD";

        /// <summary>Money was moved. Source: API reference; documented.</summary>
        public const string Transfer = "TRANSFER";
    }

    /// <summary>What a token may be used for (<see cref="GiftronautOptions.Scopes"/>).</summary>
    public static class Scope
    {
        /// <summary>Both catalogs. Source: quickstart; documented.</summary>
        public const string CatalogRead = "catalog.read";

        /// <summary>Reading orders. Source: quickstart; documented.</summary>
        public const string OrdersRead = "orders.read";

        /// <summary>Everything that orders, cancels or sends. Source: quickstart; documented.</summary>
        public const string OrdersWrite = "orders.write";

        /// <summary>Balance and ledger. Source: API reference; documented.</summary>
        public const string BalanceRead = "balance.read";

        /// <summary>Asking for a top-up. Source: API reference; documented.</summary>
        public const string BalanceWrite = "balance.write";

        /// <summary>Reading templates. Source: API reference; documented.</summary>
        public const string TemplatesRead = "templates.read";

        /// <summary>Changing templates. Source: API reference; documented.</summary>
        public const string TemplatesWrite = "templates.write";

        /// <summary>Reading campaigns. Source: API reference; documented.</summary>
        public const string CampaignsRead = "campaigns.read";

        /// <summary>Changing campaigns, and with <see cref="OrdersWrite"/> running them. Source: API reference; documented.</summary>
        public const string CampaignsWrite = "campaigns.write";
    }

    /// <summary>Codes of errors (<see cref="GiftCardException.ProviderCode"/>).</summary>
    public static class Errors
    {
        /// <summary>A body, an amount or a time is not right. Source: client code; third-party.</summary>
        public const string Validation = "VALIDATION_ERROR";

        /// <summary>The order costs more than there is; nothing was made. Source: guides; documented.</summary>
        public const string InsufficientBalance = "INSUFFICIENT_BALANCE";

        /// <summary>The key was used with another body; of reward links, that it was used at all. Source: guides; documented, of reward links third-party.</summary>
        public const string DuplicateKey = "DUPLICATE_IDEMPOTENCY_KEY";

        /// <summary>The first call with this key is still being worked on. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string KeyInProgress = "IDEMPOTENCY_KEY_IN_PROGRESS";

        /// <summary>The token is missing, wrong or expired. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string Unauthorized = "UNAUTHORIZED";

        /// <summary>The app may not do this, such as a top-up in the sandbox. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string Forbidden = "FORBIDDEN";

        /// <summary>Too many calls in this minute. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string RateLimitExceeded = "RATE_LIMIT_EXCEEDED";

        /// <summary>The token lacks a scope. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string InsufficientScope = "INSUFFICIENT_SCOPE";

        /// <summary>There is no such product. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string ProductNotFound = "PRODUCT_NOT_FOUND";

        /// <summary>There is no such order. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string OrderNotFound = "ORDER_NOT_FOUND";

        /// <summary>The order has no such recipient. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string RecipientNotFound = "RECIPIENT_NOT_FOUND";

        /// <summary>There is no such template. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string TemplateNotFound = "TEMPLATE_NOT_FOUND";

        /// <summary>There is no such campaign. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string CampaignNotFound = "CAMPAIGN_NOT_FOUND";

        /// <summary>The order is being sent or done. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string OrderNotCancelable = "ORDER_NOT_CANCELABLE";

        /// <summary>The default template cannot be deleted. Source: API reference; documented.</summary>
        public const string DefaultTemplate = "DEFAULT_TEMPLATE";

        /// <summary>A campaign uses the template. Source: API reference; documented.</summary>
        public const string TemplateInUse = "TEMPLATE_IN_USE";

        /// <summary>The token call's own word: client id or secret is wrong. Assumed, from OAuth 2.0.</summary>
        [Experimental("GCSDK001")]
        public const string InvalidClient = "invalid_client";

        /// <summary>The token call's own word: the app lacks a scope that was asked for. Assumed, from OAuth 2.0; that it fails the call is third-party.</summary>
        [Experimental("GCSDK001")]
        public const string InvalidScope = "invalid_scope";
    }
}
