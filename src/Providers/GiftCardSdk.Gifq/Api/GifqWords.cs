using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace GiftCardSdk.Gifq;

/// <summary>The words of GIFQ's API that are known. Sets may grow: a word that is not listed here is no error and nothing final.</summary>
public static class GifqWords
{
    /// <summary>How far an order has come (<see cref="GifqOrder.Status"/>).</summary>
    public static class OrderStatus
    {
        /// <summary>A supplier is chosen and the card is made. Source: getting started; documented.</summary>
        public const string Pending = "pending";

        /// <summary>The card is there. Final. Source: getting started; documented.</summary>
        public const string Completed = "completed";

        /// <summary>There will be no card; the balance gets its money back by itself. Final. Source: getting started; documented.</summary>
        public const string Failed = "failed";

        /// <summary>Another spelling of <see cref="Completed"/>. Source: client code; third-party.</summary>
        public const string Complete = "complete";

        internal static FrozenDictionary<string, string> Meanings { get; } =
            new Dictionary<string, string>(StringComparer.Ordinal)
            {
                [Pending] = GiftCardSdk.OrderStatus.Pending.Value,
                [Completed] = GiftCardSdk.OrderStatus.Completed.Value,
                [Complete] = GiftCardSdk.OrderStatus.Completed.Value,
                [Failed] = GiftCardSdk.OrderStatus.Failed.Value,
            }.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>The state of a campaign (<see cref="GifqCampaign.Status"/>).</summary>
    public static class CampaignStatus
    {
        /// <summary>Being set up; everything can be changed. Source: getting started; documented, its spelling is inferred.</summary>
        public const string Draft = "draft";

        /// <summary>The only state that takes payouts; texts can be changed, brands perhaps not. Source: getting started and help centre; documented, its spelling is inferred.</summary>
        public const string Active = "active";

        /// <summary>Takes no new payouts; those sent can be claimed. Source: getting started and help centre; documented, its spelling is inferred.</summary>
        public const string Paused = "paused";

        /// <summary>Put away for good. Final. Source: getting started and help centre; documented, its spelling is inferred.</summary>
        public const string Archived = "archived";
    }

    /// <summary>How far a batch has come (<see cref="GifqPayoutOrder.Status"/>).</summary>
    [Experimental("GCSDK001")]
    public static class PayoutOrderStatus
    {
        /// <summary>Queued. Source: assumed.</summary>
        public const string Pending = "pending";

        /// <summary>E-mails are going out. Source: assumed.</summary>
        public const string Processing = "processing";

        /// <summary>Every e-mail has gone out. Final. Source: assumed.</summary>
        public const string Completed = "completed";

        /// <summary>Nothing will be sent. Final. Source: assumed.</summary>
        public const string Failed = "failed";
    }

    /// <summary>How far a payout has come (<see cref="GifqPayout.Status"/>).</summary>
    [Experimental("GCSDK001")]
    public static class PayoutStatus
    {
        /// <summary>Not claimed yet. Source: assumed.</summary>
        public const string Pending = "pending";

        /// <summary>Being claimed. Source: assumed.</summary>
        public const string Processing = "processing";

        /// <summary>Claimed. Final. Source: assumed.</summary>
        public const string Completed = "completed";

        /// <summary>Its link has run out. Final. Source: assumed.</summary>
        public const string Expired = "expired";

        /// <summary>It did not reach its recipient. Final. Source: assumed.</summary>
        public const string Failed = "failed";

        /// <summary>It was called back. Final. Source: assumed.</summary>
        public const string Canceled = "canceled";
    }

    /// <summary>What kind a movement of a balance is (<see cref="GifqTransaction.Type"/>).</summary>
    [Experimental("GCSDK001")]
    public static class TransactionType
    {
        /// <summary>Money came in. Source: getting started for the kind; its word is assumed.</summary>
        public const string TopUp = "top_up";

        /// <summary>An order was paid. Source: getting started for the kind; its word is assumed.</summary>
        public const string Order = "order";

        /// <summary>A batch of payouts was paid. Source: getting started for the kind; its word is assumed.</summary>
        public const string Payout = "payout";

        /// <summary>Money came back. Source: getting started for the kind; its word is assumed.</summary>
        public const string Refund = "refund";

        /// <summary>Money was converted. Source: getting started for the kind; its word is assumed.</summary>
        public const string FxConversion = "fx_conversion";
    }
}
