namespace GiftCardSdk.AspNetCore;

/// <summary>Who may see the operations page.</summary>
public sealed class GiftCardDashboardOptions
{
    /// <summary>
    /// The name of the authorization policy that a visitor has to meet, for reading as for changing. Null, the default, lets nobody in but a browser on
    /// this very machine in the environment <c>Development</c>, with no proxy in between. Whoever meets it can free references to buy again: staff alone.
    /// </summary>
    public string? AuthorizationPolicy { get; set; }
}
