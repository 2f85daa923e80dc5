namespace GiftCardSdk.Http;

/// <summary>
/// Marks a member of a wire type that must be right where it is there: an id, a status, money, a code. A value that cannot be read makes the
/// object unreadable. Required members count as marked. Any other member with an odd value is read as if it were missing, and reported.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class WireStrictAttribute : Attribute
{
    /// <summary>On a list: whether every row must be right, such as the cards of an order. Otherwise the list must be one, and odd rows are left out.</summary>
    public bool EveryRow { get; init; }
}
