using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Refit;

namespace GiftCardSdk.Http.Clients.Internal;

/// <summary>What the attributes of one method say, read once when the account is made.</summary>
internal sealed class ApiMethod
{
    private static readonly HttpRequestOptionsKey<object?[]> ArgumentsKey = new(HttpRequestMessageOptions.MethodArguments);

    private readonly ParameterInfo[] _parameters;
    private readonly bool _hasQuery;
    private readonly (int Index, string Name)[] _headers;
    private readonly Type? _answer;
    private JsonTypeInfo? _type;

    private ApiMethod(MethodInfo method, HttpMethodAttribute verb, OperationAttribute operation, ParameterInfo[] parameters)
    {
        Name = method.Name;
        Path = verb.Path;
        Template = new(verb.Path);
        Operation = operation.ToOperation(verb.Method);
        Accept = operation.Accept ?? "application/json";
        _parameters = parameters;
        _hasQuery = parameters.Any(IsQuery);
        _headers = [.. parameters.Where(IsHeader).Select(static header => (header.Position, HeaderOf(header)!))];
        _answer = operation.Answer ?? method.ReturnType.GenericTypeArguments.FirstOrDefault();
        _answer = _answer == typeof(ProviderDocument) ? null : _answer;
    }

    public string Name { get; }

    public string Path { get; }

    public PathTemplate Template { get; }

    public ProviderOperation Operation { get; }

    public string Accept { get; }

    /// <exception cref="InvalidOperationException">The method says too little, or something that is not supported.</exception>
    public static ApiMethod Of(MethodInfo method)
    {
        var verb = method.GetCustomAttribute<HttpMethodAttribute>();
        var operation = method.GetCustomAttribute<OperationAttribute>();
        if (verb is null || operation is null)
        {
            throw ApiMistakes.Of(method, "it needs a verb of Refit's, such as [Get(\"/orders/{id}\")], and [Operation] beside it");
        }

        var parameters = method.GetParameters();
        ApiMistakes.Check(method, verb, operation, parameters);
        return new(method, verb, operation, parameters);
    }

    public int IndexOf(string name)
    {
        for (var i = 0; i < _parameters.Length; i++)
        {
            if (_parameters[i].Name == name)
            {
                return i;
            }
        }

        throw new InvalidOperationException($"{Name} has no parameter '{name}'.");
    }

    /// <summary>Type information of the answer; null for a document. Found on first use, since finding it for a whole interface at once takes long.</summary>
    public JsonTypeInfo? AnswerType(JsonSerializerOptions json) => _answer is null ? null : _type ??= json.GetTypeInfo(_answer);

    /// <exception cref="ArgumentNullException">An argument without a default value is null.</exception>
    public ApiCall Begin(ProviderHttpClient http, HttpRequestMessage message)
    {
        message.Options.TryGetValue(ArgumentsKey, out var arguments);
        for (var i = 0; i < _parameters.Length; i++)
        {
            if (arguments![i] is null && !_parameters[i].HasDefaultValue)
            {
                throw new ArgumentNullException(_parameters[i].Name);
            }
        }

        var call = new ApiCall(this, http, arguments!, message.Content as CarriedBody, _hasQuery ? message.RequestUri!.Query : "");
        foreach (var (index, name) in _headers)
        {
            call.SetHeader(name, ArgumentText.InClear(arguments![index]));
        }

        return call;
    }

    public static bool IsQuery(ParameterInfo parameter) => parameter.IsDefined(typeof(QueryAttribute));

    public static bool IsBody(ParameterInfo parameter) => parameter.IsDefined(typeof(BodyAttribute));

    public static bool IsHeader(ParameterInfo parameter) => HeaderOf(parameter) is not null;

    private static string? HeaderOf(ParameterInfo parameter) => parameter.GetCustomAttribute<HeaderAttribute>()?.Header;
}
