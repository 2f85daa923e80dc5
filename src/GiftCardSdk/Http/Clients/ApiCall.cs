using GiftCardSdk.Http.Clients.Internal;

namespace GiftCardSdk.Http.Clients;

/// <summary>One call of a method of a provider's interface, before it goes into the pipeline; <see cref="ApiRules"/> may still change it.</summary>
public sealed class ApiCall
{
    private readonly ApiMethod _method;
    private readonly object?[] _arguments;
    private readonly CarriedBody? _content;
    private ProviderBody? _body;
    private List<KeyValuePair<string, string>>? _headers;

    internal ApiCall(ApiMethod method, ProviderHttpClient http, object?[] arguments, CarriedBody? content, string query)
    {
        _method = method;
        _arguments = arguments;
        _content = content;
        Http = http;
        Operation = method.Operation;
        Path = method.Path;
        Accept = method.Accept;
        Query = query;
    }

    /// <summary>The method of the interface that was called, as <c>nameof</c> gives it.</summary>
    public string MethodName => _method.Name;

    /// <summary>The operation: its name, verb, safety and deadlines. May be replaced, for example by one with another verb.</summary>
    public ProviderOperation Operation { get; set; }

    /// <summary>The client that sends the call. Set another client of the same account where a call needs other credentials, such as one that fetches a token.</summary>
    public ProviderHttpClient Http { get; set; }

    /// <summary>The path, relative to the base address, with <c>{parameter}</c> in place of each argument. Arguments are escaped and filled in when the call is sent.</summary>
    public string Path { get; set; }

    /// <summary>The query, escaped, with its question mark; empty for none. <see cref="ProviderPath.WithQuery"/> on an empty path writes one.</summary>
    public string Query { get; set; }

    /// <summary>The media type that is asked for.</summary>
    public string Accept { get; set; }

    /// <summary>The argument that is the body, as the caller gave it; null if the method has no body.</summary>
    public object? Content => _content?.Value;

    /// <summary>The body that is sent; by default <see cref="Content"/> as JSON, or null. Set it to send a form, an empty body, or members that the caller does not give.</summary>
    public ProviderBody? Body
    {
        get => _body ??= Content is null ? null : _content!.Write();
        set => _body = value;
    }

    internal IReadOnlyList<KeyValuePair<string, string>>? Headers => _headers;

    /// <summary>An argument of the call.</summary>
    /// <typeparam name="T">Its type.</typeparam>
    /// <param name="name">The name of the parameter, as <c>nameof</c> or the interface gives it.</param>
    /// <returns>The argument; null if the caller gave null.</returns>
    /// <exception cref="InvalidOperationException">The method has no such parameter.</exception>
    public T? Argument<T>(string name) => (T?)_arguments[_method.IndexOf(name)];

    /// <summary>The first argument of a type, whatever its parameter is called: say which page, where many methods list.</summary>
    /// <typeparam name="T">The type.</typeparam>
    /// <returns>The argument; null where null was given, or the method has none of that type.</returns>
    public T? ArgumentOf<T>()
        where T : class => _arguments.OfType<T>().FirstOrDefault();

    /// <summary>Gives an argument of the query another name, where an account knows a better one than the attributes. One that is not there stays so.</summary>
    /// <param name="name">The name that the attributes give.</param>
    /// <param name="newName">Its name from now on.</param>
    public void RenameQuery(string name, string newName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(newName);
        var written = Uri.EscapeDataString(name) + "=";
        if (name != newName && Query.Contains(written, StringComparison.Ordinal))
        {
            var parts = Query[1..].Split('&').Select(part => part.StartsWith(written, StringComparison.Ordinal) ? Renamed(part) : part);
            Query = "?" + string.Join('&', parts);
        }

        string Renamed(string part) => Uri.EscapeDataString(newName) + part[(written.Length - 1)..];
    }

    /// <summary>Sets a header for this call only, or removes it.</summary>
    /// <param name="name">The name of the header.</param>
    /// <param name="value">The value; null to send none.</param>
    public void SetHeader(string name, string? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        _headers?.RemoveAll(header => string.Equals(header.Key, name, StringComparison.OrdinalIgnoreCase));
        if (value is not null)
        {
            (_headers ??= []).Add(new(name, value));
        }
    }

    /// <summary>Shows the name of the operation only: arguments may be secret.</summary>
    /// <returns>Text that is safe to log.</returns>
    public override string ToString() => $"ApiCall {{ {Operation.Name} }}";

    /// <summary>Path and query with every argument in its place.</summary>
    internal string Address() => TemplateOf(Path).Fill(_method, _arguments) + Query;

    private PathTemplate TemplateOf(string path) => ReferenceEquals(path, _method.Path) ? _method.Template : new(path);
}
