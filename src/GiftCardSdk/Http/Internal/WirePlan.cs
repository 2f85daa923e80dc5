using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Http.Internal;

/// <summary>What a repair needs to know of one wire type, taken once from its generated type information.</summary>
internal sealed class WirePlan
{
    public WirePlan(JsonTypeInfo type)
    {
        Type = type;
        var names = type.Options.PropertyNameCaseInsensitive ? StringComparer.OrdinalIgnoreCase : StringComparer.Ordinal;
        var members = new Dictionary<string, WireMember>(names);
        foreach (var property in type.Properties)
        {
            KeepsStrangers |= property.IsExtensionData;
            if (!property.IsExtensionData)
            {
                members.TryAdd(property.Name, new(property, type.Options));
            }
        }

        Members = members;
    }

    public JsonTypeInfo Type { get; }

    public IReadOnlyDictionary<string, WireMember> Members { get; }

    /// <summary>Whether members that no document names are kept.</summary>
    public bool KeepsStrangers { get; }

    public JsonTypeInfoKind Kind => Type.Kind;
}

/// <summary>One member of a wire type.</summary>
internal sealed class WireMember(JsonPropertyInfo property, JsonSerializerOptions options)
{
    public string Name { get; } = property.Name;

    public Type ValueType { get; } = property.PropertyType;

    public bool IsRequired { get; } =
        property.IsRequired
        || (
            options.RespectRequiredConstructorParameters
            && property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false }
        );

    private readonly WireStrictAttribute? _strict = property.AttributeProvider?.GetCustomAttributes(
        typeof(WireStrictAttribute),
        inherit: false
    )
        is [WireStrictAttribute strict]
        ? strict
        : null;

    /// <summary>Whether the object cannot be read without it.</summary>
    public bool IsStrict => IsRequired || _strict is not null;

    /// <summary>Whether nothing of its list may be left out.</summary>
    public bool IsWhole => _strict is { EveryRow: true };

    public bool HasConverter { get; } = property.CustomConverter is not null;

    public bool RefusesNull { get; } =
        options.RespectNullableAnnotations
        && !(property.AssociatedParameter is { IsMemberInitializer: false } parameter ? parameter.IsNullable : property.IsSetNullable);
}
