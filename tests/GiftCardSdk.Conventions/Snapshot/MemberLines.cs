using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace GiftCardSdk.Conventions;

/// <summary>Writes the visible members of a type, one line each, as they would be declared.</summary>
internal static class MemberLines
{
    private static readonly Dictionary<string, string> Operators = new(StringComparer.Ordinal)
    {
        ["op_Addition"] = "operator +",
        ["op_Subtraction"] = "operator -",
        ["op_UnaryNegation"] = "operator -",
        ["op_Multiply"] = "operator *",
        ["op_Division"] = "operator /",
        ["op_Equality"] = "operator ==",
        ["op_Inequality"] = "operator !=",
        ["op_LessThan"] = "operator <",
        ["op_LessThanOrEqual"] = "operator <=",
        ["op_GreaterThan"] = "operator >",
        ["op_GreaterThanOrEqual"] = "operator >=",
        ["op_Implicit"] = "implicit operator",
        ["op_Explicit"] = "explicit operator",
    };

    /// <summary>Fields, constructors, properties, events, methods, operators; each kind in the order of the names.</summary>
    public static IEnumerable<string> Of(Type type)
    {
        if (type.IsEnum)
        {
            return EnumMembers(type);
        }

        IEnumerable<(string Name, string Line)>[] kinds =
        [
            type.VisibleFields().Select(field => (field.Name, Field(field))),
            type.VisibleConstructors().Where(IsWritten).Select(constructor => ("", Constructor(constructor))),
            type.VisibleProperties().Select(property => (property.Name, Property(property))),
            type.VisibleEvents().Select(member => (member.Name, Event(member))),
            type.VisibleMethods().Where(IsWritten).Select(method => (method.Name, Method(method))),
            type.VisibleOperators().Where(IsWritten).Select(method => (method.Name, Method(method))),
        ];
        return kinds.SelectMany(kind =>
            kind.OrderBy(member => member.Name, StringComparer.Ordinal)
                .ThenBy(member => member.Line, StringComparer.Ordinal)
                .Select(member => member.Line)
        );
    }

    /// <summary>What follows the name of a method or a delegate.</summary>
    public static string Parameters(MethodBase method) => $"({string.Join(", ", method.GetParameters().Select(Parameter))})";

    /// <summary>The type parameters with their variance, in angle brackets; empty if there is none.</summary>
    public static string TypeParameters(Type[] parameters) =>
        parameters.Length == 0 ? "" : $"<{string.Join(", ", parameters.Select(parameter => Variance(parameter) + parameter.Name))}>";

    /// <summary>The constraints of the type parameters, each after a blank; empty if there is none.</summary>
    public static string Constraints(Type[] parameters) =>
        string.Concat(
            from parameter in parameters
            let constraints = string.Join(", ", ConstraintsOf(parameter))
            where constraints.Length > 0
            select $" where {parameter.Name} : {constraints}"
        );

    private static IEnumerable<string> EnumMembers(Type type) =>
        from name in Enum.GetNames(type)
        let value = Convert.ToDecimal(Enum.Parse(type, name), CultureInfo.InvariantCulture)
        orderby value
        select string.Create(CultureInfo.InvariantCulture, $"{name} = {value}");

    private static string Field(FieldInfo field) =>
        Notes(field)
        + (
            field.IsLiteral
                ? $"public const {TypeNames.Of(field)} {field.Name} = {Literal(field.GetRawConstantValue(), field.FieldType)}"
                : $"public {(field.IsStatic ? "static " : "")}{(field.IsInitOnly ? "readonly " : "")}{TypeNames.Of(field)} {field.Name}"
        );

    private static string Constructor(ConstructorInfo constructor) =>
        $"{Notes(constructor)}{Access(constructor)}{TypeNames.Bare(constructor.DeclaringType!).Split('.')[^1]}{Parameters(constructor)}";

    private static string Event(EventInfo member) => $"{Access(member.AddMethod!)}event {TypeNames.Of(member)} {member.Name}";

    private static string Property(PropertyInfo property)
    {
        var widest = property
            .GetAccessors(nonPublic: true)
            .OrderByDescending(accessor => accessor.IsPublic)
            .First(accessor => accessor.IsVisible());
        var required = property.IsDefined(typeof(RequiredMemberAttribute)) ? "required " : "";
        var index = property.GetIndexParameters();
        var name = index.Length == 0 ? property.Name : $"this[{string.Join(", ", index.Select(Parameter))}]";
        var get = Accessor(property.GetMethod, widest, "get");
        var set = Accessor(property.SetMethod, widest, IsInit(property) ? "init" : "set");
        return $"{Notes(property)}{Access(widest)}{Modifiers(widest)}{required}{TypeNames.Of(property)} {name} {{ {get}{set}}}";
    }

    private static string Accessor(MethodInfo? accessor, MethodInfo widest, string word) =>
        accessor is null || !accessor.IsVisible() ? "" : (accessor.IsPublic == widest.IsPublic ? "" : Access(accessor)) + word + "; ";

    private static bool IsInit(PropertyInfo property) =>
        property.SetMethod?.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(IsExternalInit)) == true;

    private static string Method(MethodInfo method)
    {
        var generic = method.IsGenericMethod ? method.GetGenericArguments() : [];
        var result = TypeNames.Of(method.ReturnParameter);
        var name = Operators.GetValueOrDefault(method.Name, method.Name);
        var named = name.EndsWith("plicit operator", StringComparison.Ordinal) ? $"{name} {result}" : $"{result} {name}";
        return $"{Notes(method)}{Access(method)}{Modifiers(method)}{named}{TypeParameters(generic)}{Parameters(method)}{Constraints(generic)}";
    }

    private static string Parameter(ParameterInfo parameter)
    {
        var extended = parameter.Position == 0 && parameter.Member.IsDefined(typeof(ExtensionAttribute)) ? "this " : "";
        var spread =
            parameter.IsDefined(typeof(ParamArrayAttribute)) || parameter.IsDefined(typeof(ParamCollectionAttribute)) ? "params " : "";
        var passing =
            !parameter.ParameterType.IsByRef ? ""
            : parameter.IsOut ? "out "
            : parameter.IsIn ? "in "
            : "ref ";
        var fallback = parameter.HasDefaultValue ? $" = {Literal(parameter.RawDefaultValue, parameter.ParameterType)}" : "";
        return $"{extended}{spread}{passing}{TypeNames.Of(parameter)} {parameter.Name}{fallback}";
    }

    private static string Access(MethodBase member) =>
        member.DeclaringType!.IsInterface ? ""
        : member.IsPublic ? "public "
        : "protected ";

    private static string Modifiers(MethodInfo method)
    {
        var isOverride = method.IsVirtual && method.GetBaseDefinition().DeclaringType != method.DeclaringType;
        var inInterface = method.DeclaringType!.IsInterface;
        return (method.IsStatic ? "static " : "")
            + (
                method.IsAbstract ? (inInterface && !method.IsStatic ? "" : "abstract ")
                : isOverride ? "override "
                : method is { IsVirtual: true, IsFinal: false } ? "virtual "
                : ""
            );
    }

    /// <summary>Whether it is experimental or obsolete; not where the compiler says the latter itself, to old compilers that know no required members.</summary>
    private static string Notes(MemberInfo member) =>
        (member.IsDefined(typeof(ExperimentalAttribute)) ? "[Experimental] " : "")
        + (member.IsDefined(typeof(ObsoleteAttribute)) && !member.IsDefined(typeof(CompilerFeatureRequiredAttribute)) ? "[Obsolete] " : "");

    private static string Variance(Type parameter) =>
        (parameter.GenericParameterAttributes & GenericParameterAttributes.VarianceMask) switch
        {
            GenericParameterAttributes.Covariant => "out ",
            GenericParameterAttributes.Contravariant => "in ",
            _ => "",
        };

    private static IEnumerable<string> ConstraintsOf(Type parameter)
    {
        var flags = parameter.GenericParameterAttributes;
        var isStruct = flags.HasFlag(GenericParameterAttributes.NotNullableValueTypeConstraint);
        string[] words =
        [
            isStruct ? "struct" : "",
            flags.HasFlag(GenericParameterAttributes.ReferenceTypeConstraint) ? "class" : "",
            .. parameter.GetGenericParameterConstraints().Where(type => type != typeof(ValueType)).Select(TypeNames.Of),
            flags.HasFlag(GenericParameterAttributes.DefaultConstructorConstraint) && !isStruct ? "new()" : "",
        ];
        return words.Where(word => word.Length > 0);
    }

    private static string Literal(object? value, Type type) =>
        value switch
        {
            null => type.IsValueType && Nullable.GetUnderlyingType(type) is null ? "default" : "null",
            string text => $"\"{text}\"",
            bool flag => flag ? "true" : "false",
            _ when (Nullable.GetUnderlyingType(type) ?? type) is { IsEnum: true } named =>
                $"{TypeNames.Of(named)}.{Enum.ToObject(named, value)}",
            IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
            _ => value.ToString()!,
        };

    /// <summary>Whether somebody wrote it; what a record brings by itself says nothing that its header does not.</summary>
    private static bool IsWritten(MethodBase member) => !member.IsDefined(typeof(CompilerGeneratedAttribute), inherit: false);
}
