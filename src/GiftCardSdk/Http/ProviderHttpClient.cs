using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using GiftCardSdk.Http.Clients;
using GiftCardSdk.Http.Clients.Internal;
using GiftCardSdk.Http.Internal;

namespace GiftCardSdk.Http;

/// <summary>What an adapter's wire client sends through: one per account, with the whole pipeline behind it. Safe for use by many callers at once.</summary>
public sealed class ProviderHttpClient
{
    private static readonly string UserAgent = $"GiftCardSdk/{typeof(ProviderHttpClient).Assembly.GetName().Version!.ToString(3)}";

    private readonly TelemetryHandler _pipeline;
    private readonly TimeProvider _time;
    private readonly string _root;

    internal ProviderHttpClient(TelemetryHandler pipeline, RateLimiter limiter, Uri baseAddress, TimeProvider time)
    {
        _pipeline = pipeline;
        Limiter = limiter;
        _time = time;
        _root = baseAddress.AbsoluteUri.TrimEnd('/') + '/';
    }

    /// <summary>The outermost handler, for the test that pins the order.</summary>
    internal HttpMessageHandler Pipeline => _pipeline;

    /// <summary>Who spaces its calls.</summary>
    internal RateLimiter Limiter { get; }

    /// <summary>The root of the provider's API.</summary>
    internal Uri BaseAddress => new(_root);

    /// <summary>
    /// Makes a provider's Refit interface work over this client. Each abstract method has a verb of Refit's and <see cref="OperationAttribute"/>; what
    /// is two calls is a default method over others. Bodies are <c>[Body]</c> wire types, arguments of the query <c>[Query]</c>, ids stand in the path.
    /// </summary>
    /// <typeparam name="TApi">The interface. Its assembly references Refit, which generates the code that is called.</typeparam>
    /// <param name="json">The options of the adapter's generated context (<c>MyJsonContext.Default.Options</c>), or those of <see cref="WireJson"/>.</param>
    /// <param name="rules">What the attributes cannot say; null for nothing.</param>
    /// <returns>The interface, to be used by many callers at once. Its methods throw <see cref="GiftCardException"/> where the provider refused, failed, could not be reached or answered unreadably.</returns>
    /// <exception cref="InvalidOperationException">A method does not say what is needed, or was not generated.</exception>
    public TApi CreateApi<[DynamicallyAccessedMembers(ApiClient.Needed)] TApi>(JsonSerializerOptions json, ApiRules? rules = null)
        where TApi : class
    {
        ArgumentNullException.ThrowIfNull(json);
        return ApiClient.Create<TApi>(this, json, rules ?? ApiRules.None);
    }

    /// <summary>Sends a request.</summary>
    /// <param name="operation">What is asked.</param>
    /// <param name="path">Path and query, relative to the base address, escaped.</param>
    /// <param name="answer">Generated type information of the answer; null to take it as a <see cref="ProviderDocument"/>, whose bytes may be none.</param>
    /// <param name="accept">The media type that is asked for.</param>
    /// <param name="body">The body; null for none.</param>
    /// <param name="headers">Headers of this call alone; null for none.</param>
    /// <param name="cancellationToken">Ends the call, waits included.</param>
    /// <returns>The answer; its body is never null.</returns>
    /// <exception cref="GiftCardException">The provider refused, failed, could not be reached or answered unreadably.</exception>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled; if the request was handed over, it may have been carried out.</exception>
    /// <exception cref="ArgumentException">A header of <paramref name="headers"/> cannot stand on a request.</exception>
    internal async Task<ProviderResponse<object>> SendAsync(
        ProviderOperation operation,
        string path,
        JsonTypeInfo? answer,
        string accept,
        ProviderBody? body,
        IReadOnlyList<KeyValuePair<string, string>>? headers,
        CancellationToken cancellationToken
    )
    {
        using ProviderRequest request = answer is null
            ? new DocumentRequest(operation, AddressOf(path), _time)
            : new JsonRequest(operation, AddressOf(path), _time, answer);
        Prepare(request, accept, body, headers);
        using var response = await _pipeline.InvokeAsync(request, cancellationToken).ConfigureAwait(false);
        if (request.Odd is { } odd)
        {
            Report(operation.Name, odd);
        }

        return new(request.Answer!, (int)response.StatusCode, response.Headers) { RetryAfter = request.RetryAfter };
    }

    /// <summary>
    /// Counts what of an answer could not be used, and logs each member once. What could not be read in the answer itself is reported already; this is
    /// for values that turn out odd later, such as a balance in no currency.
    /// </summary>
    /// <param name="operation">The name of what was asked (<see cref="OperationAttribute.Name"/>).</param>
    /// <param name="odd">The members.</param>
    public void Report(string operation, OddMembers odd)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(operation);
        ArgumentNullException.ThrowIfNull(odd);
        _pipeline.Report(operation, odd);
    }

    /// <summary>Joined as texts: resolving as a link would let a path that begins with a slash leave the root, or a whole link leave the host.</summary>
    private Uri AddressOf(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return new(string.Concat(_root, path.AsSpan().TrimStart('/')));
    }

    private static void Prepare(
        ProviderRequest request,
        string accept,
        ProviderBody? body,
        IReadOnlyList<KeyValuePair<string, string>>? headers
    )
    {
        request.Headers.TryAddWithoutValidation("Accept", accept);
        request.Headers.TryAddWithoutValidation("User-Agent", UserAgent);
        for (var i = 0; i < headers?.Count; i++)
        {
            var (name, value) = headers[i];
            if (value.AsSpan().ContainsAnyExceptInRange(' ', '~') || !request.Headers.TryAddWithoutValidation(name, value))
            {
                throw new ArgumentException(
                    $"The header '{name}' cannot stand on a request: its name is not allowed there, or its value holds a line break or another character that is not printable ASCII.",
                    nameof(headers)
                );
            }
        }

        // Every write carries content, be it empty: the platform repeats requests without content on its own.
        if (body is not null || IsWrite(request.Operation))
        {
            request.Content = new SingleUseContent(body ?? ProviderBody.Empty, request.Operation.MovesMoney ? SendPermit.Current : null);
        }
    }

    private static bool IsWrite(ProviderOperation operation) =>
        operation.Safety != RetrySafety.Read || !(operation.Method == HttpMethod.Get || operation.Method == HttpMethod.Head);
}
