using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Http;

/// <summary>The generated readers and writers of an adapter, with other JSON names for members where an account has found out that an assumed one is wrong.</summary>
public sealed class WireJson
{
    private readonly IReadOnlyDictionary<Type, string> _things;

    /// <summary>Prepares the readers and writers.</summary>
    /// <param name="context">The adapter's generated context.</param>
    /// <param name="things">What each wire type is called in the keys of <paramref name="names"/>, such as <c>campaign</c>.</param>
    /// <param name="names">Other names by <c>thing.member</c>, such as <c>campaign.email_subject</c>; empty for those that were generated.</param>
    public WireJson(JsonSerializerContext context, IReadOnlyDictionary<Type, string> things, IReadOnlyDictionary<string, string> names)
    {
        ArgumentNullException.ThrowIfNull(context);
        ArgumentNullException.ThrowIfNull(things);
        ArgumentNullException.ThrowIfNull(names);
        _things = things;
        Options =
            names.Count == 0
                ? context.Options
                : new(context.Options)
                {
                    TypeInfoResolver = context.WithAddedModifier(type =>
                    {
                        if (things.TryGetValue(type.Type, out var thing))
                        {
                            Rename(type, thing, names);
                        }
                    }),
                };
    }

    /// <summary>The readers and writers, with the names as the account has them.</summary>
    public JsonSerializerOptions Options { get; }

    /// <summary>The reader and writer of a type.</summary>
    /// <typeparam name="T">A wire type of the context.</typeparam>
    /// <returns>Its type information.</returns>
    public JsonTypeInfo<T> Of<T>() => (JsonTypeInfo<T>)Options.GetTypeInfo(typeof(T));

    /// <summary>Whether a key names a member that there is.</summary>
    /// <param name="key">A key, <c>thing.member</c>.</param>
    /// <returns>True if it does.</returns>
    public bool Knows(string key) =>
        _things.Any(thing =>
            Options
                .GetTypeInfo(thing.Key)
                .Properties.Any(property => string.Equals(key, $"{thing.Value}.{property.Name}", StringComparison.Ordinal))
        );

    private static void Rename(JsonTypeInfo type, string thing, IReadOnlyDictionary<string, string> names)
    {
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
