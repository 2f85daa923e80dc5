using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>Who gets a card. Prints masked: a recipient's name and address never reach a log, nor JSON: they are written as masks.</summary>
public sealed record Recipient
{
    /// <summary>The full name as it is to be addressed; null if unknown.</summary>
    [JsonConverter(typeof(PersonalTextJsonConverter))]
    public string? Name { get; init; }

    /// <summary>The first name, for providers that ask for it apart; by default the first word of <see cref="Name"/>.</summary>
    [JsonConverter(typeof(PersonalTextJsonConverter))]
    public string? FirstName
    {
        get => field ?? Words()?[0];
        init;
    }

    /// <summary>The last name, for providers that ask for it apart; by default what follows the first word of <see cref="Name"/>.</summary>
    [JsonConverter(typeof(PersonalTextJsonConverter))]
    public string? LastName
    {
        get => field ?? (Words() is [_, var rest] ? rest : null);
        init;
    }

    /// <summary>The e-mail address; needed for <see cref="Delivery.Email"/>.</summary>
    [JsonConverter(typeof(PersonalTextJsonConverter))]
    public string? Email { get; init; }

    /// <summary>The mobile number in E.164 form (<c>+4915112345678</c>); needed for <see cref="Delivery.Sms"/>.</summary>
    [JsonConverter(typeof(PersonalTextJsonConverter))]
    public string? Phone { get; init; }

    /// <summary>The postal address; needed for <see cref="Delivery.Post"/>.</summary>
    public PostalAddress? PostalAddress { get; init; }

    /// <summary>The caller's own id of this person, where a provider carries one; no personal data.</summary>
    public string? Reference { get; init; }

    /// <summary>A mask with the caller's own id, never the name or an address.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"Recipient {{ {Secret.Mask}, Reference = {Reference} }}";

    private string[]? Words() =>
        string.IsNullOrWhiteSpace(Name)
            ? null
            : Name.Trim().Split(' ', 2, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
