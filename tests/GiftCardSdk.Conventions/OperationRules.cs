using System.Reflection;
using GiftCardSdk.Http.Clients;
using Refit;

namespace GiftCardSdk.Conventions;

/// <summary>The rules of the interfaces whose methods are calls to a provider.</summary>
internal static class OperationRules
{
    /// <summary>The interfaces among types: those that are called so, and those with a verb of Refit's.</summary>
    public static IEnumerable<Type> Interfaces(IEnumerable<Type> types) =>
        types.Where(type =>
            type.IsInterface
            && (type.Name.EndsWith("Api", StringComparison.Ordinal) || type.GetMethods().Any(method => Verb(method) is not null))
        );

    /// <summary>Every call says what it is named and what it does at the provider.</summary>
    public static IEnumerable<string> Unnamed(IEnumerable<Type> types) =>
        from method in Calls(types)
        where Verb(method) is null || Operation(method) is null
        select $"{Name(method)}: give it a verb of Refit's and [Operation] beside it; what is made of other calls is a default method.";

    /// <summary>No two calls of a provider are one in metrics and in the journal.</summary>
    public static IEnumerable<string> NamedTwice(IEnumerable<Type> types) =>
        from type in types
        from named in Calls([type])
            .Where(method => Operation(method) is not null)
            .GroupBy(method => Operation(method)!.Name, StringComparer.Ordinal)
        where named.Count() > 1
        select $"{type.Name}: {named.Count()} methods are called '{named.Key}'; give each a name of its own.";

    /// <summary>
    /// What is sent by another verb than GET buys, unless a person has looked and said that it does not: taken for a read, it would be repeated.
    /// </summary>
    /// <param name="types">The interfaces.</param>
    /// <param name="harmless">The calls that somebody has looked at, as <c>IHuurayApi: order.search</c>.</param>
    public static IEnumerable<string> MayBuyUndeclared(IEnumerable<Type> types, IReadOnlyCollection<string> harmless) =>
        from method in Calls(types)
        where Verb(method) is { } verb && verb.Method != HttpMethod.Get
        let operation = Operation(method)
        where operation is not null and not { Kind: OperationKind.Create }
        let key = $"{method.DeclaringType!.Name}: {operation.Name}"
        where !harmless.Contains(key, StringComparer.Ordinal)
        select $"{Name(method)}: declare it OperationKind.Create, or, if it can neither buy nor spend, add \"{key}\" to the list of what was looked at.";

    private static IEnumerable<MethodInfo> Calls(IEnumerable<Type> types) =>
        Interfaces(types).SelectMany(type => type.GetMethods()).Where(method => method.IsAbstract);

    private static HttpMethodAttribute? Verb(MethodInfo method) => method.GetCustomAttribute<HttpMethodAttribute>();

    private static OperationAttribute? Operation(MethodInfo method) => method.GetCustomAttribute<OperationAttribute>();

    private static string Name(MethodInfo method) => $"{method.DeclaringType!.Name}.{method.Name}";
}
