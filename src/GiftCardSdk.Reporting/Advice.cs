namespace GiftCardSdk.Reporting;

/// <summary>What to do about each finding.</summary>
internal static class Advice
{
    public const string MissingHere =
        "Find out who placed it: the provider's portal, another application with the same account, or a journal that was replaced or restored. If a reference of yours may stand for it, do not place that reference again before this is clear.";

    public const string NotSettledHere =
        "It was bought. Run Journal.ResolveAsync; if it stays open, write it down with Journal.MarkAsync and the order's id. Do not place it under a new reference.";

    public const string MissingThere =
        "Ask the provider's support with id, key and time before anything else: the recipient may hold a card. Check that the account and its credentials are those that the order was placed with.";

    public const string SecondOrder =
        "The reference may have been paid twice. Compare both orders at the provider, and ask for one of them back if both have cards.";

    public const string AmountDiffers =
        "Compare both amounts with the provider's invoice. Where the provider's figure is right, use it in your books; otherwise ask its support.";

    public const string GivenUp =
        "No card will come of it. Check that the money came back, tell the recipient, and place it under a new reference if it is still wanted.";

    public const string Stale = "Read the order (Status.GetAsync), so that its history is up to date.";

    public const string StatusDiffers =
        "Read the order (Status.GetAsync) and look at its cards; ask the provider's support if the statuses still differ.";

    public const string PaymentDiffers =
        "Compare the movements with the order's cost: a fee, a conversion or a refund may stand apart. Ask the provider's support about what is left.";

    public const string NotRefunded =
        "The order was given up and its money has not come back. Look again tomorrow, then ask the provider's support.";

    public const string PaymentMissing =
        "Look again later, since movements may be late. If it stays so, the order may be invoiced in another way; do not count it as free.";

    public const string PaymentWithoutOrder =
        "Find the movement in the provider's portal: a purchase that was made elsewhere, or one of another period.";

    public const string Unlinked =
        "The provider names no order on these movements: compare their sum with the costs of the period by hand.";

    public const string Unreadable = "The movement's amount could not be read: look at it in the provider's portal.";

    public const string NotRead = "The list did not show it and it could not be read. Compare again later; this proves nothing either way.";

    public const string TooMany =
        "The list did not show it, and as many orders were read one by one as is allowed. Compare a shorter period, or raise ReconciliationOptions.MaxReads.";
}
