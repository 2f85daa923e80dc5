using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Http;

/// <summary>Other JSON names for members, where an account has found out that an assumed one is wrong.</summary>
public static class WireMemberNames
{
    /// <summary>Gives members of a type the names that an account set. To be called while the type information is being made.</summary>
    /// <param name="type">The type information, still changeable.</param>
    /// <param name="thing">What the type is called in the keys of <paramref name="names"/>, such as <c>campaign</c>.</param>
    /// <param name="names">The names by <c>thing.member</c>, such as <c>campaign.email_subject</c>; keys of other things are passed over.</param>
    public static void Rename(JsonTypeInfo type, string thing, IReadOnlyDictionary<string, string> names)
    {
        ArgumentNullException.ThrowIfNull(type);
        ArgumentNullException.ThrowIfNull(thing);
        ArgumentNullException.ThrowIfNull(names);
        var renamed = type
            .Properties.Select(property => (Property: property, Name: names.GetValueOrDefault($"{thing}.{property.Name}")))
            .Where(member => member.Name is not null)
            .ToArray();
        foreach (var (property, name) in renamed)
        {
            Give(type, property, name!);
        }
    }

    private static void Give(JsonTypeInfo type, JsonPropertyInfo property, string name)
    {
        var comparison = type.Options.PropertyNameCaseInsensitive ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal;
        foreach (var other in type.Properties.Where(other => other != property && string.Equals(other.Name, name, comparison)))
        {
            // Moved out of the way and not removed: a member that is set while the object is made must stay one of its type.
            other.Name = $"\0{other.Name}";
        }

        property.Name = name;
    }
}
