using System.Reflection;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace GiftCardSdk.Conventions;

/// <summary>The rules of the public surface. Each takes types and says, for every breach, which member breaks it and what mends it.</summary>
internal static class ApiRules
{
    private static readonly Type[] Awaitables =
    [
        typeof(Task),
        typeof(Task<>),
        typeof(ValueTask),
        typeof(ValueTask<>),
        typeof(IAsyncEnumerable<>),
    ];

    private static readonly Type[] MutableCollections =
    [
        typeof(IList<>),
        typeof(ICollection<>),
        typeof(IDictionary<,>),
        typeof(ISet<>),
        typeof(System.Collections.IList),
        typeof(System.Collections.IDictionary),
    ];

    /// <summary>A class is sealed, static or abstract; inheritance is offered on purpose or not at all.</summary>
    public static IEnumerable<string> OpenClasses(IEnumerable<Type> types) =>
        from type in types
        where type is { IsClass: true, IsSealed: false, IsAbstract: false }
        select $"{type.FullName}: make it sealed (or abstract, if heirs are meant to exist).";

    /// <summary>An awaitable method ends in Async.</summary>
    public static IEnumerable<string> AsyncNames(IEnumerable<Type> types) =>
        from method in AwaitableMethods(types)
        where !method.Name.EndsWith("Async", StringComparison.Ordinal)
        select $"{Name(method)}: call it {method.Name}Async.";

    /// <summary>An awaitable method takes a token, last, by the customary name.</summary>
    public static IEnumerable<string> CancellationTokens(IEnumerable<Type> types) =>
        from method in AwaitableMethods(types)
        where method.GetParameters() is not [.., { Name: "cancellationToken" } last] || last.ParameterType != typeof(CancellationToken)
        select $"{Name(method)}: take a CancellationToken named cancellationToken as the last parameter.";

    /// <summary>Where users call, through an interface or an extension, the token may be left out.</summary>
    public static IEnumerable<string> RequiredTokensOnTheUserSide(IEnumerable<Type> types) =>
        from method in AwaitableMethods(types.Where(type => type.IsInterface || type is { IsAbstract: true, IsSealed: true }))
        where method.GetParameters() is [.., { IsOptional: false } last] && last.ParameterType == typeof(CancellationToken)
        select $"{Name(method)}: give cancellationToken its default value.";

    /// <summary>A wire model has no enum of ours: a word that the provider adds tomorrow must not break a reader of today.</summary>
    public static IEnumerable<string> EnumsOnTheWire(IEnumerable<Assembly> assemblies) =>
        from model in assemblies.SelectMany(WireModels)
        from property in model.GetProperties()
        where property.PropertyType.Parts().Any(part => part.IsEnum)
        select $"{model.FullName}.{property.Name}: read the provider's word as a string or an open set, never as an enum.";

    /// <summary>What is handed out cannot be changed from outside.</summary>
    public static IEnumerable<string> MutableCollectionsHandedOut(IEnumerable<Type> types) =>
        from type in types.Where(IsNoOptions)
        from member in HandedOut(type)
        where member.Type.Parts().Any(IsMutableCollection)
        select $"{type.FullName}.{member.Name}: hand out IReadOnlyList, IReadOnlyDictionary, IReadOnlySet or ReadOnlyMemory.";

    /// <summary>A model is what it was made as; only options, and what they assume of the wire, are filled in after construction.</summary>
    public static IEnumerable<string> Setters(IEnumerable<Type> types) =>
        from type in types.Where(IsNoOptions)
        from property in type.VisibleProperties()
        where property.SetMethod is { } set && set.IsVisible() && !IsInit(set) && !property.IsInherited()
        select $"{type.FullName}.{property.Name}: make the setter init (or private). Options and their WireAssumptions are exempt.";

    /// <summary>State is behind properties; only constants are fields.</summary>
    public static IEnumerable<string> Fields(IEnumerable<Type> types) =>
        from type in types
        from field in type.VisibleFields()
        where !field.IsLiteral
        select $"{type.FullName}.{field.Name}: make it a property (a constant may stay a field).";

    /// <summary>No library stands in a signature, so that any of them can be replaced without breaking users.</summary>
    /// <param name="types">The types that are looked at.</param>
    /// <param name="allowed">How the names of the assemblies begin whose types may stand there.</param>
    public static IEnumerable<string> ForeignTypes(IEnumerable<Type> types, params string[] allowed) =>
        from type in types
        from pair in type.NamedTypes()
        let home = pair.Named.Assembly.GetName().Name!
        where !allowed.Any(start => home.StartsWith(start, StringComparison.Ordinal))
        select $"{type.FullName}.{pair.Member} names {pair.Named.FullName} of {home}: keep that library inside, behind a type of ours.";

    /// <summary>Every type that a generated JSON context of an assembly reads or writes.</summary>
    private static IEnumerable<Type> WireModels(Assembly assembly) =>
        from context in assembly.GetTypes()
        where context.IsSubclassOf(typeof(JsonSerializerContext))
        from property in context.GetProperties()
        where property.PropertyType is { IsGenericType: true } type && type.GetGenericTypeDefinition() == typeof(JsonTypeInfo<>)
        let model = property.PropertyType.GetGenericArguments()[0]
        where model.Assembly == assembly
        select model;

    private static IEnumerable<MethodInfo> AwaitableMethods(IEnumerable<Type> types) =>
        from type in types
        where !type.IsSubclassOf(typeof(Delegate))
        from method in type.VisibleMethods()
        where Awaitables.Contains(Definition(method.ReturnType)) && !IsDictatedElsewhere(method) && !IsTest(method)
        select method;

    /// <summary>Whether the framework fixed name and parameters, by a base class or an interface such as IAsyncDisposable.</summary>
    private static bool IsDictatedElsewhere(MethodInfo method)
    {
        var type = method.DeclaringType!;
        var interfaces = type.IsInterface
            ? []
            : type.GetInterfaces().Where(IsForeign).SelectMany(contract => type.GetInterfaceMap(contract).TargetMethods);
        return IsForeign(method.GetBaseDefinition().DeclaringType!) || interfaces.Contains(method);
    }

    /// <summary>Whether a test runner is the caller: then the name is a sentence, and the runner's own token ends it.</summary>
    private static bool IsTest(MethodInfo method) => method.IsDefined(typeof(FactAttribute), inherit: true);

    private static bool IsForeign(Type type) => !type.Assembly.GetName().Name!.StartsWith("GiftCardSdk", StringComparison.Ordinal);

    private static IEnumerable<(string Name, Type Type)> HandedOut(Type type) =>
        type.VisibleProperties()
            .Select(property => (property.Name, property.PropertyType))
            .Concat(type.VisibleMethods().Where(method => !IsDictatedElsewhere(method)).Select(method => (method.Name, method.ReturnType)));

    private static bool IsMutableCollection(Type type) =>
        type.IsArray
        || MutableCollections.Contains(Definition(type))
        || (
            type is { IsInterface: false, IsGenericParameter: false }
            && type != typeof(string)
            && type.GetInterfaces().Select(Definition).Any(IsWriteable)
        );

    private static bool IsWriteable(Type contract) => contract == typeof(ICollection<>) || contract == typeof(System.Collections.IList);

    private static bool IsNoOptions(Type type) =>
        !type.Name.EndsWith("Options", StringComparison.Ordinal) && !type.Name.EndsWith("WireAssumptions", StringComparison.Ordinal);

    private static bool IsInit(MethodInfo setter) =>
        setter.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit));

    private static bool IsInherited(this PropertyInfo property) =>
        property.SetMethod is { IsVirtual: true } set && IsForeign(set.GetBaseDefinition().DeclaringType!);

    private static Type Definition(Type type) => type.IsGenericType ? type.GetGenericTypeDefinition() : type;

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.FullName}.{method.Name}";
}
