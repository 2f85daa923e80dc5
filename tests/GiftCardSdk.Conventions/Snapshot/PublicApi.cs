using System.Diagnostics.CodeAnalysis;
using System.Reflection;

namespace GiftCardSdk.Conventions;

/// <summary>Writes everything that users can see of an assembly: a header a type, its members indented below, all in ordinal order.</summary>
internal static class PublicApi
{
    private const string Indent = "    ";

    public static IEnumerable<string> Of(IEnumerable<Type> types)
    {
        foreach (
            var group in types.GroupBy(type => type.Namespace, StringComparer.Ordinal).OrderBy(group => group.Key, StringComparer.Ordinal)
        )
        {
            yield return $"namespace {group.Key}";
            yield return "";
            foreach (var type in group.OrderBy(TypeNames.Bare, StringComparer.Ordinal).ThenBy(type => type.GetGenericArguments().Length))
            {
                yield return Header(type);
                foreach (var line in type.IsSubclassOf(typeof(Delegate)) ? [] : MemberLines.Of(type))
                {
                    yield return Indent + line;
                }

                yield return "";
            }
        }
    }

    /// <summary>What one text has and the other has not, each line with the type it belongs to.</summary>
    /// <param name="accepted">The lines of the snapshot.</param>
    /// <param name="actual">The lines as they are now.</param>
    public static IReadOnlyList<string> Difference(IEnumerable<string> accepted, IEnumerable<string> actual)
    {
        var before = Qualified(accepted).ToList();
        var now = Qualified(actual).ToList();
        return
        [
            .. before.Except(now, StringComparer.Ordinal).Select(line => $"- {line}"),
            .. now.Except(before, StringComparer.Ordinal).Select(line => $"+ {line}"),
        ];
    }

    private static IEnumerable<string> Qualified(IEnumerable<string> lines)
    {
        var space = "";
        var type = "";
        foreach (var line in lines.Where(line => line.Length > 0))
        {
            if (line.StartsWith("namespace ", StringComparison.Ordinal))
            {
                space = line["namespace ".Length..];
            }
            else if (!line.StartsWith(Indent, StringComparison.Ordinal))
            {
                type = line;
                yield return $"{space}: {type}";
            }
            else
            {
                yield return $"{space}: {type} {{ {line.Trim()} }}";
            }
        }
    }

    private static string Header(Type type)
    {
        var generic = type.GetGenericArguments();
        var notes =
            (type.IsDefined(typeof(ExperimentalAttribute)) ? "[Experimental] " : "")
            + (type.IsDefined(typeof(ObsoleteAttribute)) ? "[Obsolete] " : "")
            + (type.IsDefined(typeof(FlagsAttribute)) ? "[Flags] " : "");
        if (type.IsSubclassOf(typeof(Delegate)))
        {
            var invoke = type.GetMethod("Invoke")!;
            var result = TypeNames.Of(invoke.ReturnParameter);
            return $"{notes}public delegate {result} {TypeNames.Bare(type)}{MemberLines.TypeParameters(generic)}{MemberLines.Parameters(invoke)}";
        }

        var ancestors = Ancestors(type).Select(TypeNames.Of).Order(StringComparer.Ordinal).ToList();
        var heritage = ancestors.Count == 0 ? "" : $" : {string.Join(", ", ancestors)}";
        return $"{notes}public {Kind(type)} {TypeNames.Bare(type)}{MemberLines.TypeParameters(generic)}{heritage}{MemberLines.Constraints(generic)}";
    }

    private static string Kind(Type type) =>
        type.IsEnum ? "enum"
        : type.IsInterface ? "interface"
        : type.IsValueType
            ? $"{(type.IsDefined(typeof(System.Runtime.CompilerServices.IsReadOnlyAttribute)) ? "readonly " : "")}{(type.IsByRefLike ? "ref " : "")}{(IsRecordStruct(type) ? "record " : "")}struct"
        : $"{Inheritance(type)}{(IsRecordClass(type) ? "record" : "class")}";

    private static string Inheritance(Type type) =>
        type is { IsAbstract: true, IsSealed: true } ? "static "
        : type.IsAbstract ? "abstract "
        : type.IsSealed ? "sealed "
        : "";

    private static bool IsRecordClass(Type type) => type.GetMethod("<Clone>$") is not null;

    private static bool IsRecordStruct(Type type) =>
        type.GetMethod("PrintMembers", BindingFlags.Instance | BindingFlags.NonPublic, [typeof(System.Text.StringBuilder)]) is not null;

    /// <summary>The base class and the interfaces that the declaration itself names.</summary>
    private static IEnumerable<Type> Ancestors(Type type)
    {
        var isRecord = IsRecordClass(type) || IsRecordStruct(type);
        var inherited = (type.BaseType?.GetInterfaces() ?? []).Concat(
            type.GetInterfaces().SelectMany(contract => contract.GetInterfaces())
        );
        var own = type.IsEnum
            ? []
            : type.GetInterfaces().Except(inherited).Where(contract => contract.IsVisible && !(isRecord && IsEquatable(contract)));
        return type.BaseType is { } parent && !type.IsValueType && parent != typeof(object) ? own.Append(parent) : own;
    }

    private static bool IsEquatable(Type contract) => contract.IsGenericType && contract.GetGenericTypeDefinition() == typeof(IEquatable<>);
}
