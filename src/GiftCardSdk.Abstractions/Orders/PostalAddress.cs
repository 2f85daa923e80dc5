using System.Text.Json.Serialization;

namespace GiftCardSdk;

/// <summary>Where a card of plastic or paper is sent. Prints masked, in JSON too.</summary>
public sealed record PostalAddress
{
    /// <summary>Street and number.</summary>
    [JsonConverter(typeof(PersonalTextJsonConverter))]
    public required string Line1 { get; init; }

    /// <summary>Flat, building, care of; null if there is none.</summary>
    [JsonConverter(typeof(PersonalTextJsonConverter))]
    public string? Line2 { get; init; }

    /// <summary>Town or city.</summary>
    [JsonConverter(typeof(PersonalTextJsonConverter))]
    public required string City { get; init; }

    /// <summary>State, province or region, in the form the country uses; null where there is none.</summary>
    [JsonConverter(typeof(PersonalTextJsonConverter))]
    public string? Region { get; init; }

    /// <summary>Postal code; null in countries without.</summary>
    [JsonConverter(typeof(PersonalTextJsonConverter))]
    public string? PostalCode { get; init; }

    /// <summary>ISO 3166-1 alpha-2 code of the country, such as <c>US</c>.</summary>
    public required string Country { get; init; }

    /// <summary>A mask with the country, never the address.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"PostalAddress {{ {Secret.Mask}, Country = {Country} }}";
}
