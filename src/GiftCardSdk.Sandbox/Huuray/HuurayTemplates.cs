namespace GiftCardSdk.Sandbox;

/// <summary>A delivery template as it would have been made in Huuray's web pages. Its type decides the channel.</summary>
/// <param name="Id">What an order names as <c>DeliveryTemplateId</c>.</param>
/// <param name="Type"><c>Email</c> or <c>SMS</c>. The second spelling is inferred, not documented.</param>
/// <param name="Language">Two letters, e.g. <c>sv</c>.</param>
/// <param name="Name">The name shown in lists.</param>
public sealed record HuurayTemplate(int Id, string Type, string Language, string Name)
{
    internal const string Email = "Email";

    internal bool IsEmail => string.Equals(Type, Email, StringComparison.OrdinalIgnoreCase);
}

/// <summary>A PDF layout as it would have been made in Huuray's web pages.</summary>
/// <param name="Uid">What an order or a PDF call names.</param>
/// <param name="Language">Two letters, e.g. <c>sv</c>.</param>
/// <param name="Name">The name shown in lists.</param>
public sealed record HuurayPdfTemplate(string Uid, string Language, string Name)
{
    /// <summary>The only country it is meant for, two letters; null, the default, for any.</summary>
    public string? Country { get; init; }

    internal bool Fits(HuurayProduct product) => Country is null || Country == product.Country.Code;
}
