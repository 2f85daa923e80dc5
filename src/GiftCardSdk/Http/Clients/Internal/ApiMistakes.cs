using System.Reflection;
using Refit;

namespace GiftCardSdk.Http.Clients.Internal;

/// <summary>Mistakes in the methods of a provider's interface. They are found when the account is made, not when it buys.</summary>
internal static class ApiMistakes
{
    private static readonly Type[] Unwritten = [typeof(string), typeof(Stream), typeof(HttpContent)];

    public static InvalidOperationException Of(MethodInfo method, string mistake) =>
        new($"{method.DeclaringType?.Name}.{method.Name} cannot be called: {mistake}.");

    /// <exception cref="InvalidOperationException">There is one.</exception>
    public static void Check(MethodInfo method, HttpMethodAttribute verb, OperationAttribute operation, ParameterInfo[] parameters)
    {
        if ((Find(method, verb, operation) ?? FindAmong(parameters, new PathTemplate(verb.Path).Names)) is { } mistake)
        {
            throw Of(method, mistake);
        }
    }

    private static string? Find(MethodInfo method, HttpMethodAttribute verb, OperationAttribute operation) =>
        string.IsNullOrWhiteSpace(operation.Name) ? "its operation has no name"
        : operation is { KnowsKey: true, Kind: not OperationKind.Create } ? "KnowsKey is for what creates alone"
        : method.IsDefined(typeof(HeadersAttribute)) || method.IsDefined(typeof(MultipartAttribute))
            ? "fixed headers and forms are set by the adapter's rules"
        : verb.Path.AsSpan().ContainsAny('?', '#') ? "its path holds a query; use [Query], or let the adapter's rules write it"
        : !IsTask(method.ReturnType) ? "it must return Task, or Task of a wire type"
        : null;

    private static string? FindAmong(ParameterInfo[] parameters, IReadOnlyList<string> inPath)
    {
        var names = parameters.Select(static parameter => parameter.Name).ToArray();
        return inPath.FirstOrDefault(name => !names.Contains(name, StringComparer.Ordinal)) is { } missing
            ? $"its path names '{missing}', which is no parameter"
            : parameters.Select(parameter => Find(parameter, inPath)).FirstOrDefault(static mistake => mistake is not null);
    }

    private static string? Find(ParameterInfo parameter, IReadOnlyList<string> inPath)
    {
        var isInPath = inPath.Contains(parameter.Name, StringComparer.Ordinal);
        return isInPath && ApiMethod.IsQuery(parameter) ? $"'{parameter.Name}' stands in the path and in the query"
            : isInPath && !ArgumentText.IsSegment(parameter.ParameterType)
                ? $"'{parameter.Name}' in its path must be text, a Secret, a number, a date or a truth value"
            : ApiMethod.IsQuery(parameter) && parameter.ParameterType == typeof(Secret)
                ? $"'{parameter.Name}' is secret, and a query would show it; mark it [Property] and let the adapter's rules write the query"
            : ApiMethod.IsBody(parameter) && Unwritten.Any(type => type.IsAssignableFrom(parameter.ParameterType))
                ? $"its body '{parameter.Name}' is no wire type"
            : isInPath || IsUnderstood(parameter) ? null
            : $"'{parameter.Name}' needs [Body], [Query], [Header] or [Property], or a place in the path";
    }

    private static bool IsUnderstood(ParameterInfo parameter) =>
        parameter.ParameterType == typeof(CancellationToken)
        || ApiMethod.IsBody(parameter)
        || ApiMethod.IsQuery(parameter)
        || ApiMethod.IsHeader(parameter)
        || parameter.IsDefined(typeof(PropertyAttribute));

    /// <summary>Types that Refit would make itself, without what the pipeline has read, are not supported.</summary>
    private static bool IsTask(Type type) =>
        type == typeof(Task)
        || (
            type.IsGenericType
            && type.GetGenericTypeDefinition() == typeof(Task<>)
            && type.GenericTypeArguments[0] is var answer
            && answer != typeof(HttpResponseMessage)
            && !Unwritten.Contains(answer)
            && !typeof(IApiResponse).IsAssignableFrom(answer)
        );
}
