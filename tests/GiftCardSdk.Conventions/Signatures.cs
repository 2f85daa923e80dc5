using System.Reflection;

namespace GiftCardSdk.Conventions;

/// <summary>What users can see of a type.</summary>
internal static class Signatures
{
    private const BindingFlags Declared =
        BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    /// <summary>The methods that callers or heirs can name; no accessors, no operators.</summary>
    public static IEnumerable<MethodInfo> VisibleMethods(this Type type) =>
        type.GetMethods(Declared).Where(method => IsVisible(method) && !method.IsSpecialName && IsNameable(method));

    /// <summary>The operators.</summary>
    public static IEnumerable<MethodInfo> VisibleOperators(this Type type) =>
        type.GetMethods(Declared).Where(method => IsVisible(method) && method.Name.StartsWith("op_", StringComparison.Ordinal));

    /// <summary>The constructors that callers or heirs can call.</summary>
    public static IEnumerable<ConstructorInfo> VisibleConstructors(this Type type) =>
        type.GetConstructors(Declared).Where(constructor => IsVisible(constructor) && !constructor.IsStatic);

    /// <summary>The properties that callers or heirs can read or set.</summary>
    public static IEnumerable<PropertyInfo> VisibleProperties(this Type type) =>
        type.GetProperties(Declared)
            .Where(property => property.GetAccessors(nonPublic: true).Any(IsVisible) && property.Name != "EqualityContract");

    /// <summary>The fields that callers or heirs can read or set.</summary>
    public static IEnumerable<FieldInfo> VisibleFields(this Type type) =>
        type.GetFields(Declared).Where(field => (field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly) && !field.IsSpecialName);

    /// <summary>The events that callers or heirs can subscribe to.</summary>
    public static IEnumerable<EventInfo> VisibleEvents(this Type type) =>
        type.GetEvents(Declared).Where(member => member.AddMethod is { } add && IsVisible(add));

    /// <summary>Whether a member can be named from outside its assembly. <c>private protected</c> cannot.</summary>
    public static bool IsVisible(this MethodBase member) => member.IsPublic || member.IsFamily || member.IsFamilyOrAssembly;

    /// <summary>A type and what it is made of: its element, its type arguments, the type below a nullable.</summary>
    public static IEnumerable<Type> Parts(this Type type)
    {
        yield return type;
        var inner = type.HasElementType ? [type.GetElementType()!] : type.GetGenericArguments();
        foreach (var part in inner.SelectMany(Parts))
        {
            yield return part;
        }
    }

    /// <summary>Every type that stands in the visible signature of a type, with the member that names it.</summary>
    public static IEnumerable<(string Member, Type Named)> NamedTypes(this Type type)
    {
        var heritage = type.GetInterfaces().Append(type.BaseType).OfType<Type>().Select(parent => ("its ancestry", parent));
        var properties = type.VisibleProperties().Select(property => (property.Name, property.PropertyType));
        var fields = type.VisibleFields().Select(field => (field.Name, field.FieldType));
        var events = type.VisibleEvents().Select(member => (member.Name, member.EventHandlerType!));
        var methods = type.VisibleMethods().Concat(type.VisibleOperators()).SelectMany(TypesOf);
        var constructors = type.VisibleConstructors().SelectMany(TypesOf);
        return heritage
            .Concat(properties)
            .Concat(fields)
            .Concat(events)
            .Concat(methods)
            .Concat(constructors)
            .SelectMany(pair => pair.Item2.Parts().Select(part => (pair.Item1, part)));
    }

    private static IEnumerable<(string Member, Type Named)> TypesOf(MethodBase method)
    {
        var constraints = method.IsGenericMethod
            ? method.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints())
            : [];
        var result = method is MethodInfo { ReturnType: var type } ? [type] : Array.Empty<Type>();
        return method
            .GetParameters()
            .Select(parameter => parameter.ParameterType)
            .Concat(result)
            .Concat(constraints)
            .Select(named => (method.Name, named));
    }

    private static bool IsNameable(MethodInfo method) => !method.Name.Contains('<', StringComparison.Ordinal);
}
