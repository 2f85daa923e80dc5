using System.Collections.Frozen;
using System.Diagnostics.CodeAnalysis;

namespace GiftCardSdk.GiftCardPartners;

/// <summary>The words of the provider's API that are known. Sets may grow: a word that is not listed here is no error.</summary>
public static class GiftCardPartnersWords
{
    /// <summary>What an order is (<see cref="GiftCardPartnersNewOrder.Type"/>), and what a product may be ordered as. Not the type of a product.</summary>
    public static class OrderType
    {
        /// <summary>The provider sends e-mails or text messages. Source: API reference; documented.</summary>
        public const string DigitalDelivery = "DigitalDelivery";

        /// <summary>Claim links come back, which the caller passes on. Source: API reference; documented.</summary>
        public const string Links = "Links";

        /// <summary>Cards are sent by post. Source: API reference; documented.</summary>
        public const string PhysicalShipment = "PhysicalShipment";
    }

    /// <summary>How far an order or a line has come (<see cref="GiftCardPartnersOrder.Status"/>). Not the health of the service.</summary>
    public static class Status
    {
        /// <summary>Taken and still being made; links are not there yet. Source: API reference; documented.</summary>
        public const string Pending = "Pending";

        /// <summary>Done. Source: developer portal; documented in prose, the spelling is assumed.</summary>
        public const string Completed = "Completed";

        /// <summary>Given up. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string Failed = "Failed";

        /// <summary>Called off. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string Cancelled = "Cancelled";

        /// <summary>Done, though some lines failed: see the status of each. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string PartiallyCompleted = "PartiallyCompleted";

        internal static FrozenDictionary<string, string> UsualMeanings { get; } =
            new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
            {
                [Pending] = OrderStatus.Pending.Value,
                [Completed] = OrderStatus.Completed.Value,
                ["Complete"] = OrderStatus.Completed.Value,
                ["Fulfilled"] = OrderStatus.Completed.Value,
                [PartiallyCompleted] = OrderStatus.Completed.Value,
                [Failed] = OrderStatus.Failed.Value,
                ["Error"] = OrderStatus.Failed.Value,
                ["Rejected"] = OrderStatus.Failed.Value,
                ["Declined"] = OrderStatus.Failed.Value,
                [Cancelled] = OrderStatus.Cancelled.Value,
                ["Canceled"] = OrderStatus.Cancelled.Value,
            }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    /// <summary>What a product is (<see cref="GiftCardPartnersProduct.Type"/>). Not the type of an order.</summary>
    public static class ProductType
    {
        /// <summary>Delivered as a link. Source: API reference; documented.</summary>
        public const string Digital = "Digital";

        /// <summary>A card that is posted. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string Physical = "Physical";
    }

    /// <summary>What a product's denominations are (<see cref="GiftCardPartnersProduct.DenominationType"/>).</summary>
    public static class DenominationType
    {
        /// <summary>A list of the values on sale. Source: API reference; documented.</summary>
        public const string Fixed = "Fixed";

        /// <summary>The bounds of a range. Assumed.</summary>
        [Experimental("GCSDK001")]
        public const string Variable = "Variable";
    }
}
