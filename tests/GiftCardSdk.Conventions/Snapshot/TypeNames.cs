using System.Reflection;
using System.Runtime.CompilerServices;

namespace GiftCardSdk.Conventions;

/// <summary>Writes types as C# does: keywords, question marks of nullability, names of tuple elements.</summary>
internal static class TypeNames
{
    private static readonly NullabilityInfoContext Nullability = new();

    private static readonly Dictionary<Type, string> Keywords = new()
    {
        [typeof(bool)] = "bool",
        [typeof(byte)] = "byte",
        [typeof(char)] = "char",
        [typeof(decimal)] = "decimal",
        [typeof(double)] = "double",
        [typeof(float)] = "float",
        [typeof(int)] = "int",
        [typeof(long)] = "long",
        [typeof(object)] = "object",
        [typeof(short)] = "short",
        [typeof(string)] = "string",
        [typeof(uint)] = "uint",
        [typeof(ulong)] = "ulong",
        [typeof(void)] = "void",
    };

    public static string Of(ParameterInfo parameter) =>
        Write(parameter.ParameterType, Nullability.Create(parameter), TupleNames(parameter));

    public static string Of(PropertyInfo property) => Write(property.PropertyType, Nullability.Create(property), TupleNames(property));

    public static string Of(FieldInfo field) => Write(field.FieldType, Nullability.Create(field), TupleNames(field));

    public static string Of(EventInfo member) => Write(member.EventHandlerType!, Nullability.Create(member), TupleNames(member));

    /// <summary>A type in a place that carries no nullability: an ancestor, a constraint.</summary>
    public static string Of(Type type) => Write(type, null, []);

    /// <summary>The name of a type without its arguments: <c>ProviderResponse</c> of <c>ProviderResponse&lt;T&gt;</c>.</summary>
    public static string Bare(Type type)
    {
        var name = type.Name.Split('`')[0];
        return type is { IsNested: true, IsGenericParameter: false } ? $"{Bare(type.DeclaringType!)}.{name}" : name;
    }

    private static string Write(Type type, NullabilityInfo? info, Queue<string?> tupleNames)
    {
        if (type.IsByRef)
        {
            return Write(type.GetElementType()!, info?.ElementType ?? info, tupleNames);
        }

        if (Nullable.GetUnderlyingType(type) is { } value)
        {
            return WriteBare(value, info, tupleNames) + "?";
        }

        return WriteBare(type, info, tupleNames) + (info?.ReadState == NullabilityState.Nullable && !IsFree(type) ? "?" : "");
    }

    /// <summary>Whether it stands for any type. Such a one counts as nullable however it is written, so a question mark would say nothing.</summary>
    private static bool IsFree(Type type) =>
        type.IsGenericParameter
        && type.GenericParameterAttributes == GenericParameterAttributes.None
        && type.GetGenericParameterConstraints().Length == 0;

    private static string WriteBare(Type type, NullabilityInfo? info, Queue<string?> tupleNames)
    {
        if (Keywords.TryGetValue(type, out var keyword))
        {
            return keyword;
        }

        if (type.IsArray)
        {
            return $"{Write(type.GetElementType()!, info?.ElementType, tupleNames)}[{new string(',', type.GetArrayRank() - 1)}]";
        }

        var arguments = type.GetGenericArguments();
        return arguments.Length == 0 ? Bare(type)
            : type.IsAssignableTo(typeof(ITuple)) && type.IsValueType ? WriteTuple(arguments, info, tupleNames)
            : $"{Bare(type)}<{string.Join(", ", arguments.Select((argument, index) => Write(argument, Argument(info, index), tupleNames)))}>";
    }

    private static string WriteTuple(Type[] elements, NullabilityInfo? info, Queue<string?> tupleNames)
    {
        var names = elements.Select(_ => tupleNames.TryDequeue(out var name) ? name : null).ToList();
        return $"({string.Join(", ", elements.Select((element, index) => $"{Write(element, Argument(info, index), tupleNames)} {names[index]}".TrimEnd()))})";
    }

    private static NullabilityInfo? Argument(NullabilityInfo? info, int index) =>
        info?.GenericTypeArguments is { } arguments && index < arguments.Length ? arguments[index] : null;

    /// <summary>The names of all tuple elements below a member, in the compiler's order: a tuple's own before those inside it.</summary>
    private static Queue<string?> TupleNames(ICustomAttributeProvider member) =>
        new(
            member
                .GetCustomAttributes(typeof(TupleElementNamesAttribute), false)
                .OfType<TupleElementNamesAttribute>()
                .FirstOrDefault()
                ?.TransformNames
                ?? []
        );
}
