using System.Reflection;
using System.Text.Json.Serialization;
using GiftCardSdk.Http;

namespace GiftCardSdk.Conventions;

/// <summary>A wire type that somebody serializes into a log shows nobody's name or address.</summary>
public sealed class PersonalConventions
{
    private static readonly HashSet<string> Telling = new(StringComparer.Ordinal)
    {
        "Email",
        "UpdatedEmail",
        "RecipientEmail",
        "FromEmail",
        "Phone",
        "PhoneNumber",
        "RecipientPhone",
        "Sms",
        "FirstName",
        "LastName",
        "RecipientName",
        "FromName",
        "AddressLine1",
        "AddressLine2",
        "BillingAddress",
    };

    [Fact]
    public void Members_that_say_who_somebody_is_are_written_as_masks() =>
        (
            from adapter in Repository.Adapters
            from type in Assembly.Load(adapter.Name).GetTypes()
            from member in type.GetProperties(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            where member.PropertyType == typeof(string) && Telling.Contains(member.Name)
            where member.GetCustomAttribute<JsonPropertyNameAttribute>() is not null
            where member.GetCustomAttribute<JsonConverterAttribute>()?.ConverterType != typeof(WirePersonalConverter)
            select $"{type.FullName}.{member.Name} has no [JsonConverter(typeof(WirePersonalConverter))]"
        ).ShouldBeNone();
}
