namespace GiftCardSdk.Sandbox;

/// <summary>A token and the secret its calls are signed with.</summary>
/// <param name="ApiToken">Sent as <c>X-API-TOKEN</c>.</param>
/// <param name="ApiSecret">Never sent; the signature of every call is made with it.</param>
public sealed record HuurayCredential(string ApiToken, string ApiSecret)
{
    /// <summary>
    /// What the token may do, by the last part of the path: <c>Balance</c>, <c>Catalogue</c>, <c>Stock</c>, <c>ExchangeRates</c>,
    /// <c>Template</c>, <c>Order</c>, <c>Search</c> (also for PDFs, as documented), <c>Resend</c>, <c>Cancel</c>, <c>Upload</c>. Only
    /// <c>Search</c> is a name of Huuray's. Null, the default: everything. Anything else is answered 403.
    /// </summary>
    public IReadOnlyList<string>? Permissions { get; init; }

    /// <summary>The token; never the secret.</summary>
    public override string ToString() => $"HuurayCredential {ApiToken}";
}
