namespace GiftCardSdk.Huuray;

/// <summary>Words of Huuray's. All are open: others may come at any time and stay readable.</summary>
public static class HuurayWords
{
    /// <summary>What a template is a layout of.</summary>
    public static class TemplateType
    {
        /// <summary>An e-mail. Source: vendor's tests.</summary>
        public const string Email = "Email";

        /// <summary>A text message. Source: inferred.</summary>
        public const string Sms = "SMS";
    }

    /// <summary>Where cards come from.</summary>
    public static class StockKind
    {
        /// <summary>Cards are made as they are ordered. Source: OpenAPI file for the kind; its word is assumed.</summary>
        public const string RealTime = "Real-time";

        /// <summary>Cards are kept in stock. Source: OpenAPI file for the kind; its word is assumed.</summary>
        public const string Stock = "Stock";
    }
}
