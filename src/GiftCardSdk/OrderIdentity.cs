namespace GiftCardSdk;

/// <summary>What makes an order the same order, forever: everything that the journal finds it by.</summary>
/// <param name="Provider">The provider, in small letters.</param>
/// <param name="Environment">Play money or real money.</param>
/// <param name="Account">
/// The account's stable id in the journal: its name, unless its options set a <c>JournalId</c>. A reference is one order <em>per account</em>.
/// </param>
/// <param name="Operation">What is done, such as <see cref="PlaceOrder"/>; each kind of purchase has references of its own.</param>
/// <param name="Reference">The caller's own id.</param>
public sealed record OrderIdentity(
    string Provider,
    GiftCardEnvironment Environment,
    string Account,
    string Operation,
    OrderReference Reference
)
{
    /// <summary>The operation of <see cref="IGiftCardOrders.PlaceAsync"/>.</summary>
    public const string PlaceOrder = "order";

    /// <summary>Of what differs: every order of an account has the same of the rest.</summary>
    /// <returns>A hash that lasts as long as the process.</returns>
    public override int GetHashCode() => HashCode.Combine(Account, Reference);
}
