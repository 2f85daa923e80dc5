namespace GiftCardSdk.Giftbit;

/// <summary>The words of Giftbit's API that are known. Sets may grow: a word that is not listed here is no error.</summary>
public static class GiftbitWords
{
    /// <summary>How far an order has come (<see cref="GiftbitCampaign.Status"/>).</summary>
    public static class CampaignStatus
    {
        /// <summary>Being built; the usual word in the answer to a create. Source: API reference; documented.</summary>
        public const string Creating = "API_CREATING";

        /// <summary>Parked for lack of money; goes out by itself once the account is funded. Source: API reference; documented.</summary>
        public const string AwaitingFunds = "AWAITING_FUNDS";

        /// <summary>Made; e-mails may still be going out. Final. Source: API reference; documented.</summary>
        public const string Created = "CAMPAIGN_CREATED";
    }

    /// <summary>How an order is delivered (<see cref="GiftbitCampaign.DeliveryType"/>).</summary>
    public static class DeliveryType
    {
        /// <summary>Giftbit sends e-mails. Source: API reference; documented.</summary>
        public const string Email = "GIFTBIT_EMAIL";

        /// <summary>Short links, made some time after the order. Source: API reference; documented.</summary>
        public const string ShortLink = "SHORTLINK";

        /// <summary>Direct links, in the answer to the order. Source: API reference; documented.</summary>
        public const string DirectLink = "DIRECT_LINK";
    }

    /// <summary>Whether a reward has reached its recipient (<see cref="GiftbitGift.DeliveryStatus"/>).</summary>
    public static class DeliveryStatus
    {
        /// <summary>Made, not sent. Source: API reference; documented.</summary>
        public const string Unsent = "UNSENT";

        /// <summary>Sent, and no bounce or complaint so far. Source: API reference; documented. That it may change later is inferred.</summary>
        public const string Delivered = "DELIVERED";

        /// <summary>A link was made. Source: API reference, marked deprecated; recorded on short-link rewards anyway.</summary>
        public const string LinkCreated = "LINKCREATED";

        /// <summary>Soft bounce; Giftbit tries again by itself. Source: API reference and help centre; documented.</summary>
        public const string TemporarilyUndeliverable = "TEMPORARILY_UNDELIVERABLE";

        /// <summary>Hard bounce; only a correction of the address in Giftbit's portal revives it. Source: API reference; documented.</summary>
        public const string Undeliverable = "UNDELIVERABLE";

        /// <summary>The recipient has opted out. Source: API reference; documented.</summary>
        public const string Unsubscribed = "UNSUBSCRIBED";

        /// <summary>The recipient has marked a mail as spam. Source: API reference; documented.</summary>
        public const string Complaint = "COMPLAINT";
    }

    /// <summary>Whether a reward has been claimed (<see cref="GiftbitGift.Status"/>).</summary>
    public static class GiftStatus
    {
        /// <summary>Open, also while it is not sent yet. Source: API reference; documented.</summary>
        public const string SentAndRedeemable = "SENT_AND_REDEEMABLE";

        /// <summary>Claimed. Source: API reference; documented.</summary>
        public const string Redeemed = "REDEEMED";

        /// <summary>Taken back by the sender; two L here, one in <see cref="Info.GiftsCanceled"/>. Source: API reference; documented.</summary>
        public const string GiverCancelled = "GIVER_CANCELLED";

        /// <summary>The last day for claiming has passed. Source: API reference; documented.</summary>
        public const string Expired = "EXPIRED";

        /// <summary>Given to charity. Source: API reference, marked deprecated.</summary>
        public const string ToCharity = "TO_CHARITY";
    }

    /// <summary>What a row of the costs is for (<see cref="GiftbitCostEntry.FeeType"/>).</summary>
    public static class FeeType
    {
        /// <summary>The face value. Source: API reference; documented.</summary>
        public const string PrefundGiftCost = "PREFUND_GIFT_COST";

        /// <summary>The share that Giftbit keeps of what is not claimed. Source: API reference; documented.</summary>
        public const string BreakagePercentage = "BREAKAGE_PERCENTAGE";

        /// <summary>A fee for each reward. Source: API reference; documented.</summary>
        public const string UpfrontPerGiftFee = "UPFRONT_PER_GIFT_FEE";

        /// <summary>A commission in percent. Source: API reference; documented.</summary>
        public const string UpfrontCommissionPercentage = "UPFRONT_COMMISSION_PERCENTAGE";
    }

    /// <summary>What an answer says about itself (<see cref="GiftbitInfo.Code"/>).</summary>
    public static class Info
    {
        /// <summary>The token is good. Source: quick-start page and docs site; documented.</summary>
        public const string Credentials = "INFO_CREDENTIALS";

        /// <summary>The same, as it was misspelt on the wire in 2017 and 2018. Source: recorded traffic and the API reference's sample.</summary>
        public const string CredentialsMisspelt = "INFO_CREDNTIALS";

        /// <summary>Brands, or one brand. Source: API reference; documented.</summary>
        public const string BrandsRetrieved = "INFO_BRANDS_RETRIEVED";

        /// <summary>Regions. Source: API reference; documented.</summary>
        public const string RegionsRetrieved = "INFO_RETRIEVED_REGIONS";

        /// <summary>An order was accepted. Source: API reference; documented.</summary>
        public const string CampaignCreated = "INFO_CAMPAIGN_CREATED";

        /// <summary>An order was accepted and waits for money; never to be sent again. Source: API reference; documented.</summary>
        public const string CampaignCreatedFundsRequired = "INFO_CAMPAIGN_CREATED_FUNDS_REQUIRED";

        /// <summary>An order was accepted and waits for money that is on its way; never to be sent again. Source: API reference; documented.</summary>
        public const string CampaignCreatedFundsPending = "INFO_CAMPAIGN_CREATED_FUNDS_PENDING";

        /// <summary>An order. Source: API reference; documented.</summary>
        public const string CampaignRetrieved = "INFO_CAMPAIGN_RETRIEVED";

        /// <summary>Links. Source: API reference; documented.</summary>
        public const string Links = "INFO_LINKS";

        /// <summary>The links are still being made; the answer holds nothing else. Source: API reference and recorded traffic.</summary>
        public const string LinksInProgress = "INFO_LINKS_GENERATION_IN_PROGRESS";

        /// <summary>Balances. Source: API reference; documented.</summary>
        public const string Funds = "INFO_FUNDS";

        /// <summary>Money was added. Source: API reference; documented.</summary>
        public const string FundsAdded = "INFO_FUNDS_ADDED";

        /// <summary>Rewards, or one reward. Source: API reference; documented.</summary>
        public const string Gifts = "INFO_GIFTS";

        /// <summary>A reward was sent again. Source: API reference; documented.</summary>
        public const string GiftsResent = "INFO_GIFTS_RESENT";

        /// <summary>A reward was taken back. Source: API reference; documented.</summary>
        public const string GiftsCanceled = "INFO_GIFTS_CANCELED";
    }

    /// <summary>What an error says about itself (<see cref="GiftCardException.ProviderCode"/>).</summary>
    public static class Errors
    {
        /// <summary>401: the token is missing or wrong. Source: API reference; documented.</summary>
        public const string Unauthorized = "ERROR_UNAUTHORIZED";

        /// <summary>422: the brand, or this price of it, cannot be bought. Source: API reference; documented.</summary>
        public const string InvalidBrand = "ERROR_CAMPAIGN_INVALID_BRAND";

        /// <summary>422: there is no such brand. Source: API reference; documented.</summary>
        public const string NoSuchBrand = "ERROR_BRANDS_NO_SUCH_BRAND";

        /// <summary>400: a top-up outside the account's bounds. Source: API reference; documented.</summary>
        public const string InvalidFundAmount = "ERROR_FUNDS_INVALID_FUND_AMOUNT";

        /// <summary>402: the stored credit card was refused. Source: API reference; documented.</summary>
        public const string FundsCardError = "ERROR_FUNDS_CARD_ERROR";

        /// <summary>429: too many requests. Source: third-party code; the status is documented.</summary>
        public const string TooManyRequests = "ERROR_TOO_MANY_REQUESTS";

        /// <summary>422: an e-mail order without contacts. Source: recorded traffic of 2017.</summary>
        public const string NoContacts = "ERROR_CAMPAIGN_NO_CONTACTS";

        /// <summary>422: an order that Giftbit's checks refused, such as one with a blank message. Source: recorded traffic of 2016.</summary>
        public const string InvalidState = "ERROR_CAMPAIGN_INVALID_STATE";

        /// <summary>Links of an order that does not exist or has none. Source: API reference of 2018, removed since; its HTTP status was never stated.</summary>
        public const string LinksBadCampaign = "ERROR_LINKS_BAD_CAMPAIGN";

        /// <summary>Links of an order whose last day has passed. Source: API reference of 2018, removed since; its HTTP status was never stated.</summary>
        public const string LinksCampaignInactive = "ERROR_LINKS_CAMPAIGN_INACTIVE";
    }
}
